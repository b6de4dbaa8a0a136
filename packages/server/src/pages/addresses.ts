import type { View } from '@schalter/engine';

/** Address of a form's start page. */
export function formAddress(form: string): string {
  return `/formulare/${encodeURIComponent(form)}`;
}

/** Address of a draft; it leads on to the page it was left on. */
export function draftAddress(draft: { readonly formId: string; readonly id: string }): string {
  return `${formAddress(draft.formId)}/${draft.id}`;
}

/** Address of the page a session is on: `hund-einzeln/0` are two segments, an entry's page is a query. */
export function pageAddress(draft: { readonly formId: string; readonly id: string }, step: View['step']): string {
  const path = step.id.split('/').map(encodeURIComponent).join('/');
  const entry = step.entry === undefined ? '' : `?eintrag=${encodeURIComponent(step.entry)}`;
  return `${draftAddress(draft)}/${path}${entry}`;
}

/** Address of a submission's page. */
export function submissionAddress(id: string): string {
  return `/antraege/${id}`;
}
