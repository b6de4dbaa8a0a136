import type { JsonObject } from '@schalter/definition';

/** Numbers between two (these left out) that a constraint may accept, the plainest first. */
export function numbersBetween(above: number, below: number, schema: JsonObject): number[] {
  const step = typeof schema.multipleOf === 'number' && schema.multipleOf > 0 ? schema.multipleOf : 1;
  const inside = (value: number) => value > above && value < below && Number.isFinite(value);
  const candidates: number[] = [];
  if (Number.isFinite(above)) candidates.push((Math.floor(above / step + 1e-9) + 1) * step, above + step, above + 0.5);
  if (Number.isFinite(below)) candidates.push((Math.ceil(below / step - 1e-9) - 1) * step, below - step, below - 0.5);
  if (Number.isFinite(above) && Number.isFinite(below)) candidates.push((above + below) / 2);
  candidates.push(0, step, 100 * step);
  return [...new Set(candidates.map(rounded))].filter(inside);
}

/** Without the last digits, in which steps that are no binary fractions go astray. */
function rounded(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15)) + 0;
}

/** Numbers that arithmetic with some constants may turn at. */
export function numbersAround(constants: readonly number[]): number[] {
  const found = new Set<number>();
  const add = (value: number) => {
    if (!Number.isFinite(value)) return;
    const round = Number(value.toPrecision(12)) + 0;
    for (const near of [round, Math.floor(round), Math.ceil(round), Math.floor(round) - 1, Math.ceil(round) + 1]) {
      found.add(near);
    }
  };
  for (const one of constants) add(one);
  for (const one of constants.slice(0, 6)) {
    for (const other of constants.slice(0, 6)) {
      if (other !== 0) add(one / other);
      add(one + other);
      add(one - other);
      add(one * other);
    }
  }
  for (const one of [0, 1, 10, 100, 1000, 10_000, 100_000, 1_000_000]) found.add(one);
  return [...found];
}
