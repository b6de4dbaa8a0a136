import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Shape, scopeAt, typeOfShape } from '../../test/expressions/plain-environment.ts';
import { refused } from '../../test/expressions/tables.ts';
import type { Expression } from '../expression/tree.ts';
import { compileExpression } from './expression.ts';
import { celObjection } from './expression-cel.ts';
import type { GroupType } from './expression-types.ts';

const shape: Shape = refused.shape;
const root = typeOfShape(shape) as GroupType;
const scope = scopeAt(root, { at: '/hunde/0' });

/** Texts of expressions that are right by construction, by the type they give. */
const texts = fc.letrec<Record<'boolean' | 'number' | 'string' | 'date' | 'numbers' | 'group', string>>((tie) => {
  const boolean = tie('boolean');
  const number = tie('number');
  const string = tie('string');
  const date = tie('date');
  const numbers = tie('numbers');
  const group = tie('group');
  const join = (...parts: (string | fc.Arbitrary<string>)[]) =>
    fc.tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part))).map((all) => all.join(''));
  const choice = (of: fc.Arbitrary<string>) => join('(', boolean, ' ? ', of, ' : ', of, ')');
  return {
    boolean: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom('p', 'q', 'true', 'self.kampfhund', 'hunde[0].kampfhund'),
      join('(', boolean, ' && ', boolean, ')'),
      join('!(', boolean, ')'),
      join('(', number, fc.constantFrom(' < ', ' == ', ' >= ', ' != '), number, ')'),
      join('(', string, fc.constantFrom(' == ', ' < '), string, ')'),
      join('(', date, ' <= ', date, ')'),
      join('(', number, ' in ', numbers, ')'),
      join(fc.constantFrom('n', 't', 'd', 'p'), fc.constantFrom(' == null', ' != null')),
      join('answered(', group, ')'),
      join(string, '.contains(', string, ')'),
      fc
        .constantFrom('hunde', 'hunde.filter(y, y.kampfhund)', '[halter, partner]')
        .chain((list) =>
          list.startsWith('[')
            ? join(list, '.all(x, x.geburtsdatum < ', date, ')')
            : join(list, '.exists(x, x.alter > ', number, ' || x.impfungen.all(z, z.gegen == x.name))'),
        ),
      choice(boolean),
    ),
    number: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom('n', 'm', '1', '2.5', 'index', 'self.alter', 'zahlen[0]', 'zahlen[index]'),
      join('(', number, fc.constantFrom(' + ', ' - ', ' * ', ' / ', ' % '), number, ')'),
      join('-', number),
      join(fc.constantFrom('sum', 'min', 'max', 'count', 'size'), '(', numbers, ')'),
      join('round(', number, ', 2)'),
      join('days(', date, ', ', date, ')'),
      join(fc.constantFrom('size(', 'words('), string, ')'),
      join('or(', number, ', ', number, ')'),
      choice(number),
    ),
    string: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom('t', 'text', "'a'", "'ä\\n\\'x\\''", 'self.name', 'halter.anschrift.ort', 'texte[0]'),
      join('(', string, ' + ', string, ')'),
      join('lower(', string, ')'),
      join(group, '.vorname'),
      choice(string),
    ),
    date: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom('d', 'today()', "'2026-01-01'", 'max(tage)'),
      join('addMonths(', date, ', ', number, ')'),
      join(group, '.geburtsdatum'),
      join('or(', date, ', ', date, ')'),
    ),
    numbers: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom('zahlen', '[]', 'hunde.map(x, x.alter)', 'hunde.map(x, x.impfungen.size())'),
      join('[', number, ', ', number, ']'),
      join('zahlen.map(x, x * ', number, ')'),
      join('zahlen.filter(x, x > ', number, ')'),
    ),
    group: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom('halter', 'partner'),
      choice(group),
      join('[', group, ', ', group, '][1]'),
    ),
  };
});

describe('the second check by cel-js', () => {
  it.each(Object.entries(texts))('agrees that expressions of type %s are CEL', (_, text) => {
    fc.assert(
      fc.property(text, (expression) => {
        const { problems } = compileExpression(expression, scope);
        const errors = problems.filter(
          // What the bounds refuse, and macros in macros with one name for their variables.
          ({ severity, code }) => severity === 'error' && !/too-|hides-name|constant-never/.test(code),
        );
        expect(errors).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('objects to what is no CEL', () => {
    const wrong: Expression[] = [
      ['equal', ['literal', 1], ['literal', 'a']],
      ['less', ['get', { base: 'root' }, ['t']], ['get', { base: 'root' }, ['n']]],
      ['get', { base: 'root' }, ['halter', 'nichts']],
      ['call', 'age', [['literal', 1]]],
      ['and', ['literal', 1], ['literal', true]],
      ['macro', 'exists', ['get', { base: 'root' }, ['n']], 'x', ['literal', true]],
    ];
    for (const tree of wrong) expect(celObjection(tree, scope, new Map())).toBeTypeOf('string');
  });
});
