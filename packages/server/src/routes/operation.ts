import { SchalterError } from '@schalter/definition';
import { and, desc, eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { ServerContext } from '../context.ts';
import { deliveries, submissions } from '../database/schema.ts';
import { operatorGuard } from '../http/operator.ts';
import { formId, idParams, problem, version } from '../http/schemas.ts';
import { retireVersion } from '../published/retire.ts';
import { changeState } from '../submissions/change-state.ts';

const states = ['held', 'pending', 'confirmed', 'needs-attention'] as const;
const listLimit = 200;

/** For operators: what has not arrived, and another try; versions that are offered no more. Shows no answers. */
export function operationRoutes(app: FastifyInstance, context: ServerContext): void {
  const onRequest = operatorGuard(context.config);
  const tags = ['operation'];
  const security = [{ operator: [] }];

  app.get<{ Querystring: { state?: (typeof states)[number] } }>(
    '/api/operator/deliveries',
    {
      onRequest,
      schema: {
        tags,
        security,
        summary: 'Deliveries in a state, those that need attention unless told otherwise; the newest first',
        querystring: { type: 'object', properties: { state: { enum: states } } },
        response: { 401: problem },
      },
    },
    async (request) =>
      await context.database.connection
        .select({
          id: deliveries.id,
          reference: submissions.reference,
          form: submissions.formId,
          service: deliveries.service,
          kind: deliveries.kind,
          state: deliveries.state,
          attempts: deliveries.attempts,
          lastError: deliveries.lastError,
          nextTry: deliveries.nextTry,
          receivedAt: submissions.receivedAt,
        })
        .from(deliveries)
        .innerJoin(submissions, eq(submissions.id, deliveries.submissionId))
        .where(eq(deliveries.state, request.query.state ?? 'needs-attention'))
        .orderBy(desc(submissions.receivedAt))
        .limit(listLimit),
  );

  app.post<{ Params: { id: string } }>(
    '/api/operator/deliveries/:id/retry',
    {
      onRequest,
      schema: {
        tags,
        security,
        summary: 'Try a delivery that needs attention again, now',
        params: idParams,
        response: { 202: { type: 'object', properties: { id: { type: 'string' } } }, 404: problem },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const now = context.now();
      await context.database.connection.transaction(async (transaction) => {
        const [row] = await transaction
          .update(deliveries)
          .set({ state: 'pending', attempts: 0, nextTry: now })
          .where(and(eq(deliveries.id, id), eq(deliveries.state, 'needs-attention')))
          .returning();
        if (!row) throw new SchalterError('unknown-delivery');
        if (row.kind === 'delivery') {
          await changeState(transaction, row.submissionId, 'released', 'an operator had a delivery tried again', now);
        }
        await context.queue.add(transaction, id);
      });
      context.queue.nudge();
      return reply.status(202).send({ id });
    },
  );

  app.post<{ Params: { id: string; version: string } }>(
    '/api/operator/forms/:id/:version/retire',
    {
      onRequest,
      schema: {
        tags,
        security,
        summary: 'Offer a version no more: its drafts become drafts of the newest one when they are next opened',
        params: { type: 'object', properties: { id: formId, version } },
        response: {
          200: {
            type: 'object',
            properties: {
              id: { type: 'string' },
              version: { type: 'string' },
              retiredAt: { type: 'string', format: 'date-time' },
            },
          },
          404: problem,
        },
      },
    },
    async (request) => {
      const { id, version } = request.params;
      const retiredAt = await retireVersion(context.database.connection, id, version, context.now());
      await context.forms.refresh();
      context.log.info({ form: id, version }, 'version retired');
      return { id, version, retiredAt: retiredAt.toISOString() };
    },
  );
}
