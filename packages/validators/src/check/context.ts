import {
  type DefinitionProblem,
  type ErrorCode,
  type ErrorParams,
  errorMessage,
  type FormSource,
  type JsonValue,
  type Library,
  type ResolvedForm,
} from '@schalter/definition';
import type { Program } from '@schalter/engine';
import type { Place } from './place.ts';

/** A file that takes part in a form, as JSON of any shape. */
export interface CheckedFile {
  readonly kind: 'form' | 'block' | 'list' | 'locale' | 'case';
  readonly file: string;
  readonly content: JsonValue;
}

/** What all rules share. Rules run in order; later ones see what earlier ones found out. */
export interface CheckContext {
  readonly source: FormSource;
  /** With the built-in blocks. */
  readonly library: Library;
  /** form.json, its locales and cases, and the city's own blocks and lists that it uses. */
  readonly files: readonly CheckedFile[];
  readonly problems: DefinitionProblem[];
  /** The problems as one text each, to know them again. */
  readonly known: Set<string>;
  /** Set by the rule `references`, where there is `data` to resolve. */
  resolved?: ResolvedForm;
  /** Set by the rule `compile`, where nothing is wrong. */
  program?: Program;
}

/** One rule of the checker. */
export interface Rule {
  readonly name: string;
  readonly run: (context: CheckContext) => void | Promise<void>;
}

/** Notes a problem, once. */
export function report(
  context: CheckContext,
  code: ErrorCode,
  place: Place,
  params: ErrorParams = {},
  severity: DefinitionProblem['severity'] = 'error',
): void {
  add(context, { code, severity, file: place.file, at: place.at, params, message: errorMessage(code, params) });
}

/** Takes over problems that others found; the same problem at the same place counts once. */
export function add(context: CheckContext, problem: DefinitionProblem): void {
  const { code, file, at, message } = problem;
  const key = JSON.stringify([code, file, at, message]);
  if (context.known.has(key)) return;
  context.known.add(key);
  context.problems.push(problem);
}

export function hasErrors(context: CheckContext): boolean {
  return context.problems.some(({ severity }) => severity === 'error');
}
