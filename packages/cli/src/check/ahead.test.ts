import { expect, test } from 'vitest';
import { ahead } from './ahead.ts';

/** Work that ends when it is told to. */
function gate() {
  const begun: number[] = [];
  const ends = new Map<number, { resolve(value: string): void; reject(error: unknown): void }>();
  const work = (thing: number) => {
    begun.push(thing);
    return new Promise<string>((resolve, reject) => ends.set(thing, { resolve, reject }));
  };
  return {
    begun,
    work,
    end: (thing: number) => ends.get(thing)?.resolve(`${thing}!`),
    fail: (thing: number) => ends.get(thing)?.reject(new RangeError(`${thing}`)),
  };
}

test('gives results in order, whichever is done first, and begins no more than it may', async () => {
  const { begun, work, end } = gate();
  const results = ahead([1, 2, 3, 4], 2, work);
  const first = results.next();
  expect(begun).toEqual([1, 2]);
  end(2);
  end(1);
  expect((await first).value).toEqual([1, '1!']);
  expect(begun).toEqual([1, 2, 3]);
  expect((await results.next()).value).toEqual([2, '2!']);
  expect(begun).toEqual([1, 2, 3, 4]);
  end(4);
  end(3);
  expect((await results.next()).value).toEqual([3, '3!']);
  expect((await results.next()).value).toEqual([4, '4!']);
  expect((await results.next()).done).toBe(true);
});

test('what fails is heard in its turn', async () => {
  const { work, end, fail } = gate();
  const results = ahead([1, 2], 2, work);
  const first = results.next();
  fail(2);
  end(1);
  expect((await first).value).toEqual([1, '1!']);
  await expect(results.next()).rejects.toThrow('2');
});

test('who stops listening stops what is not begun', async () => {
  const { begun, work, end } = gate();
  const results = ahead([1, 2, 3, 4], 1, work);
  const first = results.next();
  end(1);
  await first;
  await results.return(undefined);
  expect(begun).toEqual([1, 2]);
});
