import type { JsonObject } from '@schalter/definition';
import type { FormReader } from './form-reader.ts';
import type { Rules } from './rules.ts';

/** Something the schema does not say: where, and which keyword. */
export interface Untranslated {
  /** Pointer template of a field, group or list; `step:<id>`, `service:<name>`; '' for the form. */
  readonly at: string;
  /**
   * `when`, `requiredWhen`, `required`, `value`, `options`, `minProperties`, `maxProperties`, `uniqueItems`, `maxWords`,
   * `format:<name>`, `check:<id>`, `lookup:<name>`, `exit`, `amount` …
   */
  readonly what: string;
}

/** A schema that is being written. */
export interface Writing {
  readonly reader: FormReader;
  /** Constraints of single answers, by template. */
  readonly constraints: ReadonlyMap<string, JsonObject>;
  readonly rules: Rules;
  /** Members that are demanded wherever their group is, by the group's template. */
  readonly demanded: Map<string, Set<string>>;
  /** Notes something that is left out; each thing once. */
  leaveOut(at: string, what: string): void;
}
