import type { FormSource, JsonValue, Library, ResolvedForm } from '@schalter/definition';
import { builtInBlocks } from '@schalter/definition';
import type { CheckedFile } from './context.ts';
import { elements, isObject, member, members } from './place.ts';

/** The files of a form, and the city's blocks and lists that it uses, directly or through other blocks. */
export function filesOf(source: FormSource, library: Library): CheckedFile[] {
  const form = asJson(source.form);
  const files: CheckedFile[] = [{ kind: 'form', file: 'form.json', content: form }];
  for (const [language, content] of Object.entries(source.locales)) {
    files.push({ kind: 'locale', file: `locales/${language}.json`, content: asJson(content) });
  }
  for (const [name, content] of Object.entries(source.cases)) {
    files.push({ kind: 'case', file: `cases/${name}.json`, content: asJson(content) });
  }
  const seen = new Set<string>();
  const waiting: JsonValue[] = [member(form, 'data') ?? null];
  for (let content = waiting.pop(); content !== undefined; content = waiting.pop()) {
    for (const reference of referencesIn(content)) {
      if (seen.has(reference)) continue;
      seen.add(reference);
      const [kind = '', id = ''] = splitOnce(reference);
      if (kind === 'block' && !Object.hasOwn(builtInBlocks, id) && Object.hasOwn(library.blocks, id)) {
        const block = asJson(library.blocks[id]);
        files.push({ kind: 'block', file: reference, content: block });
        waiting.push(block);
      }
      if (kind === 'list' && Object.hasOwn(library.lists, id)) {
        files.push({ kind: 'list', file: reference, content: asJson(library.lists[id]) });
      }
    }
  }
  return files;
}

/** `block:…` and `list:…` wherever a keyword refers to them. */
function referencesIn(content: JsonValue): string[] {
  const found: string[] = [];
  const waiting: JsonValue[] = [content];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (isObject(value)) {
      for (const [name, inner] of members(value)) {
        if ((name === '$ref' || name === 'options') && typeof inner === 'string') found.push(inner);
        waiting.push(inner);
      }
    } else waiting.push(...elements(value));
  }
  return found;
}

function splitOnce(reference: string): string[] {
  const colon = reference.indexOf(':');
  return colon === -1 ? [reference] : [reference.slice(0, colon), reference.slice(colon + 1)];
}

/** Sources were parsed from JSON; their types say what they should look like, not what they do. */
export function asJson(value: unknown): JsonValue {
  return (value ?? null) as JsonValue;
}

/** The resolved form as JSON, to be read with care too. */
export function resolvedJson(resolved: ResolvedForm): JsonValue {
  return asJson(resolved.form);
}
