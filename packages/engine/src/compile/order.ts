/** One thing to compute and what it reads; `at` is the pointer of the expression that reads. */
export interface Unit {
  readonly at?: string;
  readonly reads: readonly string[];
}

/**
 * Sorts units such that each stands after what it reads. Iterative, because chains of thousands are allowed.
 * @returns the order of all that is on no cycle, and every cycle found, first unit repeated at its end
 */
export function orderOf(units: ReadonlyMap<string, Unit>): { order: string[]; cycles: string[][] } {
  const order: string[] = [];
  const cycles: string[][] = [];
  const state = new Map<string, 'open' | 'done'>();
  for (const start of units.keys()) {
    if (state.has(start)) continue;
    const path: { readonly name: string; next: number }[] = [{ name: start, next: 0 }];
    state.set(start, 'open');
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const read = units.get(top.name)?.reads[top.next];
      top.next++;
      if (read === undefined) {
        state.set(top.name, 'done');
        order.push(top.name);
        path.pop();
      } else if (!units.has(read)) {
        // A node that is no unit: nothing to compute there.
      } else if (state.get(read) === 'open') {
        const names = path.map(({ name }) => name);
        cycles.push([...names.slice(names.indexOf(read)), read]);
      } else if (!state.has(read)) {
        state.set(read, 'open');
        path.push({ name: read, next: 0 });
      }
    }
  }
  return { order, cycles };
}
