import type { JsonObject } from '@schalter/definition';
import { applicantOf, createReceipt, documentLanguage } from '@schalter/documents';
import { type Program, programHeader, type Receipt, summarise } from '@schalter/engine';

/** The receipt of a submission as PDF, in the language it was filed in, or the form's own where its letters cannot be set. */
export async function receiptDocument(
  program: Program,
  filedIn: string,
  receipt: Pick<Receipt, 'reference' | 'receivedAt' | 'paymentLater'>,
  submission: { readonly answers: JsonObject; readonly today: string },
): Promise<Uint8Array> {
  const language = documentLanguage(filedIn, program.language);
  const { title, authority } = programHeader(program, language);
  const applicant = applicantOf(program, submission.answers);
  return await createReceipt({
    header: {
      title,
      language,
      timeZone: program.timeZone,
      form: { id: program.id, version: program.version },
      ...(authority === undefined ? {} : { authority }),
    },
    receipt,
    ...(applicant === undefined ? {} : { applicant }),
    summary: summarise(program, submission.answers, { language, today: submission.today }),
  });
}
