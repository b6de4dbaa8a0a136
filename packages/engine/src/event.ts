import type { JsonValue } from '@schalter/definition';
import type { ServiceEvent } from './services/event.ts';

/** What a person does in a session. An event that makes no sense where it comes changes nothing and is reported by `send`. */
export type SessionEvent = FormEvent | ServiceEvent;

/** What a person does with the form itself. */
export type FormEvent =
  /** `null` takes the answer back. A value of the wrong type is kept as typed and reported as a problem. */
  | { readonly type: 'answer'; readonly at: string; readonly value: JsonValue }
  | { readonly type: 'next' }
  | { readonly type: 'back' }
  /** Only along the current route; `entry` opens an entry's page (`/hunde/0`). From the summary, "next" leads back there. */
  | { readonly type: 'goTo'; readonly step: string; readonly entry?: string }
  /** Adds a blank entry; in a list shown as cards it is opened at once. */
  | { readonly type: 'addItem'; readonly at: string }
  | { readonly type: 'removeItem'; readonly at: string }
  | { readonly type: 'moveItem'; readonly at: string; readonly to: number }
  /** Opens an entry's page (`/hunde/0`); "next" and "back" lead to the list again. */
  | { readonly type: 'editItem'; readonly at: string }
  /** Answer to "another?" below a list. */
  | { readonly type: 'another'; readonly at: string; readonly value: boolean }
  | { readonly type: 'language'; readonly language: string }
  | { readonly type: 'submit' }
  /** Draft kept elsewhere is taken over or overwritten after a conflict. */
  | { readonly type: 'draftResolved'; readonly revision: number };
