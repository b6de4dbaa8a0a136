import { type Clock, type Spell, since, systemClock, usual } from './clock.ts';

/** Something whose time is taken: one of several that do the same work. */
export interface Candidate {
  readonly name: string;
  /** Everything that comes before the clock starts, once per measurement; answers the work itself. */
  readonly prepare: () => Work;
}

export interface Work {
  /** What is timed. */
  readonly run: () => unknown;
  /** Undoes it, untimed, before it runs again; with it every run is timed by itself. */
  readonly reset?: () => void;
  /** Gives up what `prepare` made. */
  readonly end?: () => void;
}

/** Milliseconds per run by the candidate's name; `null` for one that throws. */
export type Times = Record<string, number | null>;

export interface MeasureOptions {
  /** Milliseconds of warm-up per candidate; one run at least. */
  readonly warmUp?: number;
  /** Milliseconds that a candidate may work for its samples, once it has the fewest. */
  readonly budget?: number;
  readonly fewest?: number;
  readonly most?: number;
  readonly clock?: Clock;
}

/** Samples take about this long: the clock's grain does not matter, and most are over before others get the processor. */
const sampleLength = 1;

interface Running {
  readonly name: string;
  /** Gone when it has thrown. */
  work: Work | undefined;
  readonly samples: Spell[];
  /** Runs per sample. */
  batch: number;
  spent: number;
}

/**
 * Milliseconds per run of each candidate, by name: the usual time of many samples, taken in turns, so that a busy
 * moment of the machine meets all of them alike.
 */
export function measure(
  candidates: readonly Candidate[],
  { warmUp = 300, budget = 600, fewest = 3, most = 400, clock = systemClock }: MeasureOptions = {},
): Times {
  const all = candidates.map(({ name }): Running => ({ name, work: undefined, samples: [], batch: 1, spent: 0 }));
  for (const [index, one] of all.entries()) {
    try {
      one.work = candidates[index]?.prepare();
    } catch {
      continue;
    }
    attempt(one, (work) => {
      one.batch = warm(work, warmUp, clock);
    });
  }
  const waiting = new Set(all.filter(({ work }) => work));
  while (waiting.size > 0) {
    for (const one of waiting) {
      attempt(one, (work) => {
        const took = sample(work, one.batch, clock);
        one.spent += took.worked;
        one.samples.push(took);
      });
      const { length } = one.samples;
      if (!one.work || length >= most || (length >= fewest && one.spent >= budget)) waiting.delete(one);
    }
  }
  for (const one of all) attempt(one, (work) => work.end?.());
  return Object.fromEntries(all.map(({ name, work, samples, batch }) => [name, work ? usual(samples) / batch : null]));
}

/** Who throws (a stack too deep, at a size that is too large) is out. */
function attempt(one: Running, run: (work: Work) => void): void {
  try {
    if (one.work) run(one.work);
  } catch {
    one.work = undefined;
  }
}

/** Runs until the warm-up is over; answers how many runs make a sample. */
function warm(work: Work, length: number, clock: Clock): number {
  const start = clock();
  let runs = 0;
  do {
    work.reset?.();
    work.run();
    runs++;
  } while (since(clock, start).passed < length);
  if (work.reset) return 1;
  return Math.max(1, Math.round((sampleLength * runs) / since(clock, start).passed));
}

function sample(work: Work, batch: number, clock: Clock): Spell {
  work.reset?.();
  const start = clock();
  for (let run = 0; run < batch; run++) work.run();
  return since(clock, start);
}
