import type { Advice } from './advice.ts';

/** Two pages with one title: in the browser's history, the summary and the task list nobody can tell them apart. */
export const pageTitleTwice: Advice = {
  code: 'page-title-twice',
  group: 'usability',
  form({ steps }, say) {
    const seen = new Map<string, string>();
    for (const { step, place } of steps) {
      const title = step.title.trim().toLowerCase();
      const other = seen.get(title);
      if (other === undefined) seen.set(title, step.id);
      else say({ title: step.title, other }, { ...place, at: `${place.at}/title` });
    }
  },
};
