import type { Library } from '@schalter/definition';
import type { FastifyBaseLogger } from 'fastify';
import { loadForms } from '../forms/load.ts';
import { RequestProblem } from '../http/problem.ts';
import type { Publisher } from './publish.ts';

/** How many problems of one form are logged one by one. */
const loggedProblems = 20;

/**
 * Publishes the versions of a forms folder that are not published yet. A form with problems is logged and left out;
 * the others run.
 * @returns the folder's blocks and lists, for authors
 */
export async function importForms(folder: string, publisher: Publisher, log: FastifyBaseLogger): Promise<Library> {
  const { library, forms, problems } = await loadForms(folder);
  for (const { file, at, code, message, severity } of problems) {
    log[severity === 'error' ? 'error' : 'warn']({ file, at, code }, message);
  }
  for (const [id, source] of forms) {
    try {
      const { version, isNew, problems: warnings } = await publisher.publish(source, library);
      if (isNew) log.info({ form: id, version, warnings: warnings.length }, 'form published');
    } catch (error) {
      if (!(error instanceof RequestProblem)) throw error;
      log.error({ form: id, code: error.code }, error.message);
      for (const problem of (error.problems ?? []).slice(0, loggedProblems)) {
        if (!('severity' in problem) || problem.severity !== 'error') continue;
        const { file, at, code, message } = problem;
        log.error({ form: id, file, at, code }, message);
      }
    }
  }
  return library;
}
