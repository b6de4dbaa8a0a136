import { createHash } from 'node:crypto';
import type {
  BlockDefinition,
  CodeList,
  FormDefinition,
  FormSource,
  JsonObject,
  Library,
  LocaleTexts,
} from '@schalter/definition';

/** All that a version was published from: it can be compiled again without the folder it came from. */
export interface PublishedSource {
  readonly form: FormDefinition;
  readonly locales: Readonly<Record<string, LocaleTexts>>;
  readonly library: Library;
}

/** The source of a form with just the blocks and lists it uses. */
export function publishedSource(source: FormSource, library: Library): PublishedSource {
  return { form: source.form, locales: source.locales, library: usedLibrary(source.form, library) };
}

/** The text that is stored, and its hash: equal content is the same version. */
export function serialiseSource(source: PublishedSource): { readonly text: string; readonly hash: string } {
  const text = JSON.stringify(source);
  return { text, hash: createHash('sha256').update(text).digest('hex') };
}

export function parseSource(text: string): PublishedSource {
  // Written by serialiseSource, and the database refuses to change it.
  const source: PublishedSource = JSON.parse(text);
  return source;
}

/** Follows `block:` and `list:` references through the blocks; names are sorted, so that equal content gives equal text. */
function usedLibrary(form: FormDefinition, library: Library): Library {
  const blocks = new Map<string, BlockDefinition>();
  const lists = new Map<string, CodeList>();
  const waiting: (FormDefinition | BlockDefinition | JsonObject)[] = [form];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    for (const [, kind, name = ''] of JSON.stringify(next).matchAll(/"(block|list):([^"\\#]+)"/g)) {
      const block = Object.hasOwn(library.blocks, name) ? library.blocks[name] : undefined;
      if (kind === 'block' && block && !blocks.has(name)) {
        blocks.set(name, block);
        waiting.push(block);
      }
      const list = Object.hasOwn(library.lists, name) ? library.lists[name] : undefined;
      if (kind === 'list' && list) lists.set(name, list);
    }
  }
  return { blocks: sorted(blocks), lists: sorted(lists) };
}

function sorted<Value>(map: ReadonlyMap<string, Value>): Record<string, Value> {
  return Object.fromEntries([...map].sort(([left], [right]) => (left < right ? -1 : 1)));
}
