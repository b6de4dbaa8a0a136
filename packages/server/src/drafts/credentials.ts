import type { FastifyReply, FastifyRequest } from 'fastify';

const prefix = 'schalter-';

/** Name of the cookie that opens a draft: one per draft, so that a browser can hold several. */
function cookieName(draft: string): string {
  return `${prefix}${draft}`;
}

/** Tokens a request brings: `Authorization: Bearer`, and the draft's cookie. */
export function tokensOf(request: FastifyRequest, draft: string): readonly string[] {
  const bearer = /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1];
  const cookie = request.cookies[cookieName(draft)];
  return [bearer, cookie].filter((token) => token !== undefined);
}

/** Tokens of all drafts this browser holds. */
export function allTokensOf(request: FastifyRequest): readonly string[] {
  const cookies = Object.entries(request.cookies).filter(([name]) => name.startsWith(prefix));
  const bearer = /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1];
  return [bearer, ...cookies.map(([, value]) => value)].filter((token) => token !== undefined).slice(0, 40);
}

/** Lets this browser open the draft until it expires: for the server's eyes only, never sent along from other sites. */
export function setDraftCookie(
  reply: FastifyReply,
  draft: { id: string; expiresAt: Date },
  token: string,
  secure: boolean,
) {
  reply.setCookie(cookieName(draft.id), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    expires: draft.expiresAt,
  });
}

export function clearDraftCookie(reply: FastifyReply, draft: string) {
  reply.clearCookie(cookieName(draft), { path: '/' });
}
