import fc from 'fast-check';
import { expect, it } from 'vitest';
import { roundHalfAway } from './round.ts';

it('rounds halves away from zero, on both sides alike', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.nat(15), (value, digits) => {
      const rounded = roundHalfAway(value, digits);
      expect(rounded).toBeDefined();
      expect(roundHalfAway(0 - value, digits)).toBe(0 - (rounded as number) + 0);
      // Rounding again changes nothing.
      expect(roundHalfAway(rounded as number, digits)).toBe(rounded);
    }),
  );
});

it('rounds decimal halves up to the next decimal', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), (cents) => {
      expect(roundHalfAway(Number(`${cents}.5`))).toBe(cents + 1);
      expect(roundHalfAway(Number(`${cents}.005`), 2)).toBe(Number(`${cents}.01`));
    }),
  );
});

it.each([Number.NaN, Number.POSITIVE_INFINITY])('does not round %d', (value) => {
  expect(roundHalfAway(value)).toBeUndefined();
});
