import { readFileSync } from 'node:fs';
import { errorTable } from '@schalter/definition';
import { describe, expect, it } from 'vitest';
import { compileExpression } from '../../src/compile/expression.ts';
import type { GroupType } from '../../src/compile/expression-types.ts';
import { evaluate } from '../../src/expression/evaluate.ts';
import { functionSignatures } from '../../src/expression/signatures.ts';
import type { Expression } from '../../src/expression/tree.ts';
import { germanRegions } from '../../src/holidays/germany.ts';
import { plainEnvironment, type Shape, scopeAt, typeOfShape } from './plain-environment.ts';

const page = readFileSync(new URL('../../../../docs/expressions.md', import.meta.url), 'utf8');

/** The contents of the fenced blocks of a language. */
function blocks(language: string): string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map(([, inner]) => inner ?? '');
}

const shape = JSON.parse(blocks('json')[0] ?? '') as Shape;
const root = typeOfShape(shape) as GroupType;
const scope = scopeAt(root, { at: '/hunde/0' });

describe('docs/expressions.md', () => {
  it.each(blocks('cel').flatMap((block) => block.trim().split('\n')))('has an example that compiles: %s', (text) => {
    expect(compileExpression(text, scope).problems).toEqual([]);
  });

  it.each([...functionSignatures])('explains %s by its signature, with an example', (name, signature) => {
    expect(page.replaceAll('\\|', '|')).toContain(`\`${signature}\``);
    expect(blocks('cel').join('')).toMatch(new RegExp(`\\b${name}\\(`));
  });

  it('says what its table of unknown says', () => {
    const environment = plainEnvironment(root, { data: { wohnort: 'muenchen' }, today: '2026-11-23' });
    const rows = [...page.matchAll(/^\| `(.*kinder.*)`(?: with that answer)? \| \**(true|false|unknown|1)\** \|$/gm)];
    expect(rows).toHaveLength(10);
    for (const [, text = '', result] of rows) {
      const { tree } = compileExpression(text.replaceAll('\\|', '|'), scope);
      expect(String(evaluate(tree as Expression, environment) ?? 'unknown'), text).toBe(result);
    }
  });

  it.each(germanRegions)('names the region %s', (region) => {
    expect(page).toMatch(new RegExp(`\\b${region}\\b`));
  });

  it.each(Object.keys(errorTable).filter((code) => code.startsWith('expression-')))('names the code %s', (code) => {
    expect(page).toContain(`\`${code}\``);
  });
});
