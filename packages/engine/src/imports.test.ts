import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { describe, expect, test } from 'vitest';

/** The folders and files of `src` that a module loads with all it imports; types do not count. */
function loadedBy(entry: string): string[] {
  const loaded = new Set<string>();
  const base = new URL('./', import.meta.url).href;
  const seen = new Set<string>();
  const waiting = [new URL(entry, import.meta.url)];
  for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
    if (seen.has(url.href)) continue;
    seen.add(url.href);
    loaded.add(url.href.slice(base.length).split('/')[0] ?? '');
    const script = stripTypeScriptTypes(readFileSync(url, 'utf8'));
    for (const [, specifier = ''] of script.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'(\.[^']+)'/gu)) {
      waiting.push(new URL(specifier, url));
    }
  }
  return [...loaded].sort();
}

describe('what pages load', () => {
  test('a session carries what is optional only when it is handed in', () => {
    const loaded = loadedBy('./session/session.ts');
    expect(loaded).toContain('session');
    const optional = [
      'services',
      'compile',
      'analysis',
      'doubles',
      'phone',
      'chart',
      'holidays',
      'migrate',
      'json-schema',
    ];
    for (const other of optional) {
      expect(loaded).not.toContain(other);
    }
  });

  test('services bring neither doubles nor the compiler', () => {
    const loaded = loadedBy('./services/index.ts');
    expect(loaded).toContain('services');
    for (const other of ['compile', 'analysis', 'doubles', 'phone']) expect(loaded).not.toContain(other);
  });
});
