import type { LocaleTexts, Origin } from '../resolved.ts';

/** Where something is written and under which key its texts are translated. */
export interface Place {
  readonly origin: Origin;
  /** Text key without `#…`: '' (inline at the root), `/hunde/*`, `def:hund/rasse`, `block:person/vorname`. */
  readonly key: string;
  /** Translations into the form's language that the file of this place brings along, by the key's end after `prefix`. */
  readonly translated?: { readonly prefix: string; readonly texts: LocaleTexts };
}

/** A value with where it was written. */
export interface Piece<T = unknown> {
  readonly value: T;
  readonly place: Place;
}

/** An option with the text keys of its title and description, which depend on whether it comes from a list. */
export interface OptionPiece
  extends Piece<{ readonly [name: string]: unknown; readonly const: string | number | boolean }> {
  readonly titleKey: string;
  readonly descriptionKey: string;
}

/** A subschema on its way from the files to the resolved form: every part remembers where it was written. */
export interface SchemaPiece {
  readonly place: Place;
  readonly keywords: Map<string, Piece>;
  /** `undefined`: no `oneOf` and no `options`. */
  options: readonly OptionPiece[] | undefined;
  /** The `oneOf` or list itself. */
  optionsPlace: Place | undefined;
  checks: readonly Piece<{ readonly [name: string]: unknown; readonly id: string }>[];
  review: readonly Piece[];
  readonly messages: Map<string, Piece<string>>;
  properties: Map<string, SchemaPiece> | undefined;
  propertiesPlace: Place | undefined;
  items: SchemaPiece | undefined;
}

/** A place below another one in the same file; `key` where the texts below have another base. */
export function inside(place: Place, path: string, key: string = place.key): Place {
  return {
    ...place,
    key,
    origin: { file: place.origin.file, at: place.origin.at + path },
  };
}

export function emptyPiece(place: Place): SchemaPiece {
  return {
    place,
    keywords: new Map(),
    options: undefined,
    optionsPlace: undefined,
    checks: [],
    review: [],
    messages: new Map(),
    properties: undefined,
    propertiesPlace: undefined,
    items: undefined,
  };
}
