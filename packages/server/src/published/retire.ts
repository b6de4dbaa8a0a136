import { SchalterError } from '@schalter/definition';
import { and, eq, isNull } from 'drizzle-orm';
import type { Connection } from '../database/database.ts';
import { forms } from '../database/schema.ts';

/**
 * Takes a version from what is offered, for good. Its drafts move on when they are next opened; what was filed stays.
 * @returns when it was retired, which may have been earlier
 * @throws SchalterError `unknown-form`
 */
export async function retireVersion(connection: Connection, id: string, version: string, now: Date): Promise<Date> {
  const which = and(eq(forms.id, id), eq(forms.version, version));
  await connection
    .update(forms)
    .set({ retiredAt: now })
    .where(and(which, isNull(forms.retiredAt)));
  const [row] = await connection.select({ retiredAt: forms.retiredAt }).from(forms).where(which);
  if (!row?.retiredAt) throw new SchalterError('unknown-form', { id });
  return row.retiredAt;
}
