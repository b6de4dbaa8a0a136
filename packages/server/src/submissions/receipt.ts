import type { Receipt } from '@schalter/engine';
import type { ServerContext } from '../context.ts';
import { readContent } from './content.ts';
import type { SubmissionRow } from './rows.ts';
import { readState } from './states.ts';

/** What a person is told about a submission. */
export function receiptOf(context: Pick<ServerContext, 'keyring'>, row: SubmissionRow): Receipt {
  const mailedTo = Object.values(readContent(context, row).mailTo)[0];
  return {
    id: row.id,
    reference: row.reference,
    receivedAt: row.receivedAt.toISOString(),
    state: readState(row.state),
    ...(row.documentBytes === null
      ? {}
      : { document: { url: `/api/submissions/${row.id}/receipt.pdf`, bytes: row.documentBytes } }),
    ...(mailedTo === undefined ? {} : { mailedTo }),
    ...(row.paymentLater ? { paymentLater: true } : {}),
  };
}
