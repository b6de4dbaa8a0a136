import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { pathOf } from './security.ts';

/**
 * What is the same for everybody. Pages and answers about drafts are never compressed: the length of what holds a secret
 * beside something a stranger chose gives the secret away (BREACH).
 */
const compressible = /^\/(?:api\/forms|api\/openapi\.json|assets|designer\/assets)(?:\/|$)/;
const textual = /^(?:text\/|application\/(?:json|javascript|schema\+json)|image\/svg)/;
/** Bytes below which it is not worth it. */
const least = 1024;
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** Compresses programs, validators, scripts and styles for browsers that take it. */
export function addCompression(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (!compressible.test(pathOf(request)) || !textual.test(String(reply.getHeader('content-type') ?? '')))
      return payload;
    reply.header('vary', 'Accept-Encoding');
    const accepted = String(request.headers['accept-encoding'] ?? '');
    const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
    if (encoding === undefined || reply.statusCode !== 200 || reply.hasHeader('content-encoding')) return payload;
    if (typeof payload === 'string' && payload.length >= least) {
      reply.header('content-encoding', encoding).removeHeader('content-length');
      return encoding === 'br' ? await toBrotli(payload, brotli) : await toGzip(payload);
    }
    if (payload instanceof Readable && request.method === 'GET') {
      reply.header('content-encoding', encoding).removeHeader('content-length');
      return payload.pipe(encoding === 'br' ? createBrotliCompress(brotli) : createGzip());
    }
    return payload;
  });
}
