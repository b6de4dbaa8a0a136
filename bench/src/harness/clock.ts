/** What a run takes, in milliseconds. */
export interface Spell {
  /** From beginning to end. */
  readonly passed: number;
  /** What its thread has worked of that, as coarsely as the system counts it. */
  readonly worked: number;
}

/** Tells both times since some beginning. */
export type Clock = () => Spell;

export const systemClock: Clock = () => {
  const { user, system } = process.threadCpuUsage();
  return { passed: performance.now(), worked: (user + system) / 1000 };
};

/** Less work than this is too coarsely counted to say anything. */
const leastWork = 100;

/**
 * The usual time of a run: the median; but where the thread has worked less than that (others had the processor
 * meanwhile), what it has worked on average.
 */
export function usual(spells: readonly Spell[]): number {
  const middle = median(spells.map(({ passed }) => passed));
  const work = spells.reduce((sum, { worked }) => sum + worked, 0);
  return work >= leastWork ? Math.min(middle, work / spells.length) : middle;
}

export function since(clock: Clock, before: Spell): Spell {
  const now = clock();
  return { passed: now.passed - before.passed, worked: now.worked - before.worked };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
