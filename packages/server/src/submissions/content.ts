import type { JsonObject } from '@schalter/definition';
import type { ServerContext } from '../context.ts';
import type { SubmissionRow } from './rows.ts';

/** What is encrypted of a submission. */
export interface SubmissionContent {
  /** As recomputed by the server: relevant answers, computed values included, no `null`. */
  readonly answers: JsonObject;
  /** Mail service → address. */
  readonly mailTo: Readonly<Record<string, string>>;
}

/** Where sealed values of a submission stand: they open in this row only. */
export function placeOf(id: string, column: 'content' | 'document'): string {
  return `submissions/${id}/${column}`;
}

export function readContent({ keyring }: Pick<ServerContext, 'keyring'>, row: SubmissionRow): SubmissionContent {
  const content: SubmissionContent = JSON.parse(
    Buffer.from(keyring.open(row.content, placeOf(row.id, 'content'))).toString(),
  );
  return content;
}

/** The receipt as PDF, when there is one. */
export function readDocument({ keyring }: Pick<ServerContext, 'keyring'>, row: SubmissionRow): Uint8Array | undefined {
  return row.document ? keyring.open(row.document, placeOf(row.id, 'document')) : undefined;
}
