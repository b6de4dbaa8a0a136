/** A name that stands twice in one object. */
export interface DuplicateKey {
  readonly name: string;
  /** JSON Pointer of the second occurrence. */
  readonly at: string;
}

/**
 * Finds names that stand twice in the same object, of which `JSON.parse` silently keeps the last.
 * @param text JSON that `JSON.parse` accepts
 */
export function duplicateKeys(text: string): readonly DuplicateKey[] {
  const found: DuplicateKey[] = [];
  const stack: { readonly names: Set<string> | undefined; key: string; index: number }[] = [];
  let expectsKey = false;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]/g)) {
    const top = stack.at(-1);
    if (token === '{' || token === '[') {
      stack.push({ names: token === '{' ? new Set() : undefined, key: '', index: 0 });
      expectsKey = token === '{';
    } else if (token === '}' || token === ']') {
      stack.pop();
      expectsKey = false;
    } else if (token === ',' && top) {
      expectsKey = top.names !== undefined;
      top.index++;
    } else if (token === ':') {
      expectsKey = false;
    } else if (expectsKey && top?.names) {
      top.key = String(JSON.parse(token));
      if (top.names.has(top.key)) {
        const path = stack.map(({ names, key, index }) => (names ? key : String(index)));
        const at = path.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
        found.push({ name: top.key, at });
      }
      top.names.add(top.key);
    }
  }
  return found;
}
