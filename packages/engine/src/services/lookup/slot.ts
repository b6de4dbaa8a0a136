import { type Cell, type Read, signal } from '../../run/signals.ts';
import type { Question } from './question.ts';

/**
 * One thing a field wants to know, with the last answer. The answer counts only for the question it was given to: what
 * is asked follows from the form's answers alone, so whatever else was asked meanwhile leaves no trace.
 */
export interface Slot<Answer> {
  /** What is to be known at present; reading it makes one depend on the answers behind it. */
  readonly question: Read<Question | undefined>;
  readonly last: Cell<Last<Answer> | undefined>;
}

export interface Last<Answer> {
  readonly key: string;
  readonly answer: Answer;
}

export function createSlot<Answer>(question: Read<Question | undefined>): Slot<Answer> {
  return { question, last: signal<Last<Answer> | undefined>(undefined) };
}

/** The answer to what is to be known at present: `waiting` before it is there, `undefined` where nothing is asked. */
export function answerIn<Answer>(slot: Slot<Answer>): Answer | 'waiting' | undefined {
  const question = slot.question();
  if (!question) return undefined;
  const last = slot.last();
  return last?.key === question.key ? last.answer : 'waiting';
}

/** Forgets that something could not be found out: it is to be known again. */
export function forgetUnavailable<Answer extends { readonly state: string }>(slot: Slot<Answer>): void {
  if (slot.last()?.answer.state === 'unavailable') slot.last(undefined);
}
