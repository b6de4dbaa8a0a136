import type { FastifyInstance } from 'fastify';
import type { ServerContext } from '../context.ts';

const state = { type: 'object', required: ['status'], properties: { status: { type: 'string' } } } as const;

/** For supervisors: is the process alive, can it do its work. */
export function healthRoutes(app: FastifyInstance, context: ServerContext, isReady: () => boolean): void {
  app.get(
    '/healthz',
    { schema: { tags: ['operation'], summary: 'The process runs', response: { 200: state } } },
    async () => ({ status: 'ok' }),
  );
  app.get(
    '/readyz',
    {
      schema: {
        tags: ['operation'],
        summary: 'Forms can be filled in and filed',
        response: { 200: state, 503: state },
      },
    },
    async (_request, reply) => {
      const ready = isReady() && (await context.database.ping());
      return reply.status(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready' });
    },
  );
}
