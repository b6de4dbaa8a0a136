import type { SessionEvent, View } from '@schalter/engine';
import { answersOf, eventOf } from '../events.ts';

/**
 * What a posted page means: first the answers to the page's own questions, then what the pressed button stands for.
 * Only names that the view asks for are looked at, so nothing else in the body can become an answer. `save` and an
 * unknown button give the answers alone.
 * @param body fields of an `application/x-www-form-urlencoded` post, repeated names as arrays
 */
export function eventsFromPost(view: View, body: Readonly<Record<string, string | readonly string[]>>): SessionEvent[] {
  const values = (name: string): readonly string[] | undefined => {
    const value = Object.hasOwn(body, name) ? body[name] : undefined;
    return typeof value === 'string' ? [value] : value;
  };
  const event = eventOf(buttonOf(body) ?? '');
  const answers = view.status === 'filling' ? answersOf(view, values) : [];
  return event ? [...answers, event] : answers;
}

/** The pressed button's value (`next`, `save`, `removeItem:/hunde/0`), if any. */
export function buttonOf(body: Readonly<Record<string, string | readonly string[]>>): string | undefined {
  const value = Object.hasOwn(body, 'do') ? body.do : undefined;
  return typeof value === 'string' ? value : value?.at(-1);
}
