import { SchalterError } from '@schalter/definition';
import { pages, textLanguages } from '@schalter/renderer-web/html';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Portal } from '../pages/portal.ts';
import { type ProblemDocument, problemDocument } from './problem.ts';
import { pathOf } from './security.ts';

declare module 'fastify' {
  interface FastifyReply {
    /** Answers with a page that says what is wrong, in the portal's look. */
    renderProblem(problem: ProblemDocument): FastifyReply;
  }
}

/** Problem code → the renderer's words for it. */
const words: Readonly<Record<string, string>> = {
  'unknown-draft': 'draft-gone',
  'unknown-submission': 'draft-gone',
  'draft-conflict': 'draft-conflict',
  'unknown-form': 'unknown-form',
};

/** Pages for what went wrong, and for addresses where nothing is. */
export function addProblemPages(app: FastifyInstance, portal: Portal): void {
  app.decorateReply('renderProblem', function render(this: FastifyReply, problem: ProblemDocument): FastifyReply {
    const { request } = this;
    // In any language a form may have been read in, not only in those of the portal.
    const language = portal.languageOf(request, textLanguages);
    const texts = portal.texts(language);
    const { status, code } = problem;
    if (code === 'not-found') {
      const body = pages.notFoundPage({ texts, home: '/' });
      return portal.send(request, this, { status, language, title: texts('not-found.title'), body });
    }
    const known = words[code];
    // Drawing the page again shows the state by now.
    const retry = code === 'draft-conflict' || status >= 500 ? { retry: request.url } : {};
    const body = pages.errorPage({ texts, home: '/', ...(known === undefined ? {} : { code: known }), ...retry });
    const title = texts(known === undefined ? 'trouble.title' : (`trouble.${known}.title` as 'trouble.title'));
    return portal.send(request, this, { status, language, title, body });
  });

  app.setNotFoundHandler((request, reply) => {
    const problem = problemDocument(new SchalterError('not-found'));
    if (/^\/(?:api|assets|designer\/assets)(?:\/|$)/.test(pathOf(request))) {
      return reply.status(404).type('application/problem+json').send(JSON.stringify(problem));
    }
    return reply.renderProblem(problem);
  });
}
