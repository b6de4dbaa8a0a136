import { builtInBlocks } from './blocks/index.ts';
import type { BlockDefinition, CodeList, FormCase, FormDefinition } from './form.generated.ts';
import type { LocaleTexts } from './resolved.ts';

/** What forms share. */
export interface Library {
  /** By id: `person` is built in, `city/<name>` a file of `forms/_blocks`. */
  readonly blocks: Readonly<Record<string, BlockDefinition>>;
  /** By `<id>@<version>`: a file of `forms/_lists`. */
  readonly lists: Readonly<Record<string, CodeList>>;
}

/** A form's folder, read. */
export interface FormSource {
  readonly form: FormDefinition;
  /** By language: `locales/<language>.json`. */
  readonly locales: Readonly<Record<string, LocaleTexts>>;
  /** By file name without `.json`: `cases/<name>.json`. */
  readonly cases: Readonly<Record<string, FormCase>>;
}

/** The library with the built-in blocks; a city's own block of the same id wins. */
export function withBuiltIns(library: Library): Library {
  return { ...library, blocks: { ...builtInBlocks, ...library.blocks } };
}
