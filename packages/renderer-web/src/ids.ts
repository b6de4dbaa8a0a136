/** DOM id of a field: `/hunde/0/name` → `f-hunde-0-name`. */
export function idOf(at: string): string {
  return `f${at.replaceAll('/', '-').replaceAll('~1', '_').replaceAll('~0', '~')}`;
}

export const hintId = (at: string): string => `${idOf(at)}-hint`;
export const errorId = (at: string): string => `${idOf(at)}-error`;

/** The button that asks whether an entry is to be removed. */
export const removalId = (at: string): string => `${idOf(at)}-entfernen`;

/** The heading of the page: takes the focus after a change of step. */
export const headingId = 'schritt';
/** The form on the page: buttons outside of it (language switch) belong to it by this id. */
export const formId = 'schalter-formular';
export const errorSummaryId = 'fehler';

/** Value of an `aria-describedby`: the ids that exist, or `undefined`. */
export function describedBy(...ids: readonly (string | false | undefined)[]): string | undefined {
  const present = ids.filter((id): id is string => typeof id === 'string');
  return present.length > 0 ? present.join(' ') : undefined;
}
