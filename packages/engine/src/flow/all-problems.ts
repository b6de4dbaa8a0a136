import { allCells, cannotCompute } from '../evaluate/cannot-compute.ts';
import type { Problem } from '../problem.ts';
import type { Store } from '../run/store.ts';
import type { Pages } from './pages.ts';
import { stepProblems } from './problems.ts';

/** Everything that is wrong with the answers, whichever page it stands on: while there is anything, nothing is filed. */
export function allProblems(store: Store, pages: Pages): Problem[] {
  const problems: Problem[] = [];
  for (const cell of allCells(store.root)) {
    for (const { code, params } of cell.findings()) problems.push({ at: cell.pointer(), code, params });
  }
  // A page that nobody comes to checks nothing.
  for (const page of pages.route()) {
    for (const { at, code, params } of stepProblems(store, page)) problems.push({ at, code, params });
  }
  return [...problems, ...cannotCompute(store)];
}
