import type { StepNode } from '../program.ts';
import { stepKey } from '../run/check-places.ts';
import { fails } from '../run/checks.ts';
import { concatenated } from '../run/concatenated.ts';
import type { DataCell } from '../run/group.ts';
import { remembered } from '../run/remembered.ts';
import { computed, type Read } from '../run/signals.ts';
import type { Store } from '../run/store.ts';
import type { Finding } from '../run/world.ts';
import { guestsOf, homeOf, isSpread } from './homes.ts';
import type { Page } from './page.ts';
import { isAskedOn, membersHere, roots } from './walk.ts';

/** A problem with the cell it belongs to; a step's own belongs to none. */
export interface PageProblem extends Finding {
  readonly at: string;
  readonly cell: DataCell | undefined;
}

type Problems = Read<readonly PageProblem[]>;

const none: readonly PageProblem[] = [];

/** What is wrong on a page, as it stands there: made of parts, so that one answer looks at its own. */
export function problemsOn(store: Store, page: Page, route: Read<readonly Page[]>): Problems {
  const { program, root } = store;
  const { step } = page;
  const parts: Problems[] = [];
  for (const cell of roots(root, page)) parts.push(problemsIn(cell, step));
  if (page.edit) return concatenated(parts);
  for (const cell of guestsOf(program, root, page)) {
    const isHome = computed(() => homeOf(program, root, cell, route()) === page);
    parts.push(() => (isHome() ? problemsOf(cell) : none));
  }
  if (store.world.checks.has(stepKey(step.id))) parts.push(computed(() => stepProblems(store, page)));
  return concatenated(parts);
}

/** The problems of a cell and of what stands with it on a step. */
function problemsIn(cell: DataCell, step: StepNode): Problems {
  // Where the problems of a spread group appear is decided by the route.
  const elsewhere = cell.kind === 'group' && isSpread(cell.world.program, cell);
  const own = () => (!elsewhere && isAskedOn(cell.world, cell, step) ? problemsOf(cell) : none);
  if (cell.kind === 'leaf') return own;
  if (cell.kind === 'group') {
    const members = membersHere(cell).flatMap(({ name }) => {
      const member = cell.member(name);
      return member ? [problemsIn(member, step)] : [];
    });
    return concatenated([own, ...members]);
  }
  const within = remembered((entry: DataCell) => problemsIn(entry, step));
  return computed(() => {
    if (!cell.relevant() || !isAskedOn(cell.world, cell, step)) return none;
    const problems = [...own()];
    for (const { content } of cell.entries()) {
      if (content) problems.push(...within(content)());
    }
    return problems;
  });
}

function problemsOf(cell: DataCell): readonly PageProblem[] {
  const findings = cell.findings();
  if (findings.length === 0) return none;
  const at = cell.pointer();
  return findings.map((finding) => ({ ...finding, at, cell }));
}

/** What a page's own checks find that point at no field. */
export function stepProblems({ root, world }: Store, page: Page): readonly PageProblem[] {
  const holder = page.entry?.content?.kind === 'group' ? page.entry.content : root;
  const problems: PageProblem[] = [];
  for (const place of world.checks.get(stepKey(page.step.id)) ?? []) {
    if (!fails(world, place, holder)) continue;
    const { id, message } = place.check;
    const own = message === undefined ? {} : { message };
    problems.push({ code: `check:${id}`, params: {}, ...own, at: holder.pointer(), cell: undefined });
  }
  return problems;
}
