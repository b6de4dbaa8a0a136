import type { ConstraintProblem, ProblemParams } from '@schalter/engine';

/** What a validator reports of one keyword: the part of AJV's error objects that we read. */
export interface Failure {
  readonly keyword: string;
  /** Where in the value, as a JSON Pointer. */
  readonly instancePath: string;
  /** Where in the constraint, as a JSON Pointer behind `#`. */
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/**
 * The problems of one answer, each code once, in a fixed order, the same from every validator. A value of the wrong
 * type (or with an entry of the wrong type) has only that problem; what failed inside `anyOf` and `not` is told by these.
 */
export function toProblems(failures: readonly Failure[] | null | undefined): ConstraintProblem[] {
  const all = (failures ?? []).filter((failure) => !inside.test(failure.schemaPath));
  const mistyped = all.filter(({ keyword }) => keyword === 'type');
  const problems = new Map<string, ConstraintProblem>();
  for (const failure of mistyped.length > 0 ? mistyped : all) {
    const problem = toProblem(failure);
    if (!problems.has(problem.code)) problems.set(problem.code, problem);
  }
  return [...problems.values()].sort((left, right) => rank(left.code) - rank(right.code));
}

const inside = /\/(?:anyOf|not)\/./u;

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
