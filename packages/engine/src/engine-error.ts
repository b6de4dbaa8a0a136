import type { ErrorCode } from '@schalter/definition';

/*
 * The run-time part stands in the citizen's page, where the whole table of errors would weigh more than the evaluator.
 * So it carries the sentences of its own three codes; a test holds them equal to the table's.
 */

/** The codes the run time throws with, and their sentences as the table has them. */
export const engineErrors = {
  'snapshot-invalid': 'This saved session cannot be read: {detail}.',
  'snapshot-other-form': 'This saved session belongs to {found}, not to {expected}.',
  'program-invalid': 'This is not a compiled form of a known format.',
} as const satisfies Partial<Record<ErrorCode, string>>;

/** An error of the run time: of the same shape as `SchalterError`, with a code of the same table. */
export class EngineError extends Error {
  override readonly name = 'SchalterError';
  readonly code: keyof typeof engineErrors;
  readonly params: Readonly<Record<string, string>>;
  readonly at: string | undefined = undefined;

  constructor(code: keyof typeof engineErrors, params: Readonly<Record<string, string>> = {}) {
    super(engineErrors[code].replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole));
    this.code = code;
    this.params = params;
  }
}
