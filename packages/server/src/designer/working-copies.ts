import { compareVersions, type JsonValue, type LocaleTexts, printJson } from '@schalter/definition';
import { and, eq } from 'drizzle-orm';
import type { ServerContext } from '../context.ts';
import { forms, workingCopies } from '../database/schema.ts';
import { RequestProblem } from '../http/problem.ts';
import { parseSource } from '../published/source.ts';

/** An author's copy of a form. */
export interface WorkingCopy {
  /** Text of form.json, as the author wrote it. */
  readonly form: string;
  readonly locales: Readonly<Record<string, LocaleTexts>>;
  /** Grows with every save; 0 while nothing was saved. */
  readonly revision: number;
}

type Context = Pick<ServerContext, 'database' | 'now'>;

/** The working copy, or else the newest published version as the ground for one. */
export async function openWorkingCopy({ database }: Context, id: string): Promise<WorkingCopy | undefined> {
  const [copy] = await database.connection.select().from(workingCopies).where(eq(workingCopies.id, id));
  if (copy) return { form: copy.form, locales: JSON.parse(copy.locales), revision: copy.revision };
  const versions = await database.connection.select().from(forms).where(eq(forms.id, id));
  const newest = versions.sort((left, right) => compareVersions(left.version, right.version)).at(-1);
  if (!newest) return undefined;
  const { form, locales } = parseSource(newest.source);
  return { form: printJson(form as unknown as JsonValue), locales, revision: 0 };
}

/**
 * @param revision the one this change builds on
 * @returns the new revision
 * @throws RequestProblem `draft-conflict` with the current revision
 */
export async function saveWorkingCopy(
  { database, now }: Context,
  id: string,
  content: Pick<WorkingCopy, 'form' | 'locales'>,
  revision: number,
): Promise<number> {
  const row = {
    id,
    form: content.form,
    locales: JSON.stringify(content.locales),
    revision: revision + 1,
    updatedAt: now(),
  };
  const saved =
    revision === 0
      ? await database.connection.insert(workingCopies).values(row).onConflictDoNothing().returning()
      : await database.connection
          .update(workingCopies)
          .set(row)
          .where(and(eq(workingCopies.id, id), eq(workingCopies.revision, revision)))
          .returning();
  if (saved.length > 0) return row.revision;
  const [current] = await database.connection.select().from(workingCopies).where(eq(workingCopies.id, id));
  throw new RequestProblem('draft-conflict', { revision: current?.revision ?? 0 });
}

/** All forms an author can open. */
export async function listForms(context: Context): Promise<readonly { id: string; title: string; version: string }[]> {
  const { connection } = context.database;
  const published = await connection.select({ id: forms.id }).from(forms);
  const copies = await connection.select({ id: workingCopies.id }).from(workingCopies);
  const ids = [...new Set([...published, ...copies].map(({ id }) => id))].sort();
  return await Promise.all(
    ids.map(async (id) => {
      const copy = await openWorkingCopy(context, id);
      return { id, ...headOf(copy?.form ?? '') };
    }),
  );
}

/** Title and version, as far as a half-written text shows them. */
function headOf(text: string): { readonly title: string; readonly version: string } {
  try {
    const { title, version } = JSON.parse(text);
    return { title: String(title ?? ''), version: String(version ?? '') };
  } catch {
    return { title: '', version: '' };
  }
}
