import type { Session } from '@schalter/engine';
import { answersOf } from '../events.ts';
import { enteredIn } from './inputs.ts';

/** Where the person was in the plain page. */
export interface Focus {
  readonly id: string;
  readonly start: number | null;
  readonly end: number | null;
}

/**
 * Takes what was typed into the plain form, while the script was still on its way, into the session. The plain form
 * shows the page that the session is on; fields that it does not ask give nothing.
 */
export function takeAnswers(plain: HTMLFormElement, session: Session): void {
  for (const event of answersOf(session.view(), enteredIn(plain))) {
    const known = 'at' in event && plain.elements.namedItem(event.at) !== null;
    const parts = 'at' in event && plain.elements.namedItem(`${event.at}#year`) !== null;
    const asked = event.type === 'answer' ? known || parts : true;
    if (asked) session.send(event);
  }
}

/** The focused element of the plain form and the caret in it. */
export function focusIn(plain: HTMLFormElement): Focus | undefined {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || active.id === '' || !plain.contains(active)) return undefined;
  const text = active instanceof HTMLTextAreaElement || (active instanceof HTMLInputElement && active.type === 'text');
  return text
    ? { id: active.id, start: active.selectionStart, end: active.selectionEnd }
    : { id: active.id, start: null, end: null };
}

export function restoreFocus(root: ShadowRoot, focus: Focus): void {
  const target = root.getElementById(focus.id);
  if (!target) return;
  target.focus({ preventScroll: true });
  const text = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
  if (text && focus.start !== null) target.setSelectionRange(focus.start, focus.end);
}
