import type { JsonObject } from '@schalter/definition';
import { SchalterError } from '@schalter/definition';
import { and, eq } from 'drizzle-orm';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ServerContext } from '../context.ts';
import { drafts, submissions } from '../database/schema.ts';
import { allTokensOf, tokensOf } from '../drafts/credentials.ts';
import { findDraftByToken, openDraft } from '../drafts/drafts.ts';
import { RequestProblem } from '../http/problem.ts';
import { formVersion, idParams, isoDate, language, problem, receipt as receiptSchema, uuid } from '../http/schemas.ts';
import { readDocument } from '../submissions/content.ts';
import { receiptOf } from '../submissions/receipt.ts';
import type { SubmissionRow } from '../submissions/rows.ts';
import { submitDraft } from '../submissions/submit.ts';

interface SubmissionBody {
  readonly draft: string;
  readonly form: { readonly id: string; readonly version: string };
  readonly language: string;
  readonly today: string;
  readonly answers: JsonObject;
}

const security = [{ draft: [] }];

/** Filing, and what becomes of it. */
export function submissionRoutes(app: FastifyInstance, context: ServerContext): void {
  app.post<{ Body: SubmissionBody }>(
    '/api/submissions',
    {
      schema: {
        tags: ['submissions'],
        summary: 'File a submission',
        description:
          "Idempotency-Key is the draft's key: the same content again gives the same receipt with 200. Everything is computed again; computed values may be left out.",
        security,
        headers: { type: 'object', properties: { 'idempotency-key': { type: 'string', maxLength: 100 } } },
        body: {
          type: 'object',
          required: ['draft', 'form', 'language', 'today', 'answers'],
          additionalProperties: false,
          properties: {
            draft: uuid,
            form: formVersion,
            language,
            today: isoDate,
            answers: { type: 'object', additionalProperties: true },
          },
        },
        response: {
          200: receiptSchema,
          201: receiptSchema,
          400: problem,
          404: problem,
          409: problem,
          413: problem,
          422: problem,
        },
      },
    },
    async (request, reply) => {
      const { draft: id, ...submission } = request.body;
      const draft = await openDraft(context, id, tokensOf(request, id));
      if (request.headers['idempotency-key'] !== draft.key) throw new RequestProblem('key-missing');
      const { receipt, isNew } = await submitDraft(context, draft, submission);
      return reply
        .status(isNew ? 201 : 200)
        .header('location', `/api/submissions/${receipt.id}`)
        .send(receipt);
    },
  );

  app.get<{ Params: { id: string } }>(
    '/api/submissions/:id',
    {
      schema: {
        tags: ['submissions'],
        summary: 'The receipt with its state',
        security,
        params: idParams,
        response: { 200: receiptSchema, 404: problem },
      },
    },
    async (request) => receiptOf(context, await openSubmission(context, request.params.id, request)),
  );

  app.get<{ Params: { id: string } }>(
    '/api/submissions/:id/receipt.pdf',
    {
      schema: {
        tags: ['submissions'],
        summary: 'The receipt as PDF',
        security,
        params: idParams,
        produces: ['application/pdf'],
        response: { 404: problem },
      },
    },
    async (request, reply) => {
      const row = await openSubmission(context, request.params.id, request);
      const pdf = readDocument(context, row);
      if (!pdf) throw new SchalterError('not-found');
      return reply
        .type('application/pdf')
        .header('content-disposition', `inline; filename="${row.reference}.pdf"`)
        .send(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength));
    },
  );
}

/**
 * A submission, for whoever holds the draft it came from.
 * @throws SchalterError `unknown-submission`
 */
export async function openSubmission(
  context: ServerContext,
  id: string,
  request: FastifyRequest,
): Promise<SubmissionRow> {
  const [found] = await context.database.connection
    .select({ row: submissions, draft: drafts.id })
    .from(submissions)
    .innerJoin(drafts, and(eq(drafts.id, submissions.draftId), eq(drafts.submissionId, submissions.id)))
    .where(eq(submissions.id, id));
  if (found) {
    for (const token of allTokensOf(request)) {
      if ((await findDraftByToken(context, token))?.id === found.draft) return found.row;
    }
  }
  throw new SchalterError('unknown-submission');
}
