import { SchalterError } from '@schalter/definition';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Every page: nothing from elsewhere, nothing inline, nobody's frame. */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The designer, for operators: Monaco writes its layout and colours as inline styles and runs language services in
 * workers of our own origin. Scripts stay as strict as on every page.
 */
export const designerPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What is no page must not become one. */
const dataPolicy = "default-src 'none'; frame-ancestors 'none'";

export interface SecurityOptions {
  /** Origins whose pages may call the API with a bearer token; `*` for all. */
  readonly embedding: readonly string[];
  /** The server is reached by https. */
  readonly secure: boolean;
}

/** Headers of every answer, and the refusal of posts from pages of other sites. */
export function addSecurity(app: FastifyInstance, { embedding, secure }: SecurityOptions): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-content-type-options', 'nosniff');
    // Addresses hold ids of drafts: other sites never learn them. Own posts keep their Origin header.
    reply.header('referrer-policy', 'same-origin');
    reply.header('cross-origin-opener-policy', 'same-origin');
    reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
    if (secure) reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
    allowEmbedding(request, (name, value) => reply.header(name, value), embedding);
    // Browsers ask before a page of another site may send more than a form could.
    if (request.method === 'OPTIONS' && request.headers['access-control-request-method'])
      return reply.status(204).send();
    if (request.method !== 'GET' && request.method !== 'HEAD' && request.method !== 'OPTIONS') refuseForeign(request);
  });
  app.addHook('onSend', async (_request, reply, payload) => {
    if (!reply.hasHeader('content-security-policy')) {
      const type = String(reply.getHeader('content-type') ?? '');
      reply.header('content-security-policy', type.startsWith('text/html') ? pagePolicy : dataPolicy);
    }
    if (!reply.hasHeader('cross-origin-resource-policy')) reply.header('cross-origin-resource-policy', 'same-origin');
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    return payload;
  });
}

/** Published to everybody: programs, scripts, styles, fonts. */
const published = /^\/(?:api\/forms|assets)(?:\/|$)/;
/** What pages of other sites use when they embed a form. Cookies never go there: they use the draft's token. */
const embeddable = /^\/api\/(?:drafts|submissions)(?:\/|$)/;

function allowEmbedding(
  request: FastifyRequest,
  header: (name: string, value: string) => unknown,
  embedding: readonly string[],
): void {
  const path = pathOf(request);
  if (published.test(path)) {
    header('access-control-allow-origin', '*');
    header('cross-origin-resource-policy', 'cross-origin');
    return;
  }
  if (!embeddable.test(path) || embedding.length === 0) return;
  header('vary', 'Origin');
  const { origin } = request.headers;
  if (!origin || !(embedding.includes('*') || embedding.includes(origin))) return;
  header('access-control-allow-origin', embedding.includes('*') ? '*' : origin);
  header('cross-origin-resource-policy', 'cross-origin');
  header('access-control-expose-headers', 'etag, location');
  if (request.method !== 'OPTIONS') return;
  header('access-control-allow-methods', 'GET, POST, PUT, DELETE');
  header('access-control-allow-headers', 'authorization, content-type, idempotency-key, if-match');
  header('access-control-max-age', '600');
}

/**
 * Cookies prove who somebody is, not that they meant it: what comes from a page of another site is refused, unless a
 * bearer token says that the page was given the draft.
 */
function refuseForeign(request: FastifyRequest): void {
  const { authorization, origin, host } = request.headers;
  if (authorization?.startsWith('Bearer ')) return;
  const site = request.headers['sec-fetch-site'];
  const sameOrigin = site === undefined ? isSameOrigin(origin, host) : site === 'same-origin' || site === 'none';
  // An embedding page begins its draft before it has a token.
  const beginsDraft = request.method === 'POST' && pathOf(request) === '/api/drafts';
  if (!sameOrigin && !beginsDraft) throw new SchalterError('foreign-origin');
}

/** Programs send no Origin at all: they have no cookies of somebody else either. */
function isSameOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

export function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? '';
}
