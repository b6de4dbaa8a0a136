import type { JsonObject } from '@schalter/definition';

export interface SubmissionDocument {
  readonly reference: string;
  /** ISO instant of legal receipt. */
  readonly receivedAt: string;
  readonly form: { readonly id: string; readonly version: string };
  readonly language: string;
  /** What `toJsonSchema` of the form describes. */
  readonly answers: JsonObject;
}

/**
 * A submission as the JSON document that receivers get. The keys of the document stand in the order above; those of
 * the answers as the engine recomputed them, which is the order of the form. Nothing else gets in, whatever else the
 * object carries.
 */
export function submissionJson(submission: SubmissionDocument): JsonObject {
  return {
    reference: submission.reference,
    receivedAt: submission.receivedAt,
    form: { id: submission.form.id, version: submission.form.version },
    language: submission.language,
    answers: submission.answers,
  };
}
