import { programHeader } from '@schalter/engine';
import { pages } from '@schalter/renderer-web/html';
import type { FastifyInstance } from 'fastify';
import type { ServerContext } from '../context.ts';
import { idParams } from '../http/schemas.ts';
import type { Portal } from '../pages/portal.ts';
import { receiptOf } from '../submissions/receipt.ts';
import { openSubmission } from './submissions.ts';

/** The confirmation, and later the state, of what was filed. */
export function submissionPages(app: FastifyInstance, context: ServerContext, portal: Portal): void {
  app.get<{ Params: { id: string } }>(
    '/antraege/:id',
    { schema: { hide: true, params: idParams } },
    async (request, reply) => {
      const row = await openSubmission(context, request.params.id, request);
      const { program } = await context.forms.versionOf(row.formId, row.formVersion);
      const asked = (request.query as { lang?: unknown }).lang;
      const language = typeof asked === 'string' && program.languages.includes(asked) ? asked : row.language;
      const texts = portal.texts(language);
      const { title, contact } = programHeader(program, language);
      const receipt = receiptOf(context, row);
      const body = pages.statusPage({ texts, receipt, title, contact, home: '/', timeZone: program.timeZone });
      const languages = program.languages;
      return portal.send(request, reply, { language, title: texts('confirmation.title'), body, languages });
    },
  );
}
