// A thread of `schalter check`: takes forms one after the other and answers each with its problems.
import { parentPort, workerData } from 'node:worker_threads';
import type { DefinitionProblem, FormSource, Library } from '@schalter/definition';
import { checkForm, type Severities } from '@schalter/validators/check';

/** What a thread is started with. */
export interface Setting {
  readonly library: Library;
}

export interface Question {
  readonly source: FormSource;
  readonly severities: Severities;
}

export type Answer = readonly DefinitionProblem[];

const { library } = workerData as Setting;
let last: Promise<unknown> = Promise.resolve();
parentPort?.on('message', ({ source, severities }: Question) => {
  last = last.then(async () => {
    const { problems } = await checkForm(source, library, { severities });
    parentPort?.postMessage(problems satisfies Answer);
  });
});
