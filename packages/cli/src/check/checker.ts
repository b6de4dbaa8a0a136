import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { DefinitionProblem, FormSource, Library } from '@schalter/definition';
import type { Severities } from '@schalter/validators/check';
import type { Answer, Question, Setting } from './check-worker.ts';

/** Checks forms with one library. */
export interface Checker {
  /** How many forms it works on at a time. */
  readonly atOnce: number;
  check(source: FormSource, severities: Severities): Promise<readonly DefinitionProblem[]>;
  close(): Promise<void>;
}

/** For fewer forms threads take longer to start than they save. */
const worthThreads = 60;
const mostThreads = 4;

/** One in this thread, or several threads where there are many forms and processors; the problems are the same. */
export function createChecker(library: Library, forms: number): Checker {
  const threads = Math.min(availableParallelism(), mostThreads);
  return forms < worthThreads || threads < 2 ? inThisThread(library) : inThreads(library, threads);
}

function inThisThread(library: Library): Checker {
  return {
    atOnce: 1,
    async check(source, severities) {
      // Not loaded where threads do the work.
      const { checkForm } = await import('@schalter/validators/check');
      return (await checkForm(source, library, { severities })).problems;
    },
    close: async () => undefined,
  };
}

/** Every form goes to the thread that has least to do. */
export function inThreads(library: Library, count: number): Checker {
  const threads = Array.from({ length: count }, () => startThread({ library }));
  return {
    // Each finds the next form waiting when it is done with one.
    atOnce: count * 2,
    check(source, severities) {
      const [thread, ...others] = threads;
      if (!thread) return Promise.reject(new RangeError('there is no thread'));
      return others
        .reduce((least, one) => (one.busy() < least.busy() ? one : least), thread)
        .ask({ source, severities });
    },
    async close() {
      await Promise.all(threads.map((thread) => thread.stop()));
    },
  };
}

interface Thread {
  busy(): number;
  ask(question: Question): Promise<Answer>;
  stop(): Promise<unknown>;
}

function startThread(workerData: Setting): Thread {
  // Beside this module, compiled or not.
  const worker = new Worker(new URL(`./check-worker${extname(import.meta.url)}`, import.meta.url), { workerData });
  // It answers in the order in which it was asked.
  const waiting: { resolve(answer: Answer): void; reject(error: unknown): void }[] = [];
  worker.on('message', (answer: Answer) => waiting.shift()?.resolve(answer));
  worker.on('error', (error) => {
    for (const one of waiting.splice(0)) one.reject(error);
  });
  return {
    busy: () => waiting.length,
    ask(question) {
      const answer = new Promise<Answer>((resolve, reject) => waiting.push({ resolve, reject }));
      worker.postMessage(question);
      return answer;
    },
    stop: () => worker.terminate(),
  };
}
