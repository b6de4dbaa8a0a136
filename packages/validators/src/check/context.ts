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

/** What a configuration makes of what rules find, by code; `off` drops it. */
export type Severities = Readonly<Partial<Record<ErrorCode, 'off' | 'warning' | 'error'>>>;

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
  /** Severities that the configuration gives to codes. */
  readonly severities: Severities;
  /** Whether the rule that runs defines the language: then its errors stay errors. */
  isLanguage?: boolean;
  /** Set by the rule `references`, where there is `data` to resolve. */
  resolved?: ResolvedForm;
  /** Set by the rule `compile`, where nothing is wrong. */
  program?: Program;
}

/** One rule of the checker. */
export interface Rule {
  readonly name: string;
  /**
   * Whether its errors say that this is no form at all: configuration cannot lower them. Warnings of every rule, and
   * errors of all others, are a matter of taste or time.
   */
  readonly isLanguage?: true;
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
  const severity = severityOf(context, problem);
  if (severity !== 'off') context.problems.push(severity === problem.severity ? problem : { ...problem, severity });
}

function severityOf({ severities, isLanguage }: CheckContext, problem: DefinitionProblem): 'off' | 'warning' | 'error' {
  if (isLanguage && problem.severity === 'error') return 'error';
  return severities[problem.code] ?? problem.severity;
}

export function hasErrors(context: CheckContext): boolean {
  return context.problems.some(({ severity }) => severity === 'error');
}
