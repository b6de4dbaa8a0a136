import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { ServerConfig } from '../config/config.ts';
import { operatorGuard } from '../http/operator.ts';
import { designerPolicy } from '../http/security.ts';

const forEver = 'public, max-age=31536000, immutable';
/** Kept, but asked for again: the address stays when the content changes. */
const revalidate = 'no-cache';

/** Builds that browsers load: `<schalter-form>` and the designer. */
export async function assetRoutes(
  app: FastifyInstance,
  config: ServerConfig,
  folders: { readonly renderer: string | undefined; readonly designer: string | undefined },
): Promise<void> {
  if (folders.renderer !== undefined) {
    await app.register(fastifyStatic, {
      root: folders.renderer,
      prefix: '/assets/',
      schemaHide: true,
      cacheControl: false,
      index: false,
      dotfiles: 'ignore',
      setHeaders(reply, path) {
        reply.header('cache-control', isHashed(path) || path.endsWith('.woff2') ? forEver : revalidate);
      },
    });
  }
  const designer = folders.designer;
  if (designer === undefined) return;
  await app.register(async (scope) => {
    scope.addHook('onRequest', operatorGuard(config));
    await scope.register(fastifyStatic, {
      root: join(designer, 'assets'),
      prefix: '/designer/assets/',
      schemaHide: true,
      cacheControl: false,
      index: false,
      decorateReply: folders.renderer === undefined,
      setHeaders(reply, path) {
        reply.header('cache-control', isHashed(path) ? forEver : revalidate);
      },
    });
    scope.get('/designer', { schema: { hide: true } }, async (request, reply) => {
      const query = request.url.indexOf('?');
      // Everything the designer loads is relative to its folder.
      if (!/^\/designer\//.test(request.url)) {
        return reply.redirect(`/designer/${query < 0 ? '' : request.url.slice(query)}`, 302);
      }
      return reply
        .header('content-security-policy', designerPolicy)
        .header('cache-control', revalidate)
        .sendFile('index.html', designer, { cacheControl: false });
    });
  });
}

/** Bundlers put a hash before the ending: `editor-BX3k_9aQ.js`. */
function isHashed(path: string): boolean {
  return /-[\w-]{8,}\.\w+$/.test(path);
}

/** A build's folder, when it is there. */
export function builtFolder(path: string, proof: string): string | undefined {
  return existsSync(join(path, proof)) ? path : undefined;
}
