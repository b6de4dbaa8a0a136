import type { ConstraintProblem, ProblemParams } from '@schalter/engine';
import { type RankedProblem, settle } from './settle.ts';

/** What a validator reports of one keyword: the part of AJV's error objects that we read. */
export interface Failure {
  readonly keyword: string;
  /** Where in the value, as a JSON Pointer. */
  readonly instancePath: string;
  /** Where in the constraint, as a JSON Pointer behind `#`. */
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** The problems of one answer, the same from every validator. */
export function toProblems(failures: readonly Failure[] | null | undefined): ConstraintProblem[] {
  return settle((failures ?? []).map(ranked));
}

/** What failed inside `anyOf` and `not` is told by these. */
const inside = /\/(?:anyOf|not)\/./u;

/** One failure as a problem with its place in the order, or nothing of its own. */
export function ranked(failure: Failure): RankedProblem {
  if (inside.test(failure.schemaPath)) return 0;
  const { code, params } = toProblem(failure);
  return Object.keys(params).length > 0 ? [rank(code), code, params] : [rank(code), code];
}

/** One failure as a problem: its code and what its text needs. */
export function toProblem({ keyword, params }: Failure): ConstraintProblem {
  if (keyword === 'format') return { code: `format:${String(params.format)}`, params: {} };
  if (keyword === 'additionalProperties') return { code: 'unknown-field', params: {} };
  if (keyword === 'maxBytes') return { code: 'too-large', params: limitOf(params.limit) };
  if (keyword === 'postalCode') return { code: 'postalCode', params: { example: String(params.example) } };
  if (keyword === 'accept') return { code: 'accept', params: { accepted: String(params.accepted) } };
  if (keyword === 'type') return { code: 'type', params: { type: String(params.type) } };
  if (keyword === 'const') return { code: 'const', params: {} };
  return { code: keyword, params: limitOf(params.limit ?? params.multipleOf) };
}

function limitOf(limit: unknown): ProblemParams {
  // -0 is 0.
  return typeof limit === 'number' ? { limit: limit + 0 } : {};
}

const order = [
  'type',
  'const',
  'enum',
  'minLength',
  'maxLength',
  'maxWords',
  'format',
  'pattern',
  'postalCode',
  'minimum',
  'exclusiveMinimum',
  'maximum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'uniqueItems',
  'accept',
  'too-large',
  'anyOf',
  'not',
];

function rank(code: string): number {
  const place = order.indexOf(code.startsWith('format:') ? 'format' : code);
  return place === -1 ? order.length : place;
}
