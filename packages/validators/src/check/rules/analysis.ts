import { type ErrorParams, originOf, type ResolvedForm } from '@schalter/definition';
import { type Analysis, type AnalysisCode, type AnalysisFinding, analyse } from '@schalter/engine/analysis';
import { compileValidate } from '../../compile-validate.ts';
import { formats } from '../../formats/index.ts';
import { isBuiltIn } from '../advice/advised-form.ts';
import { clauseOf, shownConstant } from '../analysis-words.ts';
import { type CheckContext, hasErrors, type Rule, report } from '../context.ts';
import type { Place } from '../place.ts';
import { didYouMean } from '../suggest.ts';

/** Where people would be stuck, or an author's work is never seen; the rest is doubtful. */
const errors: readonly AnalysisCode[] = ['step-unreachable', 'dead-end', 'page-cannot-be-left'];

/** What can happen in the form: steps nobody reaches, pages nobody leaves, conditions that decide nothing. */
export const analysis: Rule = {
  name: 'analysis',
  run(context) {
    const { program, resolved } = context;
    if (!program || !resolved || hasErrors(context)) return;
    const validate = compileValidate(resolved.form.data);
    const found = analyse(program, resolved.form, { validate, examples });
    const uses = usesOf(resolved, found);
    const told = new Set<string>();
    for (const finding of found.findings) reportFinding(context, resolved, finding, uses, told);
  },
};

function examples(format: string): readonly string[] {
  return formats.find(({ name }) => name === format)?.valid ?? [];
}

function reportFinding(
  context: CheckContext,
  resolved: ResolvedForm,
  finding: AnalysisFinding,
  uses: Uses,
  told: Set<string>,
): void {
  const { code } = finding;
  const origin = originOf(resolved, finding.at);
  if (errors.includes(code)) {
    // What stands in a built-in block is not the author's to change: the step is.
    const place = isBuiltIn(origin) ? stepPlace(resolved, finding.about) : origin;
    report(context, code, place, paramsOf(finding));
    return;
  }
  // What stands in a block or in `$defs` may be right where it is used otherwise.
  const key = foundKey(finding, origin);
  if (isBuiltIn(origin) || told.has(key) || !isEverywhere(finding, origin, uses)) return;
  // One mistake in a block used twice is one problem.
  told.add(key);
  report(context, code, origin, paramsOf(finding), 'warning');
}

function stepPlace({ form }: ResolvedForm, id: string): Place {
  return { file: 'form.json', at: `/steps/${form.steps.findIndex((step) => step.id === id)}` };
}

interface Uses {
  /** How often what stands at a place is used in the form. */
  readonly used: ReadonlyMap<string, number>;
  /** How often the same was found there. */
  readonly found: ReadonlyMap<string, number>;
}

function usesOf(resolved: ResolvedForm, { conditions, checks, options, computed, findings }: Analysis): Uses {
  const used = new Map<string, number>();
  const found = new Map<string, number>();
  const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  const places = [
    ...[...conditions, ...options].map(({ at }) => at),
    ...checks.map(({ at }) => `${at}/assert`),
    ...computed.map(({ at }) => `${at}/value`),
  ];
  for (const at of places) count(used, keyOf(originOf(resolved, at)));
  for (const finding of findings) count(found, foundKey(finding, originOf(resolved, finding.at)));
  return { used, found };
}

function isEverywhere(finding: AnalysisFinding, origin: Place, { used, found }: Uses): boolean {
  return (found.get(foundKey(finding, origin)) ?? 0) >= (used.get(keyOf(origin)) ?? 1);
}

function keyOf({ file, at }: Place): string {
  return `${file} ${at}`;
}

function foundKey({ code, constant }: AnalysisFinding, origin: Place): string {
  return `${code} ${keyOf(origin)} ${JSON.stringify(constant ?? null)}`;
}

/** What the sentence of a code says. */
function paramsOf(finding: AnalysisFinding): ErrorParams {
  const { about, constant, options = [] } = finding;
  const why = clauseOf(finding);
  const texts = options.filter((option) => typeof option === 'string');
  return {
    about,
    why,
    ...(constant === undefined ? {} : { constant: shownConstant(constant) }),
    ...(options.length === 0 ? {} : { known: options.slice(0, 10).map(shownConstant).join(', ') }),
    suggestion: typeof constant === 'string' ? didYouMean(constant, texts) : '',
  };
}
