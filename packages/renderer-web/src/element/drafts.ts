import type { DraftPort, PersistedSession } from '@schalter/engine';
import type { ToldAnswer } from '@schalter/engine/migrate';
import type { Http } from './http.ts';
import { textOf } from './http.ts';

/** What the server says of a draft. */
export interface DraftInfo {
  readonly id: string;
  readonly key: string;
  /** Of the form. */
  readonly version: string | undefined;
  readonly revision: number;
  readonly today: string;
  readonly expiresAt: string | undefined;
  /** Address that opens the draft again. */
  readonly resume: string | undefined;
  readonly snapshot: PersistedSession | null;
  /** The draft was of an older version: what became of its answers, until the person has gone on. */
  readonly migrated: readonly ToldAnswer[] | undefined;
}

/**
 * The draft of one form, kept by the server. Born with the first save, so that looking at a form leaves no trace.
 */
export class Drafts implements DraftPort {
  readonly #http: Http;
  readonly #form: string;
  readonly #language: () => string;
  #opening: Promise<DraftInfo> | undefined;
  /** Saving and filing take turns: what is filed is not saved after it, and nothing overtakes. */
  #turn: Promise<unknown> = Promise.resolve();
  #filed = false;
  #expiresAt: string | undefined;

  constructor(http: Http, form: string, language: () => string) {
    this.#http = http;
    this.#form = form;
    this.#language = language;
  }

  /** Continues a draft. @throws PortError `draft-gone`, `offline` */
  async load(id: string): Promise<DraftInfo> {
    const language = encodeURIComponent(this.#language());
    const { body } = await this.#http.request(`/api/drafts/${encodeURIComponent(id)}?language=${language}`);
    const info = infoOf(body);
    this.#opening = Promise.resolve(info);
    this.#expiresAt = info.expiresAt;
    return info;
  }

  /** Until when the draft is kept; nothing before there is one. */
  get expiresAt(): string | undefined {
    return this.#expiresAt;
  }

  /** The draft, begun if need be. */
  open(): Promise<DraftInfo> {
    this.#opening ??= this.#create().catch((error: unknown) => {
      this.#opening = undefined;
      throw error;
    });
    return this.#opening;
  }

  async #create(): Promise<DraftInfo> {
    const { body } = await this.#http.request('/api/drafts', {
      method: 'POST',
      body: { form: this.#form, language: this.#language() },
    });
    this.#http.token = textOf(body, 'token');
    const info = infoOf(body);
    this.#expiresAt = info.expiresAt;
    return info;
  }

  /** Files the draft with `send`, after what is being saved. Once that is done, nothing is saved any more. */
  file<Result>(send: (info: DraftInfo) => Promise<Result>): Promise<Result> {
    return this.#inTurn(async () => {
      const result = await send(await this.open());
      this.#filed = true;
      return result;
    });
  }

  save(draft: PersistedSession, revision: number, signal?: AbortSignal): Promise<{ readonly revision: number }> {
    return this.#inTurn(() => (this.#filed ? Promise.resolve({ revision }) : this.#put(draft, revision, signal)));
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  async #put(draft: PersistedSession, revision: number, signal?: AbortSignal): Promise<{ readonly revision: number }> {
    const { id } = await this.open();
    const { body } = await this.#http.request(`/api/drafts/${encodeURIComponent(id)}`, {
      method: 'PUT',
      headers: { 'if-match': `"${revision}"` },
      body: draft,
      signal,
      // A page that is being left may still finish this.
      keepalive: document.visibilityState === 'hidden',
    });
    return { revision: numberOf(body, 'revision') ?? revision + 1 };
  }
}

function infoOf(body: unknown): DraftInfo {
  return {
    id: textOf(body, 'id') ?? '',
    key: textOf(body, 'key') ?? '',
    version: textOf((body as { form?: unknown } | null)?.form, 'version'),
    today: textOf(body, 'today') ?? '',
    expiresAt: textOf(body, 'expiresAt'),
    resume: textOf(body, 'resume'),
    revision: numberOf(body, 'revision') ?? 0,
    snapshot: snapshotOf(body),
    migrated: migratedOf(body),
  };
}

function snapshotOf(body: unknown): PersistedSession | null {
  const value = typeof body === 'object' && body !== null ? (body as { snapshot?: unknown }).snapshot : undefined;
  return typeof value === 'object' && value !== null ? (value as PersistedSession) : null;
}

function migratedOf(body: unknown): readonly ToldAnswer[] | undefined {
  const value = typeof body === 'object' && body !== null ? (body as { migrated?: unknown }).migrated : undefined;
  return Array.isArray(value) ? (value as readonly ToldAnswer[]) : undefined;
}

function numberOf(body: unknown, name: string): number | undefined {
  const value = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined;
  return typeof value === 'number' ? value : undefined;
}
