import type { PersistedSession } from '@schalter/engine';
import type { FastifyInstance } from 'fastify';
import type { ServerContext } from '../context.ts';
import { clearDraftCookie, setDraftCookie, tokensOf } from '../drafts/credentials.ts';
import {
  createDraft,
  type DraftRow,
  deleteDraft,
  draftDays,
  openDraft,
  readSession,
  saveSession,
} from '../drafts/drafts.ts';
import { onOfferedVersion, toldAnswers } from '../drafts/migration.ts';
import { RequestProblem } from '../http/problem.ts';
import { formId, formVersion, idParams, language, persistedSession, problem } from '../http/schemas.ts';
import { dateIn } from '../time.ts';

const draftFacts = {
  id: { type: 'string', format: 'uuid' },
  key: { type: 'string', description: 'Idempotency-Key of the one submission this draft yields' },
  form: formVersion,
  revision: { type: 'integer' },
  today: { type: 'string', format: 'date' },
  expiresAt: { type: 'string', format: 'date-time' },
  resume: { type: 'string', description: 'Address that opens the draft in a browser' },
} as const;
const migrated = {
  type: 'array',
  description: 'What became of answers of an older version, until the person has gone on',
  items: {
    type: 'object',
    properties: {
      code: { type: 'string' },
      lost: { type: 'boolean' },
      label: { type: 'string' },
      lines: { type: 'array', items: { type: 'string' } },
      to: { type: 'string', description: 'Where the answer stands now' },
    },
  },
} as const;
const security = [{ draft: [] }];

/** Half-filled forms: kept, resumed, never overwritten by mistake. */
export function draftRoutes(app: FastifyInstance, context: ServerContext): void {
  const today = async (draft: DraftRow) => {
    const { program } = await context.forms.versionOf(draft.formId, draft.formVersion);
    return dateIn(program.timeZone, context.now());
  };

  app.post<{ Body: { form: string; language?: string } }>(
    '/api/drafts',
    {
      schema: {
        tags: ['drafts'],
        summary: 'Begin a draft',
        body: {
          type: 'object',
          required: ['form'],
          additionalProperties: false,
          properties: { form: formId, language },
        },
        response: {
          201: {
            type: 'object',
            properties: { ...draftFacts, token: { type: 'string', description: 'Bearer token' } },
          },
          404: problem,
        },
      },
    },
    async (request, reply) => {
      const form = context.forms.currentOf(request.body.form);
      const wanted = request.body.language ?? form.program.language;
      const language = form.program.languages.includes(wanted) ? wanted : form.program.language;
      const { draft, token } = await createDraft(context, form, language);
      setDraftCookie(reply, draft, token, context.baseUrl().startsWith('https:'));
      return reply
        .status(201)
        .header('location', `/api/drafts/${draft.id}`)
        .send({
          id: draft.id,
          token,
          key: draft.key,
          form: { id: draft.formId, version: draft.formVersion },
          revision: draft.revision,
          today: draft.today,
          expiresAt: draft.expiresAt.toISOString(),
          resume: resumeAddress(context, token),
        });
    },
  );

  app.get<{ Params: { id: string }; Querystring: { language?: string } }>(
    '/api/drafts/:id',
    {
      schema: {
        tags: ['drafts'],
        summary: 'A draft as it stands',
        description:
          'A draft of a retired version becomes one of the newest; `migrated` says what became of its answers.',
        security,
        params: idParams,
        querystring: { type: 'object', properties: { language } },
        response: {
          200: {
            type: 'object',
            properties: {
              ...draftFacts,
              snapshot: { description: 'The persisted session; null before the first save and after submission' },
              submission: { type: 'string', format: 'uuid', description: 'Present once it is filed' },
              migrated,
            },
          },
          404: problem,
        },
      },
    },
    async (request) => {
      const tokens = tokensOf(request, request.params.id);
      const draft = await onOfferedVersion(context, await openDraft(context, request.params.id, tokens));
      const told = await toldAnswers(context, draft, request.query.language ?? draft.language);
      return {
        id: draft.id,
        key: draft.key,
        form: { id: draft.formId, version: draft.formVersion },
        revision: draft.revision,
        snapshot: readSession(context, draft) ?? null,
        today: await today(draft),
        expiresAt: draft.expiresAt.toISOString(),
        resume: resumeAddress(context, tokens[0] ?? ''),
        ...(draft.submissionId === null ? {} : { submission: draft.submissionId }),
        ...(told ? { migrated: told } : {}),
      };
    },
  );

  app.put<{ Params: { id: string }; Body: PersistedSession }>(
    '/api/drafts/:id',
    {
      schema: {
        tags: ['drafts'],
        summary: 'Keep a session',
        description: 'If-Match names the revision this change builds on; 409 `draft-conflict` carries the current one.',
        security,
        params: idParams,
        headers: { type: 'object', properties: { 'if-match': { type: 'string' } } },
        body: persistedSession,
        response: {
          200: { type: 'object', properties: { revision: { type: 'integer' } } },
          404: problem,
          409: problem,
          428: problem,
        },
      },
    },
    async (request, reply) => {
      const draft = await openDraft(context, request.params.id, tokensOf(request, request.params.id));
      const revision = readRevision(request.headers['if-match']);
      const form = await context.forms.versionOf(draft.formId, draft.formVersion);
      const next = await saveSession(context, draft, request.body, revision, draftDays(form));
      return reply.header('etag', `"${next}"`).send({ revision: next });
    },
  );

  app.delete<{ Params: { id: string } }>(
    '/api/drafts/:id',
    {
      schema: {
        tags: ['drafts'],
        summary: 'Throw a draft away',
        security,
        params: idParams,
        response: { 204: { type: 'null' }, 404: problem },
      },
    },
    async (request, reply) => {
      const draft = await openDraft(context, request.params.id, tokensOf(request, request.params.id));
      await deleteDraft(context, draft);
      clearDraftCookie(reply, draft.id);
      return reply.status(204).send();
    },
  );
}

/** Opens the draft on any device: whoever has this address has the draft. */
export function resumeAddress(context: ServerContext, token: string): string {
  return `${context.baseUrl()}/fortsetzen/${token}`;
}

/** `"3"`, as an ETag is written. @throws RequestProblem `revision-missing` */
export function readRevision(header: string | undefined): number {
  const digits = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header?.trim() ?? '')?.[1];
  if (digits === undefined) throw new RequestProblem('revision-missing');
  return Number(digits);
}
