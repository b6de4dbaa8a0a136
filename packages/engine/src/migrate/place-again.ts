import type { JsonObject } from '@schalter/definition';
import { createFlow } from '../flow/flow.ts';
import { createPages } from '../flow/pages.ts';
import { germanHolidays } from '../holidays/germany.ts';
import type { PersistedSession } from '../persisted.ts';
import type { Validate } from '../problem.ts';
import type { Program, StepNode } from '../program.ts';
import { untracked } from '../run/signals.ts';
import { createStore } from '../run/store.ts';
import { restoreFlow, takeSnapshot } from '../session/snapshot.ts';

/**
 * The session with other answers, of another version: on the same page if there is one of that name, else on the first.
 * Pages on which something is wrong or missing now count as never left: nobody is blamed for what was not asked before.
 */
export function placeAgain(
  program: Program,
  snapshot: PersistedSession,
  answers: JsonObject,
  validate: Validate,
): PersistedSession {
  const store = createStore(program, { validate, today: snapshot.today, holidays: germanHolidays, answers });
  const pages = createPages(store);
  const language = program.languages.includes(snapshot.language) ? snapshot.language : program.language;
  try {
    return untracked(() => {
      const first = pages.route()[0] ?? pages.stepPage(program.steps[0] as StepNode);
      const flow = createFlow(store, pages, language, first, undefined);
      // "another?" is asked at every visit.
      const { missed: _, ...place } = snapshot.flow;
      restoreFlow(flow, { ...snapshot, flow: place });
      flow.left(new Set([...flow.left()].filter((page) => pages.problems(page).length === 0)));
      return takeSnapshot(flow, snapshot.services);
    });
  } finally {
    store.dispose();
  }
}
