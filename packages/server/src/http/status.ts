import type { ErrorCode } from '@schalter/definition';

/** HTTP status of the codes that answer requests. What is not listed is our own failure: 500. */
const statuses: Partial<Record<ErrorCode, number>> = {
  'body-invalid': 400,
  'body-syntax': 400,
  'body-too-deep': 400,
  'body-forbidden-key': 400,
  'key-missing': 400,
  'foreign-origin': 403,
  'operator-only': 401,
  'not-found': 404,
  'unknown-form': 404,
  'unknown-draft': 404,
  'unknown-submission': 404,
  'unknown-delivery': 404,
  'method-not-allowed': 405,
  'draft-conflict': 409,
  'draft-submitted': 409,
  'key-conflict': 409,
  recomputed: 409,
  'version-exists': 409,
  'transition-refused': 409,
  'body-too-large': 413,
  'media-type': 415,
  'draft-other-form': 422,
  refused: 422,
  'today-in-future': 422,
  'today-before-session': 422,
  'form-not-publishable': 422,
  'revision-missing': 428,
  'not-ready': 503,
};

export function statusOf(code: ErrorCode): number {
  return statuses[code] ?? 500;
}
