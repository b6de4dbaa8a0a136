import { SchalterError } from '@schalter/definition';
import { eq } from 'drizzle-orm';
import type { Connection } from '../database/database.ts';
import { facts } from '../database/schema.ts';
import type { Keyring } from './keyring.ts';

const name = 'secret';
const place = 'facts/secret';

/**
 * Makes sure that what is stored can be read with this secret, before anything new is written with it. After a change of
 * secrets (the old one given as previous), what is sealed for this purpose is sealed anew.
 * @throws SchalterError `secret-wrong`
 */
export async function verifySecret(connection: Connection, keyring: Keyring): Promise<void> {
  const value = keyring.seal('schalter', place);
  const written = await connection.insert(facts).values({ name, value }).onConflictDoNothing().returning();
  if (written.length > 0) return;
  const [stored] = await connection.select().from(facts).where(eq(facts.name, name));
  try {
    if (stored) keyring.open(stored.value, place);
  } catch (cause) {
    throw new SchalterError('secret-wrong', {}, { cause });
  }
  await connection.update(facts).set({ value }).where(eq(facts.name, name));
}
