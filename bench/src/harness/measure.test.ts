import { describe, expect, test } from 'vitest';
import { median, usual } from './clock.ts';
import { measure } from './measure.ts';

/** A clock that moves only when somebody works. */
function simulated() {
  let time = 0;
  const work = (length: number) => () => {
    time += length;
  };
  return { clock: () => ({ passed: time, worked: time }), work };
}

describe('measure', () => {
  test('answers the time of one run of each candidate', () => {
    const { clock, work } = simulated();
    const times = measure(
      [
        { name: 'quick', prepare: () => ({ run: work(0.01) }) },
        { name: 'slow', prepare: () => ({ run: work(30) }) },
      ],
      { clock },
    );
    expect(times.quick).toBeCloseTo(0.01);
    expect(times.slow).toBeCloseTo(30);
  });

  test('leaves out what is undone in between', () => {
    const { clock, work } = simulated();
    const times = measure([{ name: 'ours', prepare: () => ({ run: work(2), reset: work(50) }) }], { clock });
    expect(times.ours).toBeCloseTo(2);
  });

  test('takes turns, so that nobody has the machine for himself', () => {
    const { clock, work } = simulated();
    const order: string[] = [];
    const candidate = (name: string) => ({
      name,
      prepare: () => ({
        run() {
          order.push(name);
          work(10)();
        },
      }),
    });
    measure([candidate('a'), candidate('b')], { clock, warmUp: 0, fewest: 3, most: 3 });
    // Each is warmed up first.
    expect(order).toEqual(['a', 'b', 'a', 'b', 'a', 'b', 'a', 'b']);
  });

  test('goes on with the others when one throws', () => {
    const { clock, work } = simulated();
    let ended = false;
    const times = measure(
      [
        {
          name: 'broken',
          prepare: () => {
            throw new RangeError('too deep');
          },
        },
        { name: 'ours', prepare: () => ({ run: work(1), end: () => (ended = true) }) },
      ],
      { clock },
    );
    expect(times).toEqual({ broken: null, ours: 1 });
    expect(ended).toBe(true);
  });

  test('a single outlier does not count', () => {
    expect(median([3, 1, 1000])).toBe(3);
    expect(median([1, 2, 3, 10])).toBe(2.5);
    expect(usual([3, 1, 1000].map((passed) => ({ passed, worked: passed })))).toBe(3);
  });

  test('waiting for the processor does not count where the work is known', () => {
    expect(usual(Array.from({ length: 20 }, (_, index) => ({ passed: 30, worked: index % 2 === 0 ? 12 : 16 })))).toBe(
      14,
    );
    // Too little to be counted.
    expect(usual([{ passed: 0.5, worked: 0 }])).toBe(0.5);
  });
});
