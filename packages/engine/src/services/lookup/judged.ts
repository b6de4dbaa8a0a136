import type { JsonObject } from '@schalter/definition';
import { createActor, toPromise } from 'xstate';
import { type EvaluateOptions, withStore } from '../../evaluate/evaluate-form.ts';
import type { LookupPort } from '../../ports/lookup.ts';
import type { Program } from '../../program.ts';
import { untracked } from '../../run/signals.ts';
import type { AnswerServices } from '../../session/services.ts';
import { type Patience, portCall } from '../port-call.ts';
import { findingIn, readVerdict, type Verdict } from './answers.ts';
import { allLookups } from './cells.ts';
import { lookupPatience } from './kind.ts';
import { checkQuestion, type Question } from './question.ts';

/** Verdicts by the key of their question. */
export type Verdicts = ReadonlyMap<string, Verdict>;

/** What has to be looked up before answers can be judged; every question once. */
export function lookupQuestions(
  program: Program,
  answers: JsonObject,
  options: EvaluateOptions & { readonly language?: string },
): Question[] {
  return withStore(program, answers, options, ({ root }) =>
    untracked(() => {
      const questions = new Map<string, Question>();
      for (const cell of allLookups(program, root)) {
        const question = cell.kind === 'leaf' ? checkQuestion(cell, options.language ?? program.language) : undefined;
        if (question) questions.set(question.key, question);
      }
      return [...questions.values()];
    }),
  );
}

export interface LookUpOptions {
  readonly patience?: Patience;
  /** Calls at the same time; 6. */
  readonly atOnce?: number;
  /** Gives up what is not answered yet: it counts as unavailable. */
  readonly signal?: AbortSignal;
}

/** Asks a port all questions. Never rejects: what cannot be looked up is `unavailable`. */
export async function lookUp(
  questions: readonly Question[],
  port: LookupPort,
  { patience = lookupPatience, atOnce = 6, signal }: LookUpOptions = {},
): Promise<Verdicts> {
  const verdicts = new Map<string, Verdict>();
  const call = portCall<Question, Verdict>(
    ({ service, text, context }, stop) => port.check(service, text, context, stop),
    readVerdict,
    patience,
  );
  const waiting = [...questions];
  /** Services that could not be reached: who waits for them would wait in vain. */
  const lost = new Set<string>();
  const askOne = async (question: Question): Promise<Verdict> => {
    if (signal?.aborted || lost.has(question.service)) return { state: 'unavailable' };
    const actor = createActor(call, { input: question });
    const stop = () => actor.stop();
    signal?.addEventListener('abort', stop, { once: true });
    try {
      const result = await toPromise(actor.start());
      if (result?.ok) return result.answer;
      if (result?.failure.retry) lost.add(question.service);
      return { state: 'unavailable' };
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  };
  const work = async (): Promise<void> => {
    for (let question = waiting.shift(); question; question = waiting.shift()) {
      verdicts.set(question.key, await askOne(question));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return verdicts;
}

/** What the verdicts mean for answers, for `evaluateForm` and `verifySubmission`. What was not asked is not decided. */
export function lookedUp(verdicts: Verdicts): Pick<AnswerServices, 'findings'> {
  return {
    findings(cell) {
      if (cell.kind !== 'leaf' || !cell.node.lookup) return [];
      const question = checkQuestion(cell, '');
      const finding = question && findingIn(cell.node.lookup, verdicts.get(question.key));
      return finding ? [finding] : [];
    },
  };
}
