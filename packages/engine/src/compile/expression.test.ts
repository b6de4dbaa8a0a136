import { errorMessage, errorTable } from '@schalter/definition';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainEnvironment, type Shape, scopeAt, typeOfShape } from '../../test/expressions/plain-environment.ts';
import { refused, valueTables } from '../../test/expressions/tables.ts';
import { evaluate } from '../expression/evaluate.ts';
import { functions } from '../expression/functions/index.ts';
import { functionSignatures } from '../expression/signatures.ts';
import type { Expression } from '../expression/tree.ts';
import { compileExpression } from './expression.ts';
import { deepestExpression, longestExpression } from './expression-parse.ts';
import { patternFault, patternsOf } from './expression-pattern.ts';
import { signatures } from './expression-signature.ts';
import type { GroupType } from './expression-types.ts';

const shape: Shape = refused.shape;
const root = typeOfShape(shape) as GroupType;
const scope = scopeAt(root, { at: '/hunde/0' });
const environment = plainEnvironment(root, { data: { hunde: [{}] }, today: '2026-11-23', at: '/hunde/0' });

/** Compiles what may be anything, and holds the answer to its promises. */
function check(text: string): void {
  const { tree, type, problems } = compileExpression(text, scope);
  const errors = problems.filter((problem) => problem.severity === 'error');
  expect(tree === undefined).toBe(errors.length > 0);
  expect(type === undefined).toBe(errors.length > 0);
  for (const { code, params, start, end } of problems) {
    expect(errorTable).toHaveProperty(code);
    expect(errorMessage(code, params)).not.toMatch(/\{[a-z]+\}/);
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThanOrEqual(text.length);
  }
  // Whatever compiles runs, and is JSON.
  if (tree) {
    evaluate(tree, environment);
    expect(JSON.parse(JSON.stringify(tree))).toEqual(tree);
  }
}

describe('compileExpression', () => {
  it('gives problems for garbage and never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), check), { numRuns: 1000 });
  });

  it('gives problems for words of the language in any order', () => {
    const names = [
      'n',
      't',
      'p',
      'd',
      'halter',
      'hunde',
      'self',
      'index',
      'vorname',
      'h',
      'null',
      'true',
      "'a'",
      '1',
      '0.5',
    ];
    const signs = [
      '.',
      ',',
      '(',
      ')',
      '[',
      ']',
      '?',
      ':',
      '!',
      '-',
      '+',
      '*',
      '%',
      '==',
      '<',
      '&&',
      '||',
      ' in ',
      '{',
      '}',
      'b',
    ];
    const words = fc.constantFrom(...names, ...signs, ...functions.keys(), 'exists', 'map', 'filter', 'has', 'dyn');
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (parts) => check(parts.join(''))),
      { numRuns: 5000 },
    );
  });

  it('stays right when characters of true expressions are lost or doubled', () => {
    const known = [...valueTables.values()].flatMap(({ cases }) => cases.map(({ expression }) => expression));
    fc.assert(
      fc.property(fc.constantFrom(...known), fc.nat(60), fc.nat(3), fc.nat(3), (text, at, lost, doubled) => {
        check(text.slice(0, at) + text.slice(Math.max(0, at + lost - doubled)));
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['(', ')'],
    ['!', ''],
    ['-', ''],
    ['[', ']'],
    ['p ? p : ', ''],
    ['lower(', ')'],
    ['hunde.exists(h, ', ')'],
    ['p && ', ''],
  ])('refuses %s repeated without end', (before, after) => {
    for (const times of [deepestExpression + 1, 1000, 100_000]) {
      const { tree, problems } = compileExpression(`${before.repeat(times)}p${after.repeat(times)}`, scope);
      expect(tree).toBeUndefined();
      expect(problems).toHaveLength(1);
      expect(['expression-too-deep', 'expression-too-long']).toContain(problems[0]?.code);
    }
  });

  it('accepts long chains within its bounds', () => {
    const chain = Array.from({ length: deepestExpression - 1 }, (_, index) => `n == ${index}`).join(' || ');
    expect(chain.length).toBeLessThan(longestExpression);
    expect(compileExpression(chain, scope).problems).toEqual([]);
  });

  it('gives all problems of an expression in the order of their places', () => {
    const { problems } = compileExpression("t == 1 || nn > 2 || halter.vornam == 'a' || foo(1)", scope);
    expect(problems.map(({ code }) => code)).toEqual([
      'expression-compare',
      'expression-unknown-name',
      'expression-unknown-member',
      'expression-unknown-function',
    ]);
  });

  it.each([
    ['anschrif', 'halter.anschrif.ort', '(did you mean "anschrift"?)'],
    ['hnude', 'hnude[0].name', '(did you mean "hunde"?)'],
    ['name', "name == 'Rex'", '(did you mean "self.name"?)'],
    ['adMonths', 'adMonths(d, 1) > d', '(did you mean "addMonths"?)'],
    ['trim', "t.trim() == 'a'", 'write trim(…)'],
    ['has', 'has(t)', 'write answered(…)'],
  ])('suggests what %s may mean', (_, text, suggestion) => {
    const [problem] = compileExpression(text, scope).problems;
    expect(problem && errorMessage(problem.code, problem.params)).toContain(suggestion);
  });

  it.each([
    ['t', ['boolean'], 'expression-result'],
    ['n > 1', ['number'], 'expression-result'],
    ['hunde', ['string', 'number'], 'expression-result'],
    ['n > 1', ['boolean'], undefined],
    ['today()', ['string'], undefined],
    ['n', ['string', 'number'], undefined],
  ] as const)('checks that %s gives %j', (text, expects, code) => {
    expect(compileExpression(text, scope, expects).problems[0]?.code).toBe(code);
  });

  it('has no second problem for a named expression that is wrong itself', () => {
    const { tree, problems } = compileExpression('kaputt > 1 && nn', { ...scope, failed: ['kaputt'] });
    expect(tree).toBeUndefined();
    expect(problems.map(({ params }) => params.name)).toEqual(['nn']);
  });

  it('knows only self, item and index where the scope has nothing else', () => {
    const empty: GroupType = { kind: 'group', members: {} };
    expect(compileExpression('self.alter > 1', { ...scope, root: empty }).problems).toEqual([]);
    expect(compileExpression('index > 1', { root, self: root, defines: {} }).problems[0]?.code).toBe(
      'expression-unknown-name',
    );
  });

  it('compiles text that is no text', () => {
    for (const value of [undefined, null, 1, {}, []]) {
      expect(compileExpression(value as unknown as string, scope).problems[0]?.code).toBe('expression-empty');
    }
  });
});

describe('patterns', () => {
  it.each(['^(?:a)$', '^(?:(a)|[)(]\\(b\\))$', '^(?:)$', '^(?:a|b)$', '^(?:[\\]()]x)$', '^(?:(?<jahr>\\d{4}))$'])(
    'accepts %s',
    (source) => {
      expect(patternFault(source)).toBeUndefined();
    },
  );

  it.each([
    '',
    'a',
    '^a$',
    '^(?:a)',
    '(?:a)$',
    '^(?:a)|(?:b)$',
    '^(?:a',
    '^(?:a)$)',
    '^(?:[)$',
    '^(?:\\)$',
    '^(?:\\d{2,1})$',
  ])('refuses %s', (source) => {
    expect(patternFault(source)).toBeDefined();
  });

  it('are found wherever they stand', () => {
    const text = "hunde.exists(h, h.name.matches('^(?:a)$')) ? t.matches('^(?:b)$') : !u.matches('^(?:c)$')";
    const { tree } = compileExpression(text, scope);
    expect(patternsOf(tree as Expression)).toEqual(['^(?:a)$', '^(?:b)$', '^(?:c)$']);
  });
});

describe('signatures', () => {
  it.each([...functionSignatures])('of %s can be read', (name, signature) => {
    const parsed = signatures.get(name);
    expect(parsed?.name).toBe(name);
    // Every word of it has been understood.
    const kinds = ['string', 'number', 'boolean', 'date', 'any', 'T', 'O'];
    for (const word of signature.match(/\w+/g) ?? []) expect([...kinds, 'list', name]).toContain(word);
  });
});
