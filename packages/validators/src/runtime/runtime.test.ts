import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords as expressionWords } from '../../../engine/src/expression/functions/words.ts';
import { equal } from './equal.ts';
import { ucs2length } from './length.ts';
import { isMultipleOf } from './multiple.ts';
import { countWords } from './words.ts';

describe('countWords', () => {
  it('counts as words() in expressions does', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '\n', '*', '#', '1.', '- ', '\u00a0') }),
        fc.boolean(),
        (text, markdown) => {
          expect(countWords(text, markdown)).toBe(expressionWords(text, markdown));
        },
      ),
    );
  });
});

describe('isMultipleOf', () => {
  it.each([
    [0.07, 0.01, true],
    [19.99, 0.01, true],
    [1.005, 0.01, false],
    [0, 5, true],
    [-15, 5, true],
    [1e21, 3, false],
    [1e-7, 1e-8, true],
    [10, 0, false],
    [Number.POSITIVE_INFINITY, 1, false],
  ])('%d by %d is %s', (value, step, expected) => {
    expect(isMultipleOf(value, step)).toBe(expected);
  });
});

describe('equal', () => {
  it('compares as JSON does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (left, right) => {
        expect(equal(left, structuredClone(left))).toBe(true);
        expect(equal(left, right)).toBe(equal(right, left));
      }),
    );
    expect(equal({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true);
    expect(equal({ a: 1 }, { a: 1, b: 2 })).toBe(false);
    expect(equal([], {})).toBe(false);
    expect(equal({ a: undefined }, { b: undefined })).toBe(false);
  });
});

describe('ucs2length', () => {
  it('counts code points', () => {
    expect(ucs2length('a😀')).toBe(2);
  });
});
