import { randomUUID } from 'node:crypto';
import { SchalterError } from '@schalter/definition';
import type { PersistedSession } from '@schalter/engine';
import { and, eq, gt, isNull, lt } from 'drizzle-orm';
import type { ServerContext } from '../context.ts';
import { createToken, hashToken } from '../crypto/token.ts';
import type { Statements } from '../database/database.ts';
import { drafts } from '../database/schema.ts';
import { RequestProblem } from '../http/problem.ts';
import type { PublishedForm } from '../published/published-forms.ts';
import { addDays, dateIn } from '../time.ts';

export type DraftRow = typeof drafts.$inferSelect;

type DraftContext = Pick<ServerContext, 'database' | 'keyring' | 'now'>;

/** Days a draft is kept when its form does not say. */
const defaultDraftDays = 30;

export interface NewDraft {
  readonly draft: DraftRow;
  /** Proves who may use the draft. It is not stored and cannot be asked for again. */
  readonly token: string;
}

/** Begins a draft of a form. @param session what stands in it already (prefilled answers) */
export async function createDraft(
  context: DraftContext,
  form: PublishedForm,
  language: string,
  session?: PersistedSession,
): Promise<NewDraft> {
  const { database, now } = context;
  const token = createToken();
  const id = randomUUID();
  const createdAt = now();
  const draft: DraftRow = {
    id,
    tokenHash: hashToken(token),
    key: randomUUID(),
    formId: form.id,
    formVersion: form.version,
    language,
    revision: session ? 1 : 0,
    session: session ? sealSession(context, id, session) : null,
    migration: null,
    today: dateIn(form.program.timeZone, createdAt),
    createdAt,
    updatedAt: createdAt,
    expiresAt: addDays(createdAt, draftDays(form)),
    submissionId: null,
  };
  await database.connection.insert(drafts).values(draft);
  return { draft, token };
}

/** Days a draft of this form is kept after it was last changed. */
export function draftDays({ program }: PublishedForm): number {
  const days = program.retention.draftDays;
  return typeof days === 'number' ? days : defaultDraftDays;
}

/** The draft a token opens, unless it has expired. */
export async function findDraftByToken({ database, now }: DraftContext, token: string): Promise<DraftRow | undefined> {
  const [draft] = await database.connection
    .select()
    .from(drafts)
    .where(and(eq(drafts.tokenHash, hashToken(token)), gt(drafts.expiresAt, now())));
  return draft;
}

/**
 * The draft with this id, if one of the tokens opens it.
 * @throws SchalterError `unknown-draft`: whether there is such a draft is nobody else's business
 */
export async function openDraft(context: DraftContext, id: string, tokens: readonly string[]): Promise<DraftRow> {
  for (const token of tokens) {
    const draft = await findDraftByToken(context, token);
    if (draft?.id === id) return draft;
  }
  throw new SchalterError('unknown-draft');
}

/** A session as it is stored. */
export function sealSession(
  { keyring }: Pick<DraftContext, 'keyring'>,
  id: string,
  session: PersistedSession,
): Uint8Array {
  return keyring.seal(JSON.stringify(session), placeOf(id));
}

/** The session kept in a draft; `undefined` before the first save and after submission. */
export function readSession({ keyring }: DraftContext, draft: DraftRow): PersistedSession | undefined {
  if (!draft.session) return undefined;
  const session: PersistedSession = JSON.parse(Buffer.from(keyring.open(draft.session, placeOf(draft.id))).toString());
  return session;
}

/**
 * Keeps a session in a draft.
 * @param revision the one this change builds on
 * @returns the new revision
 * @throws RequestProblem `draft-conflict` with the current `revision`, `draft-submitted`, `draft-other-form`
 */
export async function saveSession(
  context: DraftContext,
  draft: DraftRow,
  session: PersistedSession,
  revision: number,
  days: number,
): Promise<number> {
  const { database, now } = context;
  // Another version is what the draft has become meanwhile: that is a change elsewhere too.
  if (draft.revision !== revision && draft.submissionId === null) {
    throw new RequestProblem('draft-conflict', { revision: draft.revision });
  }
  if (session.form.id !== draft.formId || session.form.version !== draft.formVersion) {
    throw new RequestProblem('draft-other-form', {}, { at: '/form' });
  }
  const saved = await database.connection
    .update(drafts)
    .set({
      session: sealSession(context, draft.id, session),
      language: session.language,
      ...(draft.migration && hasGoneOn(readSession(context, draft), session) ? { migration: null } : {}),
      revision: revision + 1,
      updatedAt: now(),
      expiresAt: addDays(now(), days),
    })
    .where(and(eq(drafts.id, draft.id), eq(drafts.revision, revision), isNull(drafts.submissionId)))
    .returning({ revision: drafts.revision });
  if (saved[0]) return saved[0].revision;
  const [current] = await database.connection.select().from(drafts).where(eq(drafts.id, draft.id));
  if (!current) throw new SchalterError('unknown-draft');
  if (current.submissionId) throw new RequestProblem('draft-submitted');
  throw new RequestProblem('draft-conflict', { revision: current.revision });
}

export async function deleteDraft({ database }: DraftContext, draft: DraftRow): Promise<void> {
  await database.connection.delete(drafts).where(eq(drafts.id, draft.id));
}

/** Deletes drafts whose time is over. @returns how many */
export async function deleteExpiredDrafts(statements: Statements, now: Date): Promise<number> {
  const gone = await statements.delete(drafts).where(lt(drafts.expiresAt, now)).returning({ id: drafts.id });
  return gone.length;
}

/** Whether a session is on another page than before: what was told there has been read. */
function hasGoneOn(before: PersistedSession | undefined, { flow }: PersistedSession): boolean {
  return before?.flow.step !== flow.step || before.flow.entry !== flow.entry;
}

/** Where a sealed session stands: it opens in this row only. */
function placeOf(id: string): string {
  return `drafts/${id}/session`;
}
