import { joinPointer } from '@schalter/definition';
import type { Analysed } from '../analyse.ts';
import type { AnalysisFinding, Why } from '../analysis.ts';
import { scopeOf } from '../circuit/scope.ts';
import { conjuncts, contradiction } from '../explain.ts';
import type { ConditionKind } from '../subjects.ts';
import type { Explaining } from './explaining.ts';

/** What is never true here is told by other findings: the field is never shown, the step never reached. */
const toldElsewhere: readonly ConditionKind[] = ['field', 'option', 'section', 'step'];

/** Conditions that decide nothing, checks that check nothing or let nothing pass. */
export function conditionFindings(explaining: Explaining, analysed: Analysed): AnalysisFinding[] {
  const findings: AnalysisFinding[] = [];
  for (const [index, { at, kind, about, holds, holdsNot }] of analysed.conditions.entries()) {
    if (holdsNot.possible === false) findings.push({ code: 'condition-always-true', at, about });
    if (holds.possible !== false || toldElsewhere.includes(kind)) continue;
    findings.push({ code: 'condition-always-false', at, about, ...whyNever(explaining, index) });
  }
  const never = new Set(analysed.fields.filter(({ shown }) => shown.possible === false).map(({ field }) => field));
  for (const [index, { at, id, passes, fails }] of analysed.checks.entries()) {
    const place = explaining.subjects.checks[index]?.place;
    const holder = place?.on ?? place?.self ?? '';
    // Of what is never shown that is said already.
    if (isWithin(never, holder)) continue;
    const assert = joinPointer(at, 'assert');
    if (fails.possible === false) findings.push({ code: 'check-never-fails', at: assert, about: id });
    else if (passes.possible === false && fails.possible === true) {
      findings.push({ code: 'check-always-fails', at: assert, about: id, witness: fails.witness });
    }
  }
  return findings;
}

function whyNever({ model, prover, subjects }: Explaining, index: number): { why?: Why } {
  const condition = subjects.conditions[index];
  if (!condition) return {};
  const { tree, self, at } = condition;
  const core = contradiction(prover, conjuncts(model, tree, scopeOf(self), at));
  return { why: { reason: 'conditions', parts: core.map(({ part }) => part) } };
}

/** Whether a template, or something around it, is in a set. */
export function isWithin(templates: ReadonlySet<string>, template: string): boolean {
  for (let around = template; around !== ''; around = around.slice(0, around.lastIndexOf('/'))) {
    if (templates.has(around)) return true;
  }
  return false;
}
