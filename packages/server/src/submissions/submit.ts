import { randomUUID } from 'node:crypto';
import { type Evaluation, type Receipt, type Submission, verifySubmission } from '@schalter/engine';
import { eq } from 'drizzle-orm';
import type { ServerContext } from '../context.ts';
import { createReference } from '../crypto/token.ts';
import { deliveries, drafts, submissionEvents, submissions } from '../database/schema.ts';
import { newDelivery } from '../deliveries/new-delivery.ts';
import type { DraftRow } from '../drafts/drafts.ts';
import { RequestProblem } from '../http/problem.ts';
import type { PublishedForm } from '../published/published-forms.ts';
import { addDays, dateIn } from '../time.ts';
import { canonicalJson } from './canonical.ts';
import { placeOf, type SubmissionContent } from './content.ts';
import { receiptDocument } from './document.ts';
import { receiptOf } from './receipt.ts';
import { receiptDays } from './retention.ts';
import type { SubmissionRow } from './rows.ts';

export interface Filed {
  readonly receipt: Receipt;
  /** False when the same submission had been filed before. */
  readonly isNew: boolean;
}

/**
 * Files what a draft has become: recomputes everything, stores the submission with its deliveries in one transaction,
 * and only then answers. The draft's key makes it once: the same content again gives the same receipt.
 * @throws RequestProblem `key-conflict`, `draft-other-form`, `today-in-future`, `today-before-session`, `refused` (with
 *   problems), `recomputed` (with problems)
 */
export async function submitDraft(context: ServerContext, draft: DraftRow, submission: Submission): Promise<Filed> {
  const contentHash = context.keyring.fingerprint(
    canonicalJson({ form: { ...submission.form }, answers: submission.answers }),
  );
  const earlier = await findByKey(context, draft.key);
  if (earlier) return repeated(context, earlier, contentHash);

  if (submission.form.id !== draft.formId || submission.form.version !== draft.formVersion) {
    throw new RequestProblem('draft-other-form', {}, { at: '/form' });
  }
  const form = await context.forms.versionOf(draft.formId, draft.formVersion);
  const receivedAt = context.now();
  const evaluation = verify(form, draft, submission, receivedAt);
  const language = form.program.languages.includes(submission.language) ? submission.language : form.program.language;
  const row = await composeRow(context, form, draft, { ...submission, language }, evaluation, receivedAt, contentHash);
  const stored = await store(context, form, draft, row, evaluation);
  if (stored !== row) return repeated(context, stored, contentHash);
  context.queue.nudge();
  context.log.info({ submission: row.id, form: form.id, version: form.version }, 'submission received');
  return { receipt: receiptOf(context, row), isNew: true };
}

/** Trusts nothing but the draft's own date: everything else is computed again. */
function verify(form: PublishedForm, draft: DraftRow, submission: Submission, now: Date): Evaluation {
  const today = dateIn(form.program.timeZone, now);
  if (submission.today > today)
    throw new RequestProblem('today-in-future', { today: submission.today }, { at: '/today' });
  if (submission.today < draft.today) {
    throw new RequestProblem('today-before-session', { today: submission.today }, { at: '/today' });
  }
  const result = verifySubmission(form.program, submission, {
    validate: form.validate,
    today,
    sessionToday: draft.today,
  });
  if (result.ok) return result.evaluation;
  const { code, problems } = result;
  const at = problems[0]?.at;
  throw new RequestProblem(code, { count: problems.length }, { problems, ...(at === undefined ? {} : { at }) });
}

async function composeRow(
  context: ServerContext,
  form: PublishedForm,
  draft: DraftRow,
  submission: Submission,
  evaluation: Evaluation,
  receivedAt: Date,
  contentHash: string,
): Promise<SubmissionRow> {
  const id = randomUUID();
  const reference = createReference(Number(dateIn(form.program.timeZone, receivedAt).slice(0, 4)));
  const { paymentLater, released } = paymentOf(context, form, evaluation);
  const mailTo = Object.fromEntries(
    activeServices(form, evaluation, 'mail').flatMap((name) => {
      const to = evaluation.services[name]?.to;
      return to === undefined ? [] : [[name, to]];
    }),
  );
  const content: SubmissionContent = { answers: evaluation.submission, mailTo };
  const document = await makeDocument(context, form, submission, evaluation, {
    reference,
    receivedAt: receivedAt.toISOString(),
    ...(paymentLater ? { paymentLater } : {}),
  });
  return {
    id,
    reference,
    key: draft.key,
    draftId: draft.id,
    formId: form.id,
    formVersion: form.version,
    language: submission.language,
    today: submission.today,
    content: context.keyring.seal(JSON.stringify(content), placeOf(id, 'content')),
    contentHash,
    document: document ? context.keyring.seal(document, placeOf(id, 'document')) : null,
    documentBytes: document?.byteLength ?? null,
    state: released ? 'released' : 'awaiting-payment',
    paymentLater,
    receivedAt,
    deliveredAt: null,
  };
}

/** A receipt that cannot be drawn must not cost a person the submission: then there is none to download. */
async function makeDocument(
  context: ServerContext,
  form: PublishedForm,
  submission: Submission,
  evaluation: Evaluation,
  receipt: Pick<Receipt, 'reference' | 'receivedAt' | 'paymentLater'>,
): Promise<Uint8Array | undefined> {
  try {
    const { language, today } = submission;
    return await receiptDocument(form.program, language, receipt, { answers: evaluation.submission, today });
  } catch (error) {
    context.log.error({ err: error, form: form.id }, 'the receipt could not be made');
    return undefined;
  }
}

/** Submission, first states, deliveries with their jobs, and the end of the draft: all or nothing. */
async function store(
  context: ServerContext,
  form: PublishedForm,
  draft: DraftRow,
  row: SubmissionRow,
  evaluation: Evaluation,
): Promise<SubmissionRow> {
  return await context.database.connection.transaction(async (transaction) => {
    // Two requests with one key: the second waits here and then finds what the first has stored.
    await transaction.select({ id: drafts.id }).from(drafts).where(eq(drafts.id, draft.id)).for('update');
    const [other] = await transaction.select().from(submissions).where(eq(submissions.key, row.key));
    if (other) return other;
    await transaction.insert(submissions).values(row);
    const at = row.receivedAt;
    const cause = row.paymentLater ? 'payment follows by notice' : 'nothing to wait for';
    await transaction.insert(submissionEvents).values([
      { submissionId: row.id, at, from: null, to: 'received', cause: 'submitted' },
      { submissionId: row.id, at, from: 'received', to: row.state, cause },
    ]);
    for (const kind of ['delivery', 'mail'] as const) {
      for (const name of activeServices(form, evaluation, kind)) {
        if (kind === 'mail' && evaluation.services[name]?.to === undefined) continue;
        const delivery = newDelivery(row.id, { name, kind }, row.state === 'released' ? at : undefined);
        await transaction.insert(deliveries).values(delivery);
        if (delivery.state === 'pending') await context.queue.add(transaction, delivery.id);
      }
    }
    await transaction
      .update(drafts)
      .set({
        submissionId: row.id,
        session: null,
        migration: null,
        updatedAt: at,
        expiresAt: addDays(at, receiptDays(form)),
      })
      .where(eq(drafts.id, draft.id));
    return row;
  });
}

/** Whether anything is to be paid now: payments that follow by notice hold nothing up. */
function paymentOf({ services }: ServerContext, form: PublishedForm, evaluation: Evaluation) {
  const payments = activeServices(form, evaluation, 'payment').filter(
    (name) => evaluation.services[name]?.amount !== 0,
  );
  const later = payments.filter((name) => services.paysLater(form.id, name));
  return { paymentLater: later.length > 0, released: later.length === payments.length };
}

function activeServices(form: PublishedForm, evaluation: Evaluation, kind: string): readonly string[] {
  return Object.entries(form.program.services)
    .filter(([name, service]) => service.kind === kind && evaluation.services[name]?.active)
    .map(([name]) => name);
}

async function findByKey({ database }: ServerContext, key: string): Promise<SubmissionRow | undefined> {
  const [row] = await database.connection.select().from(submissions).where(eq(submissions.key, key));
  return row;
}

function repeated(context: ServerContext, row: SubmissionRow, contentHash: string): Filed {
  if (row.contentHash !== contentHash) throw new RequestProblem('key-conflict');
  return { receipt: receiptOf(context, row), isNew: false };
}
