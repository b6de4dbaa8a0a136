import type { FieldSchema, FormDefinition } from './form.generated.ts';

/** Where a piece of the resolved form was written. */
export interface Origin {
  /** `form.json`, `block:<id>` or `list:<id>@<version>`. */
  readonly file: string;
  /** JSON Pointer into that file. */
  readonly at: string;
}

/**
 * A form with blocks, `$defs` and lists inlined: `form.data` has no `$ref`, every `options: "list:…"` has become
 * `oneOf` of `{ const, title, … }` (the `options` reference stays beside it as an annotation).
 */
export interface ResolvedForm {
  readonly form: Omit<FormDefinition, 'data'> & { readonly data: FieldSchema };
  /** Text key (see the form language, rule 14) → text in the form's own language, as written. */
  readonly texts: Readonly<Record<string, string>>;
  /** JSON Pointer into `form` at which a text stands → its text key. */
  readonly keys: Readonly<Record<string, string>>;
  /** JSON Pointer into `form` → where that node was written. Look up the longest prefix with `originOf`. */
  readonly origins: Readonly<Record<string, Origin>>;
}

/** A locale file: text key → translation with the hash of the source text it translates. */
export type LocaleTexts = Readonly<Record<string, { readonly text: string; readonly source?: string }>>;
