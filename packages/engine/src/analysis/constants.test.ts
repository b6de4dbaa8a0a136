import { describe, expect, it } from 'vitest';
import { onePage, program } from '../../test/support.ts';
import { foreignConstants, nodesOf } from './constants.ts';

const options = (...values: string[]) => values.map((value) => ({ const: value, title: value }));

/** What is found in a condition of a field beside the ones with options. */
function found(when: string): string[] {
  const compiled = program(
    onePage(
      {
        wohnort: { type: 'string', title: 'Wohnort', oneOf: options('ja', 'nein') },
        farben: { type: 'array', title: 'Farben', items: { type: 'string', oneOf: options('rot', 'blau') } },
        hunde: {
          type: 'array',
          title: 'Hunde',
          as: 'hund',
          items: {
            type: 'object',
            properties: { art: { type: 'string', title: 'Art', oneOf: options('dackel', 'spitz') } },
          },
        },
        frei: { type: 'string', title: 'Frei' },
        ziel: { type: 'string', title: 'Ziel', when },
      },
      { define: { kleine: "hunde.filter(h, h.art == 'dackel')" } },
    ),
  ).program;
  const nodes = nodesOf(compiled);
  const tree = (nodes.get('/ziel') as { when?: Parameters<typeof foreignConstants>[2] }).when;
  return tree ? foreignConstants(compiled, nodes, tree, '').map(({ field, constant }) => `${field} ${constant}`) : [];
}

describe('constants outside of their options', () => {
  it.each([
    ["wohnort == 'muenchen'", ['/wohnort muenchen']],
    ["'muenchen' == wohnort", ['/wohnort muenchen']],
    ["!(wohnort != 'Ja')", ['/wohnort Ja']],
    ["wohnort in ['ja', 'vielleicht']", ['/wohnort vielleicht']],
    ["'gelb' in farben", ['/farben gelb']],
    ["farben.exists(f, f == 'gelb')", ['/farben gelb']],
    ["hunde.exists(h, h.art in ['pudel', 'spitz'])", ['/hunde/*/art pudel']],
    ["hunde[0].art == 'pudel'", ['/hunde/*/art pudel']],
    ["hunde.filter(h, answered(h.art)).all(h, h.art == 'pudel')", ['/hunde/*/art pudel']],
    ["kleine.exists(h, h.art == 'pudel')", ['/hunde/*/art pudel']],
  ])('finds %s', (when, expected) => {
    expect(found(when)).toEqual(expected);
  });

  it.each([
    "wohnort == 'ja'",
    "wohnort in ['ja', 'nein']",
    "'rot' in farben",
    "frei == 'muenchen'",
    'wohnort == null',
    "hunde.exists(h, h.art == 'spitz') ? wohnort == 'nein' : frei == 'x'",
    "count(hunde) == 1 && frei in ['a', 'b']",
  ])('has nothing against %s', (when) => {
    expect(found(when)).toEqual([]);
  });
});
