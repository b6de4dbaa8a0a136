import type { Mail } from '@schalter/adapters';
import { programHeader } from '@schalter/engine';
import type { ServerContext } from '../context.ts';
import { readContent, readDocument } from '../submissions/content.ts';
import type { DeliveryRow, SubmissionRow } from '../submissions/rows.ts';
import { receiptMail } from './mail-texts.ts';

/** Sends the receipt to the person who filed the submission. */
export async function deliverByMail(
  context: ServerContext,
  delivery: DeliveryRow,
  submission: SubmissionRow,
  signal: AbortSignal,
): Promise<{ readonly confirmation: string }> {
  const { program } = await context.forms.versionOf(submission.formId, submission.formVersion);
  const { title, authority, contact } = programHeader(program, submission.language);
  const pdf = readDocument(context, submission);
  const { subject, text } = receiptMail(submission.language, {
    title,
    authority,
    contact,
    reference: submission.reference,
    receivedAt: submission.receivedAt,
    timeZone: program.timeZone,
    paymentLater: submission.paymentLater,
    attached: pdf !== undefined,
  });
  const mail: Mail = {
    id: delivery.id,
    to: readContent(context, submission).mailTo[delivery.service] ?? '',
    subject,
    text,
    language: submission.language,
    ...(context.services.mailFrom === undefined ? {} : { from: context.services.mailFrom }),
    attachments: pdf ? [{ name: `${submission.reference}.pdf`, type: 'application/pdf', bytes: pdf }] : [],
  };
  const port = await context.services.mail(submission.formId, delivery.service);
  return { confirmation: (await port.send(mail, signal)).id };
}
