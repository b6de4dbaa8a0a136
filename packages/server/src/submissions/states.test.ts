import { expect, test } from 'vitest';
import { assertTransition, readState } from './states.ts';

test('a life goes its ways and no others', () => {
  expect(() => assertTransition('received', 'released')).not.toThrow();
  expect(() => assertTransition('received', 'awaiting-payment')).not.toThrow();
  expect(() => assertTransition('awaiting-payment', 'expired')).not.toThrow();
  expect(() => assertTransition('cancelled', 'awaiting-payment')).not.toThrow();
  expect(() => assertTransition('released', 'delivered')).not.toThrow();
  for (const [from, to] of [
    ['received', 'delivered'],
    ['awaiting-payment', 'delivered'],
    ['expired', 'released'],
    ['delivered', 'released'],
    ['withdrawn', 'released'],
  ] as const) {
    expect(() => assertTransition(from, to)).toThrow(expect.objectContaining({ code: 'transition-refused' }));
  }
});

test('only known states are read', () => {
  expect(readState('released')).toBe('released');
  expect(() => readState('__proto__')).toThrow();
});
