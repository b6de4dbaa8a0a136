import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainEnvironment, typeOfShape } from '../../test/expressions/plain-environment.ts';
import type { GroupType } from '../compile/expression-types.ts';
import { evaluate, isTrue } from './evaluate.ts';
import { functions } from './functions/index.ts';
import type { Expression, MacroName, Value } from './tree.ts';

const shape = {
  p: 'boolean',
  n: 'number',
  t: 'string',
  d: 'date',
  g: { x: 'number' },
  zahlen: ['number'],
  liste: [{ x: 'number' }],
} as const;
const root = typeOfShape(shape) as GroupType;
const environment = plainEnvironment(root, {
  data: { p: true, n: 3, t: 'ab', d: '2026-02-01', zahlen: [1, null], liste: [{ x: 1 }, {}] },
  today: '2026-11-23',
});
const run = (tree: Expression): Value => evaluate(tree, environment);

/** Trees as the compiler would never mix them: every kind of node, of every type. */
const { tree } = fc.letrec<{ tree: Expression; leaf: Expression }>((tie) => {
  const any = tie('tree');
  const binary = (...kinds: readonly string[]) =>
    fc.tuple(fc.constantFrom(...kinds), any, any).map((node) => node as unknown as Expression);
  const macroNames: MacroName[] = ['all', 'exists', 'exists_one', 'map', 'filter'];
  return {
    leaf: fc.oneof(
      fc
        .constantFrom(null, true, false, 0, -1.5, 1e308, '', 'ab', '2026-02-01')
        .map((value) => ['literal', value] as const),
      fc
        .constantFrom('p', 'n', 't', 'd', 'g', 'zahlen', 'liste', 'x', 'constructor')
        .map((name) => ['get', { base: 'root' }, [name]] as const),
      fc.constantFrom('root', 'self', 'item', 'index').map((base) => ['get', { base }, []] as unknown as Expression),
      fc.constant(['get', { base: 'variable', name: 'v' }, ['x']] as const),
      fc.constant(['get', { base: 'define', name: 'nowhere' }, []] as const),
    ),
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      tie('leaf'),
      fc.array(any, { maxLength: 3 }).map((parts) => ['listLiteral', parts] as const),
      fc.tuple(any, fc.constantFrom('x', 'g', '__proto__')).map(([of, name]) => ['select', of, name] as const),
      any.map((part) => ['not', part] as const),
      any.map((part) => ['negate', part] as const),
      binary('and', 'or', 'equal', 'unequal', 'in', 'index'),
      binary('less', 'lessOrEqual', 'greater', 'greaterOrEqual'),
      binary('add', 'subtract', 'multiply', 'divide', 'remainder'),
      fc.tuple(any, any, any).map(([a, b, c]) => ['choose', a, b, c] as const),
      fc
        .tuple(fc.constantFrom(...macroNames), any, any)
        .map(([name, list, body]) => ['macro', name, list, 'v', body] as const),
      fc
        .tuple(fc.constantFrom(...functions.keys()), fc.array(any, { maxLength: 3 }))
        .map(([name, parts]) => ['call', name, parts] as const),
    ),
  };
});

describe('evaluate', () => {
  it('never throws, whatever the tree is, and gives only values of the language', () => {
    fc.assert(
      fc.property(tree, (node) => {
        const value = run(node);
        expect(['undefined', 'boolean', 'number', 'string', 'object']).toContain(typeof value);
        if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives unknown for JSON that is no tree', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        evaluate(json as unknown as Expression, environment);
      }),
    );
    const kinds = [
      'literal',
      'listLiteral',
      'get',
      'select',
      'index',
      'not',
      'and',
      'less',
      'add',
      'in',
      'choose',
      'macro',
      'call',
      'x',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.array(fc.jsonValue(), { maxLength: 4 }), (kind, parts) => {
        evaluate([kind, ...parts] as unknown as Expression, environment);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives unknown for trees that would exhaust the stack', () => {
    let deep: Expression = ['literal', true];
    for (let level = 0; level < 100_000; level++) deep = ['not', deep];
    expect(run(deep)).toBeUndefined();
  });

  it('gives unknown for macros inside each other over long lists, however they are folded', () => {
    const long: Expression = ['listLiteral', Array.from({ length: 500 }, (_, index) => ['literal', index])];
    const names: MacroName[] = ['all', 'exists', 'exists_one', 'map', 'filter'];
    for (const name of names) {
      const never: Expression = ['literal', name === 'all'];
      let nested: Expression = never;
      for (let level = 0; level < 4; level++) nested = ['macro', name, long, `v${level}`, nested];
      expect(run(nested)).toBeUndefined();
      // Also where a part of it would decide.
      expect(run(['or', ['literal', true], nested])).toBe(true);
      expect(run(['or', ['equal', nested, ['literal', 1]], ['literal', true]])).toBeUndefined();
    }
    // What comes after is not touched.
    expect(run(['macro', 'exists', long, 'v', ['literal', true]])).toBe(true);
  });

  it('does not let texts grow without end', () => {
    const v: Expression = ['get', { base: 'variable', name: 'v' }, []];
    const doubled = (list: Expression): Expression => ['macro', 'map', list, 'v', ['add', v, v]];
    let list: Expression = ['listLiteral', [['literal', 'x'.repeat(1000)]]];
    for (let level = 0; level < 40; level++) list = doubled(list);
    expect(run(['index', list, ['literal', 0]])).toBeUndefined();
  });
});

describe('folding', () => {
  const unknownOr = (value: Value): boolean | undefined => (typeof value === 'boolean' ? value : undefined);
  const same = (left: Expression, right: Expression) => expect(unknownOr(run(left))).toBe(unknownOr(run(right)));
  const check = (law: (a: Expression, b: Expression, c: Expression) => void) =>
    fc.assert(fc.property(tree, tree, tree, law), { numRuns: 300 });

  it('does not depend on the order or the grouping', () => {
    check((a, b, c) => {
      same(['and', a, b], ['and', b, a]);
      same(['or', a, b], ['or', b, a]);
      same(['and', a, ['and', b, c]], ['and', ['and', a, b], c]);
      same(['or', a, ['or', b, c]], ['or', ['or', a, b], c]);
    });
  });

  it("follows De Morgan's laws and distributes", () => {
    check((a, b, c) => {
      same(['not', ['and', a, b]], ['or', ['not', a], ['not', b]]);
      same(['not', ['or', a, b]], ['and', ['not', a], ['not', b]]);
      same(['and', a, ['or', b, c]], ['or', ['and', a, b], ['and', a, c]]);
    });
  });

  it('makes exists and all what || and && of their entries are', () => {
    check((a, b, c) => {
      const list: Expression = ['listLiteral', [a, b, c]];
      const itself: Expression = ['get', { base: 'variable', name: 'v' }, []];
      same(['macro', 'exists', list, 'v', itself], ['or', a, ['or', b, c]]);
      same(['macro', 'all', list, 'v', itself], ['and', a, ['and', b, c]]);
    });
  });

  it("keeps == and != each other's opposite and never unknown", () => {
    check((a, b) => {
      const equal = run(['equal', a, b]);
      expect(typeof equal).toBe('boolean');
      expect(run(['unequal', a, b])).toBe(!equal);
      expect(typeof run(['in', a, ['listLiteral', [b]]])).toBe('boolean');
    });
  });

  it('reads nothing that cannot matter any more', () => {
    const read: string[] = [];
    const watching = { ...environment, define: (name: string) => void read.push(name) };
    const define = (name: string): Expression => ['get', { base: 'define', name }, []];
    evaluate(['and', ['literal', false], define('a')], watching);
    evaluate(['or', ['literal', true], define('b')], watching);
    evaluate(['choose', ['literal', true], define('c'), define('d')], watching);
    expect(read).toEqual(['c']);
  });
});

it('counts only true as true', () => {
  expect([true, false, null, undefined, 1, 'true'].map(isTrue)).toEqual([true, false, false, false, false, false]);
});
