import { and, eq, exists, isNotNull, ne, not } from 'drizzle-orm';
import type { ServerContext } from '../context.ts';
import { deliveries, submissions } from '../database/schema.ts';
import type { PublishedForm } from '../published/published-forms.ts';
import { addDays } from '../time.ts';

/** Days a delivered submission is kept when its form does not say. */
const defaultDeliveredDays = 90;

/** Days a person can look at the receipt. */
export function receiptDays(form: PublishedForm): number {
  return deliveredDays(form);
}

function deliveredDays({ program }: PublishedForm): number {
  const days = program.retention.deliveredDays;
  return typeof days === 'number' ? days : defaultDeliveredDays;
}

/**
 * Deletes submissions that every receiver has and whose time is over. What is not delivered is never deleted, nor is
 * what still has a mail on its way.
 * @returns how many
 */
export async function deleteDeliveredSubmissions(context: ServerContext): Promise<number> {
  const { connection } = context.database;
  const open = connection
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(and(eq(deliveries.submissionId, submissions.id), ne(deliveries.state, 'confirmed')));
  const rows = await connection
    .select({
      id: submissions.id,
      form: submissions.formId,
      version: submissions.formVersion,
      at: submissions.deliveredAt,
    })
    .from(submissions)
    .where(and(eq(submissions.state, 'delivered'), isNotNull(submissions.deliveredAt), not(exists(open))));
  let count = 0;
  for (const { id, form, version, at } of rows) {
    const days = deliveredDays(await context.forms.versionOf(form, version));
    if (!at || addDays(at, days) > context.now()) continue;
    await connection.delete(submissions).where(eq(submissions.id, id));
    count++;
  }
  return count;
}
