import type { Delivery } from '@schalter/adapters';
import type { ServerContext } from '../context.ts';
import { readContent, readDocument } from '../submissions/content.ts';
import type { DeliveryRow, SubmissionRow } from '../submissions/rows.ts';

/** Hands a submission over to the office that works on it: the answers as JSON, the receipt as PDF. */
export async function deliverToOffice(
  context: ServerContext,
  delivery: DeliveryRow,
  submission: SubmissionRow,
  signal: AbortSignal,
): Promise<{ readonly confirmation: string }> {
  const { program } = await context.forms.versionOf(submission.formId, submission.formVersion);
  const receiver = program.services[delivery.service]?.settings.receiver;
  const pdf = readDocument(context, submission);
  const handedOver: Delivery = {
    id: delivery.id,
    receiver: typeof receiver === 'string' ? receiver : delivery.service,
    form: { id: submission.formId, version: submission.formVersion },
    reference: submission.reference,
    receivedAt: submission.receivedAt.toISOString(),
    document: readContent(context, submission).answers,
    files: pdf ? [{ name: 'receipt.pdf', type: 'application/pdf', bytes: pdf }] : [],
  };
  const port = await context.services.delivery(submission.formId, delivery.service);
  return await port.deliver(handedOver, signal);
}
