import type { View } from '@schalter/engine';
import { errorSummaryId, headingId } from '../ids.ts';

const pageKey = (view: View): string => `${view.status} ${view.step.id} ${view.step.entry ?? ''}`;

/**
 * Id of what takes the focus when one view follows another; undefined when it stays where it is.
 * @param refused the person has just pressed "next" or "submit"
 */
export function focusAfter(before: View, after: View, refused: boolean): string | undefined {
  if (pageKey(before) !== pageKey(after)) {
    if (after.failure) return 'fehlschlag';
    return after.problems.length > 0 ? errorSummaryId : headingId;
  }
  if (after.failure && after.failure !== before.failure) return 'fehlschlag';
  return refused && after.problems.length > 0 ? errorSummaryId : undefined;
}

/** Gives an element the focus and brings it into sight, its label included. */
export function focusOn(root: ShadowRoot, id: string): void {
  const target = root.getElementById(id);
  if (!target) return;
  target.focus({ preventScroll: true });
  if (id === headingId) {
    // A new page begins at its top.
    root.host.scrollIntoView({ block: 'start' });
    if (root.host.getBoundingClientRect().top > 0) window.scrollTo({ top: 0 });
    return;
  }
  const field = target.closest('.field');
  (field && field.clientHeight < window.innerHeight ? field : target).scrollIntoView({ block: 'nearest' });
}
