import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import type { ServerConfig } from '../config/config.ts';
import { bodyLimit, parseBody } from './body.ts';
import { addCompression } from './compression.ts';
import { addOpenApi } from './openapi.ts';
import { problemDocument } from './problem.ts';
import { addSecurity, pathOf } from './security.ts';
import { toSchalterError } from './to-schalter-error.ts';

/** Fastify with what holds for every route: limits, headers, errors from the one table, logs without personal data. */
export async function createApp(config: ServerConfig): Promise<FastifyInstance> {
  const level = config.logLevel ?? 'info';
  const app = Fastify({
    bodyLimit,
    trustProxy: config.trustProxy ?? false,
    // Connections that are kept open do not hold up a stop.
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    // What does not fit is refused, never bent into shape.
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false, allErrors: false } },
    logger: {
      level,
      redact: ['req.headers', 'res.headers'],
      serializers: {
        // Addresses hold ids and tokens of drafts: the route says enough.
        req: (request) => ({ method: request.method, route: request.routeOptions?.url ?? 'unknown' }),
        res: (reply) => ({ status: reply.statusCode }),
        err: (error) => ({ type: error.name, code: error.code, message: error.message, stack: error.stack ?? '' }),
      },
    },
    // Requests are logged below, with less: no address of a person.
    logController: new LogController({ disableRequestLogging: true }),
  });
  app.removeContentTypeParser(['application/json', 'text/plain']);
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, parseBody(String(body)));
    } catch (error) {
      done(error instanceof Error ? error : null);
    }
  });
  // Response schemas describe; nothing is cut out of answers because a schema forgot it.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  await app.register(cookie);
  await app.register(formbody, { bodyLimit });
  await addOpenApi(app);
  const { baseUrl, embedding = [] } = config.settings;
  addCompression(app);
  addSecurity(app, { embedding, secure: baseUrl?.startsWith('https:') ?? false });

  app.addHook('onResponse', async (request, reply) => {
    const facts = { req: request, res: reply, ms: Math.round(reply.elapsedTime) };
    if (reply.statusCode >= 500 && reply.statusCode !== 503) request.log.error(facts, 'request failed');
    else request.log.debug(facts, 'request answered');
  });
  app.setErrorHandler((thrown, request, reply) => {
    const error = toSchalterError(thrown, request.routeOptions.bodyLimit ?? bodyLimit);
    const document = problemDocument(error);
    if (document.status >= 500) request.log.error({ err: error.cause ?? error, req: request }, 'request failed');
    if (document.code === 'operator-only') reply.header('www-authenticate', 'Basic realm="Schalter", charset="UTF-8"');
    if (wantsPage(pathOf(request))) return reply.status(document.status).renderProblem(document);
    return reply.status(document.status).type('application/problem+json').send(JSON.stringify(document));
  });
  return app;
}

/** Everything but the API and files is for people. */
function wantsPage(path: string): boolean {
  return !/^\/(?:api|assets|designer\/assets|healthz|readyz)(?:\/|$)/.test(path);
}
