import type { JsonValue } from '@schalter/definition';

export type ProblemParams = Readonly<Record<string, string | number | boolean>>;

/** What a citizen has to mend, as data: texts are looked up per language. */
export interface Problem {
  /** JSON Pointer of the answer (`/hunde/0/chip`); '' for the whole form. */
  readonly at: string;
  /** A keyword (`required`, `maxLength`), a format (`format:iban`), a check (`check:<id>`) or a code of the engine (`cannot-compute`). */
  readonly code: string;
  readonly params: ProblemParams;
}

/** What a validator reports about one value; the engine adds where. */
export interface ConstraintProblem {
  readonly code: string;
  readonly params: ProblemParams;
}

/**
 * Checks one answer against the constraint that stands on its subschema, nothing else.
 * @param template pointer template (`/hunde/*‎/name`)
 * @param value an answer, never `null`
 */
export type Validate = (template: string, value: JsonValue) => readonly ConstraintProblem[];

/**
 * Text of a problem in a language, for those without a message of the form's own. `params.label` is the field's title,
 * `params.limitText` the limit of a number as people write it, with its unit (absent where no field is known).
 */
export type TranslateProblem = (language: string, code: string, params: ProblemParams) => string;
