import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { describe, expect, it } from 'vitest';

/** What a module and all it imports relatively import from elsewhere; types do not count. */
function foreignImports(entry: string): string[] {
  const foreign = new Set<string>();
  const seen = new Set<string>();
  const waiting = [new URL(entry, import.meta.url)];
  for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
    if (seen.has(url.href)) continue;
    seen.add(url.href);
    if (url.pathname.endsWith('.json')) continue;
    const script = stripTypeScriptTypes(readFileSync(url, 'utf8'));
    for (const [, specifier = ''] of script.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/gu)) {
      if (specifier.startsWith('.')) waiting.push(new URL(specifier, url));
      else foreign.add(specifier);
    }
  }
  return [...foreign].sort();
}

describe('what pages load', () => {
  it('the guide for authors imports nothing either: designers need no validator for it', () => {
    expect(foreignImports('./guide.ts')).toEqual([]);
  });

  it('the preview imports neither AJV nor the checker', () => {
    expect(foreignImports('./preview.ts')).toEqual(['@cfworker/json-schema', '@schalter/definition']);
  });

  it('validators do not load what only the checker needs', () => {
    const imports = foreignImports('./index.ts');
    expect(imports).toContain('i18next');
    for (const specifier of imports) expect(specifier).not.toMatch(/recheck|engine\/compile|form\.schema/u);
  });
});
