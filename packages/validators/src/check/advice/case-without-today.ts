import type { Advice } from './advice.ts';

/** Where a form asks for the day, a case that names none runs on the first of January 2026, which nobody sees. */
export const caseWithoutToday: Advice = {
  code: 'case-without-today',
  group: 'cases',
  form({ source, resolved }, say) {
    if (!/\b(?:today|age)\(/u.test(JSON.stringify(resolved.form))) return;
    for (const [name, { today }] of Object.entries(source.cases)) {
      if (today === undefined) say({ name }, { file: `cases/${name}.json`, at: '' });
    }
  },
};
