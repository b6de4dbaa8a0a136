import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';

/** Describes the routes that carry a schema with a tag, at `/api/openapi.json`. */
export async function addOpenApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Schalter form server',
        version: '1',
        description:
          'Forms, drafts and submissions. Errors are problem+json with a stable `code`. A draft is opened by its cookie or by `Authorization: Bearer <token>`.',
        license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      },
      components: {
        securitySchemes: {
          draft: { type: 'http', scheme: 'bearer', description: "The draft's token" },
          operator: { type: 'http', scheme: 'bearer', description: 'SCHALTER_OPERATOR_TOKEN' },
        },
      },
      tags: [
        { name: 'forms', description: 'Published forms' },
        { name: 'drafts', description: 'Half-filled forms' },
        { name: 'submissions', description: 'Filed forms' },
        { name: 'designer', description: 'For operators: working copies and publication' },
        { name: 'operation', description: 'For operators: deliveries, health' },
      ],
    },
    hideUntagged: true,
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}
