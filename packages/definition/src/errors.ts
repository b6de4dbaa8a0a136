/**
 * The one table of error codes. A code is stable, lower-case and hyphenated; the sentence says what is wrong and
 * what to do, with `{name}` standing for a parameter. Problems that citizens see have their texts in
 * `validators/src/locales` instead.
 */
export const errorTable = {
  // definition: what can be wrong in form.json and the files beside it
  'json-syntax': 'The file is not valid JSON: {detail}.',
} as const satisfies Record<string, string>;

export type ErrorCode = keyof typeof errorTable;

/** Parameters of a message: what `{name}` in its sentence stands for. */
export type ErrorParams = Readonly<Record<string, string | number | boolean>>;

/** The sentence of a code with its parameters put in. */
export function errorMessage(code: ErrorCode, params: ErrorParams = {}): string {
  return errorTable[code].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** An error with a code from the table. `at` is a JSON Pointer or a file, where that helps. */
export class SchalterError extends Error {
  override readonly name = 'SchalterError';
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  readonly at: string | undefined;

  constructor(code: ErrorCode, params: ErrorParams = {}, options: { at?: string; cause?: unknown } = {}) {
    super(errorMessage(code, params), options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.params = params;
    this.at = options.at;
  }
}

/** Something wrong (or doubtful) in a form's files: data, never thrown. */
export interface DefinitionProblem {
  readonly code: ErrorCode;
  readonly severity: 'error' | 'warning';
  /** The file it stands in, relative to the form's folder (`form.json`, `locales/en.json`) or `block:<id>`, `list:<id>@<version>`. */
  readonly file: string;
  /** JSON Pointer into that file; '' is the whole of it. */
  readonly at: string;
  readonly params: ErrorParams;
  /** The table's sentence, parameters put in. */
  readonly message: string;
}
