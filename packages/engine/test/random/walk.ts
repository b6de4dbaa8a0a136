import type { Session } from '../../src/index.ts';
import { contentOf } from '../walk.ts';

/** Leads a session on with "next", without more entries, as far as it goes: to the summary, an exit, or what is wrong. */
export function walkOn(session: Session): void {
  for (let left = 300; left > 0; left--) {
    const before = session.view();
    if (before.status === 'summary' || before.status === 'exit') return;
    for (const one of contentOf(before)) {
      if (one.kind === 'list' && one.another) session.send({ type: 'another', at: one.at, value: false });
    }
    const { step } = session.view();
    if (!session.send({ type: 'next' }).ok) return;
    const after = session.view();
    if (after.step.id === step.id && after.step.entry === step.entry && after.status === before.status) return;
  }
}
