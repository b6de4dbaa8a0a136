import type { JsonValue } from '@schalter/definition';
import { PortError, type PortFailure, type Problem } from '@schalter/engine';

/** What an answer of the server comes as. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

interface Request {
  readonly method?: string;
  readonly body?: JsonValue | object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
  /** Lets the request outlive the page. */
  readonly keepalive?: boolean;
}

/**
 * The server, as one browser page talks to it: by cookie on its own site, by a token kept in memory on others.
 * Everything that is not a success is a `PortError` with the server's code, or `offline` when it cannot be reached.
 */
export class Http {
  readonly base: URL;
  readonly sameOrigin: boolean;
  token: string | undefined;

  /** @param base address of the server; relative to the page */
  constructor(base: string, page: string = location.href) {
    this.base = new URL(base === '' || base.endsWith('/') ? base : `${base}/`, page);
    this.sameOrigin = this.base.origin === new URL(page).origin;
  }

  /** A path of the server as a whole address; whole addresses stay. */
  address(path: string): string {
    return new URL(path.replace(/^\/+/, ''), this.base).href;
  }

  async request(
    path: string,
    { method = 'GET', body, headers = {}, signal, keepalive }: Request = {},
  ): Promise<Answer> {
    const authorization = !this.sameOrigin && this.token !== undefined ? { authorization: `Bearer ${this.token}` } : {};
    let response: Response;
    try {
      response = await fetch(this.address(path), {
        method,
        credentials: this.sameOrigin ? 'same-origin' : 'omit',
        headers: {
          accept: 'application/json',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...authorization,
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(signal ? { signal } : {}),
        ...(keepalive ? { keepalive } : {}),
      });
    } catch (error) {
      if (signal?.aborted) throw error;
      throw new PortError({ code: 'offline', retry: true });
    }
    const parsed = await parse(response);
    if (response.ok) return { status: response.status, body: parsed, headers: response.headers };
    throw new PortError(failureOf(response.status, parsed));
  }
}

async function parse(response: Response): Promise<unknown> {
  const text = await response.text().catch(() => '');
  try {
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

const byStatus: Readonly<Record<number, string>> = {
  401: 'draft-gone',
  403: 'draft-gone',
  404: 'draft-gone',
  410: 'draft-gone',
  413: 'too-large',
};

function failureOf(status: number, body: unknown): PortFailure {
  const problem = typeof body === 'object' && body !== null ? (body as { code?: unknown; problems?: unknown }) : {};
  const code = typeof problem.code === 'string' ? problem.code : (byStatus[status] ?? 'server');
  const retry = status >= 500 || status === 429 || status === 408;
  return Array.isArray(problem.problems)
    ? { code, retry, problems: problem.problems as readonly Problem[] }
    : { code, retry };
}

/** Reads a property of an answer that has to be text. */
export function textOf(body: unknown, name: string): string | undefined {
  const value = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}
