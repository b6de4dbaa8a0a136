import type { JsonObject } from '@schalter/definition';
import type { ProblemParams } from '../problem.ts';

/** What stands beside a question. */
export interface LookupContext {
  /** The session's language (BCP 47): titles and hints of options are for people. */
  readonly language: string;
  /** What the form passes along (`with`): texts, numbers, yes and no, by name. What is unanswered is left out. */
  readonly given: JsonObject;
}

/** Whether an answer is known. `params` go into the problem's text. */
export type LookupCheck = { readonly known: true } | { readonly known: false; readonly params?: ProblemParams };

/** Something to choose. */
export interface LookupOption {
  /** What is answered when it is chosen. */
  readonly value: string;
  /** What people read; without it the value. */
  readonly title?: string;
  readonly hint?: string;
  /** What else is known about it: a form's `fills` takes answers from here. */
  readonly data?: JsonObject;
}

export interface LookupOptions {
  /** The best first. A session shows 100 at most. */
  readonly options: readonly LookupOption[];
  /** There are more than these: people have to type on. */
  readonly more: boolean;
}

/**
 * Answers questions about what people enter. Both may be asked again at any time, and are told by the signal when nobody
 * waits any more. Rejects with a `PortError`; whatever else is thrown counts as `offline`.
 */
export interface LookupPort {
  /** @param service name of the service in the form */
  check(service: string, value: string | number, context: LookupContext, signal: AbortSignal): Promise<LookupCheck>;
  /** @param query trimmed, in Unicode NFC; empty where the form asks for no characters */
  options(service: string, query: string, context: LookupContext, signal: AbortSignal): Promise<LookupOptions>;
}
