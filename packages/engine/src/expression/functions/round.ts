import type { ProfileFunction } from './function.ts';

/**
 * Rounds half away from zero, in decimal: `1.005` to two digits is `1.01`, although its nearest binary fraction lies
 * below. `digits` after the point, 0 to 15; `undefined` for others.
 */
export function roundHalfAway(value: number, digits = 0): number | undefined {
  if (!Number.isFinite(value) || !Number.isInteger(digits) || digits < 0 || digits > 15) return undefined;
  const scaled = Math.round(shift(Math.abs(value), digits));
  // Beyond that, numbers have no digits after the point that could be rounded.
  if (scaled > Number.MAX_SAFE_INTEGER) return value;
  return Math.sign(value) * shift(scaled, -digits) + 0;
}

/** Moves the decimal point, exactly: by the exponent of the shortest notation, not by a multiplication. */
function shift(value: number, digits: number): number {
  const [mantissa, exponent = '0'] = String(value).split('e');
  return Number(`${mantissa}e${Number(exponent) + digits}`);
}

export const round: ProfileFunction = {
  run: ([value, digits]) =>
    typeof value === 'number' && typeof digits === 'number' ? roundHalfAway(value, digits) : undefined,
};
