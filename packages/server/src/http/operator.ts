import { timingSafeEqual } from 'node:crypto';
import { SchalterError } from '@schalter/definition';
import type { FastifyRequest } from 'fastify';
import type { ServerConfig } from '../config/config.ts';
import { hashToken } from '../crypto/token.ts';

/**
 * Guards what is for operators only. With `SCHALTER_OPERATOR_TOKEN` it is asked for (as bearer token, or as password of
 * HTTP Basic, which browsers ask for). Without it, only this machine itself may: by a loopback address under a loopback
 * name, and not where a public address is configured, since a proxy on the same machine would make everybody local.
 */
export function operatorGuard(config: ServerConfig): (request: FastifyRequest) => Promise<void> {
  const { operatorToken, settings, trustProxy } = config;
  return async (request) => {
    if (operatorToken !== undefined) {
      if (!isEqual(givenToken(request), operatorToken)) throw new SchalterError('operator-only');
      return;
    }
    const isLocal = isLoopback(request.socket.remoteAddress) && isLoopbackName(request.hostname);
    if (!isLocal || settings.baseUrl !== undefined || trustProxy) throw new SchalterError('operator-only');
  };
}

function givenToken(request: FastifyRequest): string {
  const header = request.headers.authorization ?? '';
  const space = header.indexOf(' ');
  const [scheme, value] = [header.slice(0, space), header.slice(space + 1)];
  if (scheme === 'Bearer') return value;
  if (scheme !== 'Basic') return '';
  const text = Buffer.from(value, 'base64').toString();
  return text.slice(text.indexOf(':') + 1);
}

/** Hashes are compared, so that neither content nor length shows in the time it takes. */
function isEqual(given: string, expected: string): boolean {
  return timingSafeEqual(Buffer.from(hashToken(given)), Buffer.from(hashToken(expected)));
}

function isLoopback(address: string | undefined): boolean {
  return address !== undefined && /^(?:127\.|::1$|::ffff:127\.)/.test(address);
}

/** A name that only resolves to this machine: a page of another site that points its own name here is told apart. */
function isLoopbackName(name: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/.test(name);
}
