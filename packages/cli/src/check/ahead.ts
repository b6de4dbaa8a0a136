/**
 * Does work for each of many things, a few of them at once, and gives what came of it in their order. Who stops
 * listening stops the work that is not begun.
 * @param atOnce how many are begun before the first is taken
 */
export async function* ahead<Thing, Result>(
  things: Iterable<Thing>,
  atOnce: number,
  work: (thing: Thing) => Promise<Result>,
): AsyncGenerator<readonly [Thing, Result]> {
  const begun: { readonly thing: Thing; readonly result: Promise<Result> }[] = [];
  const waiting = things[Symbol.iterator]();
  const begin = () => {
    const { done, value } = waiting.next();
    if (done) return;
    const result = work(value);
    // Who fails is heard when its turn comes.
    result.catch(() => undefined);
    begun.push({ thing: value, result });
  };
  for (let count = 0; count < atOnce; count++) begin();
  for (let next = begun.shift(); next; next = begun.shift()) {
    const result = await next.result;
    begin();
    yield [next.thing, result];
  }
}
