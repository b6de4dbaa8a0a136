import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePlain } from './interpolation.ts';
import { markdownFaults, parseMarkdown } from './markdown.ts';

test('paragraphs, emphasis, lists, links and tables become a tree', () => {
  expect(parseMarkdown('Etwa **5 Minuten**.\n\n- eins\n- *zwei*\n\n[Amt](https://example.org)')).toEqual([
    { kind: 'paragraph', children: ['Etwa ', { kind: 'strong', children: ['5 Minuten'] }, '.'] },
    {
      kind: 'list',
      ordered: false,
      items: [
        [{ kind: 'paragraph', children: ['eins'] }],
        [{ kind: 'paragraph', children: [{ kind: 'emphasis', children: ['zwei'] }] }],
      ],
    },
    { kind: 'paragraph', children: [{ kind: 'link', href: 'https://example.org', children: ['Amt'] }] },
  ]);
  expect(parseMarkdown('| A | B |\n|---|--:|\n| 1 | 2 |')).toEqual([
    { kind: 'table', align: [null, 'right'], head: [['A'], ['B']], rows: [[['1'], ['2']]] },
  ]);
  expect(parseMarkdown('3. drei')).toMatchObject([{ kind: 'list', ordered: true, start: 3 }]);
});

test('interpolations stay whole, whatever Markdown makes of their signs', () => {
  expect(parseMarkdown('Summe **{{ a * b_c * d }}** Euro')).toEqual([
    { kind: 'paragraph', children: ['Summe ', { kind: 'strong', children: [{ expression: 'a * b_c * d' }] }, ' Euro'] },
  ]);
  expect(parsePlain('Hund {{item.name}}!')).toEqual(['Hund ', { expression: 'item.name' }, '!']);
  expect(parsePlain('{nichts} {{')).toEqual(['{nichts} {{']);
});

test('HTML, pictures and dangerous links are dropped and reported', () => {
  const text = '<script>alert(1)</script>\n\nHallo <b>Welt</b> ![Bild](x.png) [weg](javascript:alert(1)) [ok](/pfad)';
  expect(JSON.stringify(parseMarkdown(text))).not.toMatch(/script|<b>|x\.png/);
  expect(markdownFaults(text).map(({ kind }) => kind)).toEqual(['html', 'html', 'html', 'image', 'link']);
  expect(JSON.stringify(parseMarkdown(text))).toContain('/pfad');
});

test('any text gives a tree', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => Array.isArray(parseMarkdown(text))));
});
