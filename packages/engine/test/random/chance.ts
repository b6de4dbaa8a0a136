import fc from 'fast-check';

/** Choices of a random form or history: each is remembered by fast-check and made smaller where a property fails. */
export class Chance {
  readonly #next: fc.GeneratorValue;
  #names = 0;

  constructor(next: fc.GeneratorValue) {
    this.#next = next;
  }

  /** A whole number from 0 to `max`. */
  upTo(max: number): number {
    return max <= 0 ? 0 : this.#next(fc.nat, max);
  }

  /** True in so many cases of a hundred. */
  percent(share: number): boolean {
    // Smaller choices are "no".
    return this.#next(fc.nat, 99) >= 100 - share;
  }

  /** One of several; the first is the simplest. */
  pick<T>(list: readonly T[]): T {
    return list[this.upTo(list.length - 1)] as T;
  }

  some<T>(list: readonly T[], share = 50): T[] {
    return list.filter(() => this.percent(share));
  }

  shuffled<T>(list: readonly T[]): T[] {
    const left = [...list];
    const order: T[] = [];
    while (left.length > 0) order.push(...left.splice(this.upTo(left.length - 1), 1));
    return order;
  }

  /** A name that this form has not had yet. */
  name(prefix: string): string {
    this.#names++;
    return `${prefix}${this.#names}`;
  }
}

/** Something made of random choices. */
export function random<T>(make: (chance: Chance) => T): fc.Arbitrary<T> {
  return fc.gen().map((next) => make(new Chance(next)));
}

/** Notes something that a failure is to show. */
export type Note = (what: string, value: unknown) => void;

const longestShrinking = 20_000;

/**
 * Holds a property of random choices. `SOAK` says how many times, for a long search (`npm run soak:engine`); else as many
 * as an ordinary run of the tests has time for. A failure shows what was noted last.
 * @returns how many times it was held
 */
export function hold(ordinary: number, property: (chance: Chance, note: Note) => void): number {
  const wanted = Number(process.env.SOAK);
  const numRuns = Number.isInteger(wanted) && wanted > 0 ? wanted : ordinary;
  let failed: number | undefined;
  fc.assert(
    fc.property(fc.gen(), (next) => {
      // Enough of looking for a smaller example.
      if (failed !== undefined && Date.now() - failed > longestShrinking) return;
      const notes = new Map<string, unknown>();
      try {
        property(new Chance(next), (what, value) => void notes.set(what, value));
      } catch (error) {
        if (!(error instanceof Error) || fc.PreconditionFailure.isFailure(error)) throw error;
        failed ??= Date.now();
        const noted = [...notes].map(([what, value]) => `\n${what}: ${JSON.stringify(value)}`);
        throw new Error(`${error.message}${noted.join('')}`, { cause: error });
      }
    }),
    { numRuns },
  );
  return numRuns;
}
