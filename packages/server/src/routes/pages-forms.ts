import { programHeader } from '@schalter/engine';
import { pages } from '@schalter/renderer-web/html';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ServerContext } from '../context.ts';
import { allTokensOf, setDraftCookie } from '../drafts/credentials.ts';
import { createDraft, type DraftRow, draftDays, findDraftByToken } from '../drafts/drafts.ts';
import { formId } from '../http/schemas.ts';
import { pathOf } from '../http/security.ts';
import { draftAddress, pageAddress } from '../pages/addresses.ts';
import { type Portal, queryOf } from '../pages/portal.ts';
import { newSession } from '../pages/session.ts';

const params = { type: 'object', required: ['form'], properties: { form: formId } } as const;
const schema = { hide: true, params };

/** A form's start page; its button begins a draft. */
export function formPages(app: FastifyInstance, context: ServerContext, portal: Portal): void {
  app.get<{ Params: { form: string } }>('/formulare/:form', { schema }, async (request, reply) => {
    const form = context.forms.currentOf(request.params.form);
    const { program } = form;
    const language = portal.languageOf(request, program.languages);
    const texts = portal.texts(language);
    const { title, summary, authority, contact, about } = programHeader(program, language);
    const known = await knownDraft(context, request, form.id);
    const legalBasis = about?.legalBasis;
    const body = pages.startPage({
      texts,
      action: actionOf(request),
      title,
      summary,
      authority,
      contact,
      legalBasis: typeof legalBasis === 'string' ? legalBasis : undefined,
      languages: program.languages,
      draftDays: draftDays(form),
      draft: known && { href: draftAddress(known), expiresAt: known.expiresAt.toISOString() },
      home: '/',
    });
    return portal.send(request, reply, { language, title, body, languages: program.languages });
  });

  app.post<{ Params: { form: string } }>('/formulare/:form', { schema }, async (request, reply) => {
    const form = context.forms.currentOf(request.params.form);
    const language = portal.languageOf(request, form.program.languages);
    const query = Object.fromEntries([...queryOf(request)].filter(([name]) => name !== 'lang').slice(0, 50));
    const session = newSession(context, form, language, query);
    try {
      const { draft, token } = await createDraft(context, form, language, session.persist());
      setDraftCookie(reply, draft, token, context.baseUrl().startsWith('https:'));
      return reply.redirect(pageAddress(draft, session.view().step), 303);
    } finally {
      session.dispose();
    }
  });

  // The link in a mail or on paper. Whoever follows it has the draft on this device from now on.
  app.get<{ Params: { token: string } }>(
    '/fortsetzen/:token',
    { schema: { hide: true, params: { type: 'object', properties: { token: { type: 'string', maxLength: 200 } } } } },
    async (request, reply) => {
      const draft = await findDraftByToken(context, request.params.token);
      if (!draft) return reply.callNotFound();
      setDraftCookie(reply, draft, request.params.token, context.baseUrl().startsWith('https:'));
      return reply.redirect(draftAddress(draft), 303);
    },
  );
}

/** What the link to the form brings along is kept for the draft. */
function actionOf(request: FastifyRequest): string {
  const query = queryOf(request);
  query.delete('lang');
  return query.size === 0 ? pathOf(request) : `${pathOf(request)}?${query}`;
}

/** The newest draft of a form that this browser holds and that is not filed yet. */
async function knownDraft(
  context: ServerContext,
  request: FastifyRequest,
  form: string,
): Promise<DraftRow | undefined> {
  const drafts = await Promise.all(allTokensOf(request).map((token) => findDraftByToken(context, token)));
  return drafts
    .filter(
      (draft) => draft !== undefined && draft.formId === form && draft.submissionId === null && draft.revision > 1,
    )
    .sort((left, right) => (left?.updatedAt.getTime() ?? 0) - (right?.updatedAt.getTime() ?? 0))
    .at(-1);
}
