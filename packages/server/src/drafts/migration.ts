import type { PersistedSession } from '@schalter/engine';
import { type MigrationEntry, migrateDraft, type ToldAnswer, tellReport } from '@schalter/engine/migrate';
import { and, eq } from 'drizzle-orm';
import type { ServerContext } from '../context.ts';
import { drafts } from '../database/schema.ts';
import { type DraftRow, readSession, sealSession } from './drafts.ts';

type MigrationContext = Pick<ServerContext, 'database' | 'keyring' | 'forms' | 'log' | 'now'>;

/** What a draft was before it became one of a newer version, and what became of its answers. */
interface Migrated {
  readonly older: PersistedSession;
  readonly report: readonly MigrationEntry[];
}

/**
 * The draft as it can be gone on with: one of a retired version becomes one of the newest, and what became of its
 * answers is kept with it until the person has gone on. A draft of a form that is no longer offered at all stays.
 */
export async function onOfferedVersion(context: MigrationContext, draft: DraftRow): Promise<DraftRow> {
  const { forms, keyring, database, log } = context;
  const { id, formId, formVersion, revision } = draft;
  if (draft.submissionId !== null || !forms.isRetired(formId, formVersion)) return draft;
  const newest = forms.current().find((form) => form.id === formId);
  if (!newest) return draft;
  const older = readSession(context, draft);
  const changes: Partial<DraftRow> = { formVersion: newest.version, revision: revision + 1 };
  if (older) {
    const { validate: before } = await forms.versionOf(formId, formVersion);
    const { snapshot, report } = migrateDraft(newest.program, older, { validate: newest.validate, before });
    const told: readonly Migrated[] = [...readMigration(context, draft), { older, report }];
    changes.session = sealSession(context, id, snapshot);
    changes.language = snapshot.language;
    changes.migration = keyring.seal(JSON.stringify(told), placeOf(id));
    log.info({ form: formId, from: formVersion, to: newest.version, lost: countLost(report) }, 'draft migrated');
  }
  const [moved] = await database.connection
    .update(drafts)
    .set(changes)
    .where(and(eq(drafts.id, id), eq(drafts.revision, revision)))
    .returning();
  if (moved) return moved;
  // Somebody else was faster, in another window: it is as they left it.
  const [current] = await database.connection.select().from(drafts).where(eq(drafts.id, id));
  return current ?? draft;
}

/** What became of a draft's older answers, in people's words; `undefined` where there is nothing to tell (any more). */
export async function toldAnswers(
  context: MigrationContext,
  draft: DraftRow,
  language: string,
): Promise<readonly ToldAnswer[] | undefined> {
  if (!draft.migration) return undefined;
  const told: ToldAnswer[] = [];
  for (const { older, report } of readMigration(context, draft)) {
    const { program } = await context.forms.versionOf(draft.formId, older.form.version);
    told.push(...tellReport(program, older.answers, report, { language, today: older.today }));
  }
  return told;
}

function readMigration({ keyring }: MigrationContext, { id, migration }: DraftRow): readonly Migrated[] {
  return migration ? JSON.parse(Buffer.from(keyring.open(migration, placeOf(id))).toString()) : [];
}

function countLost(report: readonly MigrationEntry[]): number {
  return report.filter(({ lost }) => lost).length;
}

function placeOf(id: string): string {
  return `drafts/${id}/migration`;
}
