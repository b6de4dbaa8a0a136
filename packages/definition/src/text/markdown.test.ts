import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownProblems, parseMarkdown } from './markdown.ts';

const codes = (text: string): string[] => markdownProblems(text).map(({ code }) => code);

describe('parseMarkdown', () => {
  it('reads a line without marks as the parser would', () => {
    // Empty lines at the end mean nothing, but such a text goes to the parser.
    const unit = fc.constantFrom(
      ...'abÄß  12,.;:?!„“"\'()%€/–…-–---.'.split(''),
      '1. ',
      '- ',
      'http://a.b',
      '...',
      '  ',
    );
    const line = fc.tuple(fc.constantFrom('a', 'Zum', '1', '-', ' '), fc.string({ unit, maxLength: 30 }));
    fc.assert(
      fc.property(line, ([start, rest]) => {
        expect(parseMarkdown(start + rest)).toEqual(parseMarkdown(`${start}${rest}\n\n`));
      }),
      { numRuns: 1000 },
    );
  });

  it('reads paragraphs, emphasis, links and line breaks', () => {
    expect(parseMarkdown('Etwa **5 *volle* Minuten**,\nsiehe [hier](/hilfe "x").  \nEnde')).toEqual([
      {
        kind: 'paragraph',
        children: [
          'Etwa ',
          { kind: 'strong', children: ['5 ', { kind: 'emphasis', children: ['volle'] }, ' Minuten'] },
          ', siehe ',
          { kind: 'link', href: '/hilfe', children: ['hier'] },
          '.',
          { kind: 'break' },
          'Ende',
        ],
      },
    ]);
  });

  it('reads headings, lists, quotes, code, rules and tables', () => {
    const text = '## Was\n\n3. a\n4. b\n   - c\n\n> d\n\n    e\n\n---\n\n| A | B |\n|:--|--:|\n| 1 | *2* |';
    expect(parseMarkdown(text)).toEqual([
      { kind: 'heading', level: 2, children: ['Was'] },
      {
        kind: 'list',
        ordered: true,
        start: 3,
        items: [
          [{ kind: 'paragraph', children: ['a'] }],
          [
            { kind: 'paragraph', children: ['b'] },
            { kind: 'list', ordered: false, items: [[{ kind: 'paragraph', children: ['c'] }]] },
          ],
        ],
      },
      { kind: 'quote', children: [{ kind: 'paragraph', children: ['d'] }] },
      { kind: 'code', value: 'e' },
      { kind: 'rule' },
      {
        kind: 'table',
        align: ['left', 'right'],
        head: [['A'], ['B']],
        rows: [[['1'], [{ kind: 'emphasis', children: ['2'] }]]],
      },
    ]);
  });

  it('follows links by name', () => {
    const [block] = parseMarkdown('[Satzung][s] und [nichts][n]\n\n[s]: https://example.org/satzung');
    expect(block).toEqual({
      kind: 'paragraph',
      children: [{ kind: 'link', href: 'https://example.org/satzung', children: ['Satzung'] }, ' und [nichts][n]'],
    });
  });

  it('makes parts of interpolations, whatever characters their expressions have', () => {
    expect(parseMarkdown("**{{ a * b }}** {{c_d_e}} {{x == '<b>' || y}}")).toEqual([
      {
        kind: 'paragraph',
        children: [
          { kind: 'strong', children: [{ expression: 'a * b' }] },
          ' ',
          { expression: 'c_d_e' },
          ' ',
          { expression: "x == '<b>' || y" },
        ],
      },
    ]);
    expect(parseMarkdown('| A |\n|---|\n| {{a || b}} |')).toMatchObject([{ rows: [[[{ expression: 'a || b' }]]] }]);
  });

  it('leaves interpolations alone in code and after a backslash', () => {
    expect(parseMarkdown('`{{a}}` \\{{b}}')).toEqual([
      { kind: 'paragraph', children: [{ kind: 'code', value: '{{a}}' }, ' {{b}}'] },
    ]);
  });

  it('drops HTML and says so', () => {
    expect(parseMarkdown('<script>alert(1)</script>\n\nText <b onclick="x">fett</b>')).toEqual([
      { kind: 'paragraph', children: ['Text fett'] },
    ]);
    expect(codes('<script>alert(1)</script>\n\nText <b>fett</b>')).toEqual([
      'markdown-html',
      'markdown-html',
      'markdown-html',
    ]);
  });

  it('drops pictures and unsafe links but keeps their text', () => {
    const text = '![Wappen](w.png) [a](javascript:alert(1)) [b](&#106;avascript:x) [c](http://x/{{d}}) <javascript:x>';
    expect(JSON.stringify(parseMarkdown(text))).not.toMatch(/href/);
    expect(JSON.stringify(parseMarkdown(text))).toMatch(/Wappen a b c/);
    expect(codes(text)).toEqual([
      'markdown-image',
      'markdown-link',
      'markdown-link',
      'markdown-link-interpolation',
      'markdown-link',
    ]);
  });

  it('reports what is too deep, too long or open, and finds nothing wrong in a good text', () => {
    expect(codes(`${'> '.repeat(40)}tief`)).toEqual(['markdown-too-deep']);
    expect(codes('x'.repeat(20_001))).toEqual(['markdown-too-long']);
    expect(codes('Hallo {{name')).toEqual(['interpolation-open']);
    expect(codes('Hallo {{name}}, *alles* [gut](https://example.org).')).toEqual([]);
  });

  it('never throws and never lets an unsafe link through', () => {
    const piece = fc.constantFrom(
      '[a](',
      'javascript:',
      ')',
      '<',
      '>',
      '*',
      '_',
      '`',
      '\n',
      '- ',
      '> ',
      '|',
      '{{',
      '}}',
      '![',
      '\\',
      '\uE000',
      '0',
      '\uE001',
      'x',
      '&#9;',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const tree = JSON.stringify(parseMarkdown(pieces.join('')));
        expect(tree).not.toMatch(/"href":"[^"/?#]*script:/i);
        expect(tree).not.toMatch(/[\uE000\uE001]/);
      }),
    );
  });
});
