import { type Actor, createActor } from 'xstate';
import { untracked } from '../../run/signals.ts';
import type { Clock } from '../../session/session.ts';
import { type CallResult, type Patience, portCall } from '../port-call.ts';
import { createMemory } from './memory.ts';
import type { Question } from './question.ts';
import type { Slot } from './slot.ts';
import { waitingCall } from './waiting-call.ts';

/** Asks what slots want to know: the same question once, however many want to know it. */
export interface Asker<Answer> {
  /** Follows a slot's question: gives up the one before, asks the new one after a pause. */
  follow(slot: Slot<Answer>, debounce: number): void;
  /** Asks what a slot waits for now. */
  hurry(slot: Slot<Answer>): void;
  /** A slot wants to know nothing any more; its last answer stays. */
  leave(slot: Slot<Answer>): void;
  dispose(): void;
}

export interface AskerOptions<Answer extends { readonly state: string }> {
  readonly ask: (question: Question, signal: AbortSignal) => Promise<unknown>;
  /** The port's answer, or `undefined` where it makes no sense. */
  readonly read: (answer: unknown) => Answer | undefined;
  /** The answer when there is none. */
  readonly unavailable: Answer;
  readonly patience: Patience;
  /** So many calls run at once. */
  readonly atOnce: number;
  /** So many answers are remembered. */
  readonly remembered: number;
  readonly clock: Clock | undefined;
  /** Called after a slot has got its answer. */
  readonly answered: () => void;
}

interface Asked<Answer> {
  readonly question: Question;
  readonly actor: Actor<ReturnType<typeof waitingCall<Answer>>>;
  readonly slots: Set<Slot<Answer>>;
}

export function createAsker<Answer extends { readonly state: string }>(options: AskerOptions<Answer>): Asker<Answer> {
  const { ask, read, unavailable, patience, atOnce, clock, answered } = options;
  const call = portCall<Question, Answer>(ask, read, patience);
  const logic = waitingCall<Answer>(call);
  const memory = createMemory<Answer>(options.remembered);
  /** What is under way, by key. */
  const under = new Map<string, Asked<Answer>>();
  const wanted = new Map<Slot<Answer>, string>();
  const queue: Asked<Answer>[] = [];
  const running = new Set<Asked<Answer>>();

  function start(question: Question, debounce: number): Asked<Answer> {
    const ready = () => {
      queue.push(asked);
      advance();
    };
    const actor = createActor(logic, { input: { question, debounce, ready }, ...(clock ? { clock } : {}) });
    const asked: Asked<Answer> = { question, actor, slots: new Set() };
    actor.subscribe({ complete: () => finish(asked, actor.getSnapshot().output) });
    under.set(question.key, asked);
    actor.start();
    return asked;
  }

  function advance(): void {
    while (running.size < atOnce) {
      const next = queue.shift();
      if (!next) return;
      running.add(next);
      next.actor.send({ type: 'ask' });
    }
  }

  function finish(asked: Asked<Answer>, result: CallResult<Answer> | undefined): void {
    // Stopped, not answered.
    if (!result || under.get(asked.question.key) !== asked) return;
    if (result.ok) settle(asked, result.answer);
    else {
      settle(asked, unavailable);
      // Who waits in the queue for a service that cannot be reached would wait in vain.
      if (result.failure.retry) {
        const { service } = asked.question;
        for (const other of queue.filter(({ question }) => question.service === service)) settle(other, unavailable);
      }
    }
    advance();
    answered();
  }

  function settle(asked: Asked<Answer>, answer: Answer): void {
    const { key } = asked.question;
    if (answer.state !== 'unavailable') memory.set(key, answer);
    forget(asked);
    for (const slot of asked.slots) {
      wanted.delete(slot);
      slot.last({ key, answer });
    }
  }

  function forget(asked: Asked<Answer>): void {
    under.delete(asked.question.key);
    running.delete(asked);
    const place = queue.indexOf(asked);
    if (place !== -1) queue.splice(place, 1);
    asked.actor.stop();
  }

  function leave(slot: Slot<Answer>): void {
    const key = wanted.get(slot);
    const asked = key === undefined ? undefined : under.get(key);
    wanted.delete(slot);
    asked?.slots.delete(slot);
    if (asked?.slots.size === 0) {
      forget(asked);
      advance();
    }
  }

  return {
    leave,

    follow(slot, debounce) {
      const question = untracked(slot.question);
      const last = untracked(() => slot.last());
      const isUnderWay = question !== undefined && question.key === wanted.get(slot);
      if (isUnderWay && last?.key !== question.key) return;
      leave(slot);
      if (last && last.key !== question?.key && last.answer.state === 'unavailable') slot.last(undefined);
      if (!question || last?.key === question.key) return;
      const { key } = question;
      const known = memory.get(key);
      if (known) {
        slot.last({ key, answer: known });
        return;
      }
      const asked = under.get(key) ?? start(question, debounce);
      asked.slots.add(slot);
      wanted.set(slot, key);
    },

    hurry(slot) {
      const key = wanted.get(slot);
      if (key !== undefined) under.get(key)?.actor.send({ type: 'hurry' });
    },

    dispose() {
      for (const asked of [...under.values()]) forget(asked);
      wanted.clear();
    },
  };
}
