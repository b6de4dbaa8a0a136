/** Names that lead into JavaScript's own objects: no answer is ever called so. */
const forbidden = new Set(['__proto__', 'prototype', 'constructor']);

/** Splits a JSON Pointer; `undefined` for what is none or names what no form can have. */
export function splitPointer(pointer: unknown): readonly string[] | undefined {
  if (typeof pointer !== 'string' || pointer.length > 2000) return undefined;
  if (pointer === '') return [];
  if (!pointer.startsWith('/')) return undefined;
  const names = pointer
    .slice(1)
    .split('/')
    .map((name) => name.replace(/~1/g, '/').replace(/~0/g, '~'));
  return names.some((name) => forbidden.has(name)) ? undefined : names;
}

/** The number of an entry as a pointer writes it; `undefined` for anything else (`01`, `-1`, `*`). */
export function entryIndex(name: string | undefined): number | undefined {
  return name !== undefined && /^(0|[1-9]\d{0,8})$/.test(name) ? Number(name) : undefined;
}
