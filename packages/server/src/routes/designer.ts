import { type Library, type LocaleTexts, SchalterError } from '@schalter/definition';
import type { FastifyInstance } from 'fastify';
import type { ServerContext } from '../context.ts';
import { checkText, readSource } from '../designer/check.ts';
import { listForms, openWorkingCopy, saveWorkingCopy } from '../designer/working-copies.ts';
import { operatorGuard } from '../http/operator.ts';
import { RequestProblem } from '../http/problem.ts';
import { formParams, problem } from '../http/schemas.ts';
import type { Publisher } from '../published/publish.ts';
import { readRevision } from './drafts.ts';

interface Content {
  readonly form: string;
  readonly locales: Readonly<Record<string, LocaleTexts>>;
}

/** Bytes: a form with its translations. */
const bodyLimit = 8 * 1_048_576;
const security = [{ operator: [] }];
const content = {
  type: 'object',
  required: ['form', 'locales'],
  additionalProperties: false,
  properties: {
    form: { type: 'string', description: 'Text of form.json' },
    locales: { type: 'object', additionalProperties: { type: 'object', additionalProperties: true } },
  },
} as const;
const tags = ['designer'];

/** For authors: working copies, the checker, publication. */
export function designerRoutes(
  app: FastifyInstance,
  context: ServerContext,
  publisher: Publisher,
  library: () => Library,
): void {
  const onRequest = operatorGuard(context.config);

  app.get(
    '/api/designer/forms',
    { onRequest, schema: { tags, security, summary: 'All forms, published or begun', response: { 401: problem } } },
    async () => await listForms(context),
  );

  app.get(
    '/api/designer/library',
    { onRequest, schema: { tags, security, summary: "The city's blocks and lists", response: { 401: problem } } },
    () => {
      const { blocks, lists } = library();
      // Entries may be thousands, and no editor asks for them.
      const named = Object.entries(lists).map(([id, list]) => [id, { ...list, entries: [], locales: {} }] as const);
      return { blocks, lists: Object.fromEntries(named) };
    },
  );

  app.get<{ Params: { id: string } }>(
    '/api/designer/forms/:id',
    {
      onRequest,
      schema: { tags, security, summary: 'A working copy', params: formParams, response: { 404: problem } },
    },
    async (request) => {
      const copy = await openWorkingCopy(context, request.params.id);
      if (!copy) throw new SchalterError('unknown-form', { id: request.params.id });
      return copy;
    },
  );

  app.put<{ Params: { id: string }; Body: Content }>(
    '/api/designer/forms/:id',
    {
      onRequest,
      bodyLimit,
      schema: {
        tags,
        security,
        summary: 'Save a working copy; If-Match names the revision it builds on, 0 for a new form',
        params: formParams,
        headers: { type: 'object', properties: { 'if-match': { type: 'string' } } },
        body: content,
        response: {
          200: { type: 'object', properties: { revision: { type: 'integer' } } },
          409: problem,
          428: problem,
        },
      },
    },
    async (request) => {
      const revision = readRevision(request.headers['if-match']);
      return { revision: await saveWorkingCopy(context, request.params.id, request.body, revision) };
    },
  );

  app.post<{ Params: { id: string }; Body: Content }>(
    '/api/designer/forms/:id/check',
    {
      onRequest,
      bodyLimit,
      schema: {
        tags,
        security,
        summary: 'Everything that is wrong with a form, and its program when it runs',
        params: formParams,
        body: content,
        response: {
          200: {
            type: 'object',
            properties: {
              problems: problem.properties.problems,
              program: { type: 'object' },
              data: { type: 'object' },
            },
          },
        },
      },
    },
    async (request) => await checkText(request.params.id, request.body.form, request.body.locales, library()),
  );

  app.post<{ Params: { id: string } }>(
    '/api/designer/forms/:id/publish',
    {
      onRequest,
      schema: {
        tags,
        security,
        summary: 'Make the working copy a version that never changes',
        params: formParams,
        response: {
          201: { type: 'object', properties: { id: { type: 'string' }, version: { type: 'string' } } },
          404: problem,
          409: problem,
          422: problem,
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const copy = await openWorkingCopy(context, id);
      if (!copy) throw new SchalterError('unknown-form', { id });
      const { source, problems } = readSource(id, copy.form, copy.locales);
      if (!source || problems.length > 0) {
        throw new RequestProblem('form-not-publishable', { id, count: problems.length }, { problems });
      }
      const { version, isNew } = await publisher.publish(source, library());
      await context.forms.refresh();
      context.log.info({ form: id, version }, 'form published');
      return reply.status(isNew ? 201 : 200).send({ id, version });
    },
  );
}
