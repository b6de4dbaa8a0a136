/**
 * The one table of error codes. A code is stable, lower-case and hyphenated; the sentence says what is wrong and
 * what to do, with `{name}` standing for a parameter. Problems that citizens see have their texts in
 * `validators/src/locales` instead.
 */
export const errorTable = {
  // definition: what can be wrong in form.json and the files beside it
  'json-syntax': 'The file is not valid JSON: {detail}.',
  // expression: what can be wrong in an expression (`when`, `value`, `assert`, …)
  'expression-empty': 'There is no expression here: write one, or leave the keyword out.',
  'expression-syntax': 'The expression cannot be read: {detail}.',
  'expression-too-long': 'The expression is too long: {limit} characters are the most. Split it with "define".',
  'expression-too-deep': 'The expression is nested too deeply: {limit} levels are the most. Split it with "define".',
  'expression-unknown-name': 'There is no "{name}" here{suggestion}.',
  'expression-unknown-member': 'There is no "{name}" in "{of}"{suggestion}.',
  'expression-unknown-function': 'There is no function "{name}"{suggestion}.',
  'expression-no-members': '{actual} has no members, so ".{name}" reads nothing{suggestion}.',
  'expression-refused': '{what} does not belong to the expressions of forms{suggestion}.',
  'expression-reserved': '"{name}" is a word of the language and cannot be used as a name.',
  'expression-hides-name': '"{name}" would hide a name that is visible here: choose another for the variable.',
  'expression-macro-variable': '{macro}(…) starts with the name of its variable, as in hunde.{macro}(h, …).',
  'expression-compare': '"{operator}" cannot compare {left} with {right}.',
  'expression-operand': '"{operator}" needs {expected}, not {actual}.',
  'expression-condition': 'Before "?" stands a condition (true or false), not {actual}.',
  'expression-branches': 'Both results of "? :" must be of the same type, not {left} and {right}.',
  'expression-list-elements': 'The elements of a list must be of the same type, not {left} and {right}.',
  'expression-arguments': '{function}(…) takes {expected} arguments, not {actual}.',
  'expression-argument': '{function}(…) needs {expected} as argument {position}, not {actual}.',
  'expression-index': 'Only a list has numbered entries: "[…]" needs a list and a number, not {left} and {right}.',
  'expression-null': '"null" may stand only beside == and !=.',
  'expression-always-there': '{actual} always exists and is never null: ask answered(…) or count(…).',
  'expression-date-constant': '"{text}" is no date: dates are written like 2026-12-31.',
  'expression-constant-never':
    'No answer is ever equal to {text}: answers are trimmed, in Unicode NFC and never empty. For an unanswered field write == null.',
  'expression-number': '{text} is beyond what numbers can hold exactly.',
  'expression-pattern': 'The pattern cannot be used: {detail}. Patterns are constants of the form ^(?:…)$.',
  'expression-region': 'There are no public holidays for "{region}": known are {known}.',
  'expression-result': 'Here {expected} is needed, but the expression gives {actual}.',
  'expression-not-cel': 'CEL refuses the expression: {detail}.',
  'expression-unanswered':
    '"{operator}" is decided even while "{name}" is unanswered: if that is not meant, ask answered({name}) first.',
  // command line
  'forms-folder-missing': 'There is nothing at {path}: name a folder with forms, a form, or its form.json.',
  'forms-folder-empty': 'There is no form in {path}: a form is a folder with a form.json.',
  'cases-missing': 'There are no cases in {path}: a case is a file in the folder "cases" of a form.',
  'form-broken': 'The cases of {form} cannot run: the form has {errors} errors. Run "schalter check" to see them.',
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
