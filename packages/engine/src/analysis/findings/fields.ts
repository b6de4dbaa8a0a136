import { joinPointer } from '@schalter/definition';
import type { DataNode, ProgramNode } from '../../program.ts';
import type { Analysed } from '../analyse.ts';
import type { AnalysisFinding, Why } from '../analysis.ts';
import { instanceOf } from '../circuit/instance.ts';
import { groupAround, stepHolds } from '../circuit/relevance.ts';
import { scopeOf } from '../circuit/scope.ts';
import { conjuncts, contradiction, type Part } from '../explain.ts';
import { schemaPointer, stepPointer } from '../places.ts';
import { print } from '../print.ts';
import { isWithin } from './conditions.ts';
import type { Explaining } from './explaining.ts';

/** Fields that nobody sees, options that nobody can choose, computed values that are never known. */
export function fieldFindings(explaining: Explaining, analysed: Analysed): AnalysisFinding[] {
  const { model } = explaining;
  const findings: AnalysisFinding[] = [];
  const never = new Set(analysed.fields.filter(({ shown }) => shown.possible === false).map(({ field }) => field));
  const unreached = new Set(analysed.steps.filter(({ reached }) => reached.possible === false).map(({ id }) => id));
  for (const { field, at, shown } of analysed.fields) {
    const node = model.nodes.get(field);
    if (shown.possible !== false || !node || node.kind === 'text' || isWithin(never, parentOf(field))) continue;
    // That a step is never reached is said there.
    if (node.steps.length > 0 && node.steps.every((id) => unreached.has(id)) && !isNeverTrue(analysed, field)) continue;
    const place = node.when ? joinPointer(at, 'when') : at;
    findings.push({ code: 'field-never-shown', at: place, about: field, why: whyHidden(explaining, node) });
  }
  for (const { field, at, option, offered } of analysed.options) {
    if (offered.possible !== false || isWithin(never, field)) continue;
    findings.push({ code: 'option-never-offered', at, about: field, constant: option });
  }
  for (const { field, at, known } of analysed.computed) {
    if (known.possible !== false || isWithin(never, field)) continue;
    findings.push({ code: 'value-always-unknown', at: joinPointer(at, 'value'), about: field });
  }
  return findings;
}

function parentOf(template: string): string {
  return template.slice(0, template.lastIndexOf('/'));
}

function isNeverTrue({ conditions }: Analysed, field: string): boolean {
  return conditions.some(({ kind, about, holds }) => kind === 'field' && about === field && holds.possible === false);
}

/** Which conditions, its own and those around it, cannot hold together. */
export function whyHidden(explaining: Explaining, node: DataNode): Why {
  const parts = [...hiddenBy(explaining, node)];
  return { reason: 'conditions', parts: contradiction(explaining.prover, parts).map(({ part }) => part) };
}

/** The conditions that decide about a node: its own, its step's, those around it. */
function* hiddenBy(explaining: Explaining, node: ProgramNode): Generator<Part> {
  const { model, program, form } = explaining;
  for (let one: ProgramNode | undefined = node; one; one = one.template === '' ? undefined : around(explaining, one)) {
    if (one.when) {
      const at = joinPointer(schemaPointer(one.template), 'when');
      yield* conjuncts(model, one.when, scopeOf(groupAround(one)), at);
    }
  }
  const steps = node.steps.flatMap((id) => program.steps.filter((step) => step.id === id));
  if (node.kind === 'group' || steps.length === 0 || steps.some(({ when }) => !when)) return;
  const instance = instanceOf(node.template);
  const any = model.circuit.any(steps.map(({ id }) => stepHolds(model, id, instance)));
  const [first] = steps;
  const at = first && stepPointer(form, first.id);
  const text = steps.map(({ when }) => when && print(when)).join(' || ');
  yield { node: any, part: { at: at === undefined ? '' : joinPointer(at, 'when'), text } };
}

function around({ model }: Explaining, node: ProgramNode): ProgramNode | undefined {
  return model.nodes.get(parentOf(node.template));
}
