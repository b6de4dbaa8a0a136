import { describe, expect, it } from 'vitest';
import { compileExpression } from '../compile/expression.ts';
import type { ValueType } from '../compile/expression-scope.ts';
import type { GroupType } from '../compile/expression-types.ts';
import { referencesOf } from './references.ts';
import type { Expression } from './tree.ts';

const text: ValueType = { kind: 'string' };
const impfung: ValueType = { kind: 'group', members: { gegen: text, am: { kind: 'date' } } };
const hund: GroupType = {
  kind: 'group',
  members: {
    name: text,
    kampfhund: { kind: 'boolean' },
    alter: { kind: 'number' },
    impfungen: { kind: 'list', of: impfung },
  },
};
const person: GroupType = { kind: 'group', members: { vorname: text, geburtsdatum: { kind: 'date' } } };
const root: GroupType = {
  kind: 'group',
  members: {
    n: { kind: 'number' },
    t: text,
    halter: person,
    partner: person,
    texte: { kind: 'list', of: text },
    hunde: { kind: 'list', of: hund },
  },
};
const hunde: ValueType = { kind: 'list', of: hund };
const defines: Record<string, ValueType> = { alte: hunde, wer: person, zahl: { kind: 'number' } };

function compiled(expression: string): Expression {
  const { tree } = compileExpression(expression, { root, self: hund, item: hund, named: { h1: hund }, defines });
  return tree as Expression;
}

/** References as short texts, sorted. */
function reads(expression: string, trees: Record<string, string> = {}): string[] {
  const definition = (name: string) => (trees[name] === undefined ? undefined : compiled(trees[name]));
  return referencesOf(compiled(expression), definition)
    .map(({ base, path, deep }) => {
      const start = 'name' in base ? base.name : 'as' in base ? base.as : base.base;
      return [start, ...path].join('/') + (deep ? '/**' : '');
    })
    .sort();
}

describe('referencesOf', () => {
  it.each([
    ["n > 1 && t == 'a' || n < 5", ['root/n', 'root/t']],
    ['halter.vorname == t', ['root/halter/vorname', 'root/t']],
    ['self.alter > item.alter + h1.alter + index', ['h1/alter', 'index', 'item/alter', 'self/alter']],
    ['zahl + 1', ['zahl']],
    ['today() > halter.geburtsdatum', ['root/halter/geburtsdatum']],
    ['hunde.exists(h, h.kampfhund)', ['root/hunde/*/kampfhund']],
    ['hunde.exists(h, true)', ['root/hunde']],
    ['count(hunde)', ['root/hunde']],
    ['count(hunde) + sum(hunde.map(h, h.alter))', ['root/hunde/*/alter']],
    ['answered(hunde)', ['root/hunde/**']],
    ['answered(hunde) && hunde[0].alter > 1', ['root/hunde/**', 'root/hunde/*/alter']],
    ['answered(halter)', ['root/halter/**']],
    ['answered(self)', ['self/**']],
    ['hunde[n].name', ['root/hunde/*/name', 'root/n']],
    ['hunde[0].impfungen.all(i, i.gegen == t)', ['root/hunde/*/impfungen/*/gegen', 'root/t']],
    ['hunde.all(h, h.impfungen.exists(i, i.gegen == h.name))', ['root/hunde/*/impfungen/*/gegen', 'root/hunde/*/name']],
    ['hunde.filter(h, h.kampfhund).map(h, h.name)', ['root/hunde/*/kampfhund', 'root/hunde/*/name']],
    ['hunde.filter(h, h.kampfhund)[0].alter', ['root/hunde/*/alter', 'root/hunde/*/kampfhund']],
    ['hunde.map(h, h.impfungen).exists(x, x.exists(i, i.gegen == t))', ['root/hunde/*/impfungen/*/gegen', 'root/t']],
    ["texte.exists(x, x == 'a')", ['root/texte/*']],
    ["'a' in texte", ['root/texte']],
    ['t in hunde.map(h, h.name)', ['root/hunde/*/name', 'root/t']],
    [
      '(answered(partner) ? partner : halter).vorname',
      ['root/halter/vorname', 'root/partner/**', 'root/partner/vorname'],
    ],
    ['or(partner, halter).vorname', ['root/halter/vorname', 'root/partner/vorname']],
    [
      '[halter, partner].exists(p, age(p.geburtsdatum) < 18)',
      ['root/halter/geburtsdatum', 'root/partner/geburtsdatum'],
    ],
    ['alte.exists(h, h.kampfhund)', ['alte/*/kampfhund']],
  ])('%s', (expression, expected) => {
    expect(reads(expression)).toEqual(expected);
  });

  it('reads through named lists and groups, without what computing them reads', () => {
    const trees = { alte: 'hunde.filter(h, h.alter > 5)', wer: 'answered(partner) ? partner : halter' };
    expect(reads('alte.exists(h, h.kampfhund)', trees)).toEqual(['alte', 'root/hunde/*/kampfhund']);
    expect(reads('wer.vorname', trees)).toEqual(['root/halter/vorname', 'root/partner/vorname', 'wer']);
    expect(reads('zahl + 1', { zahl: 'n * 2' })).toEqual(['zahl']);
  });

  it('ends with named expressions that name each other', () => {
    expect(reads('alte[0].name', { alte: 'alte.filter(h, h.kampfhund)' })).toEqual(['alte']);
  });
});
