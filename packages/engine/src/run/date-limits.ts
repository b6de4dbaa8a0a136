import type { JsonValue } from '@schalter/definition';
import { evaluate } from '../expression/evaluate.ts';
import type { Environment } from '../expression/tree.ts';
import type { LeafNode } from '../program.ts';
import type { Finding } from './world.ts';

const nothing: readonly Finding[] = [];

/** The limits that a date breaks; one that is unknown is silent. Dates compare as text. */
export function dateFindings(node: LeafNode, answer: JsonValue, environment: () => Environment): readonly Finding[] {
  const { notBefore, notAfter } = node;
  if (typeof answer !== 'string' || !(notBefore ?? notAfter)) return nothing;
  const first = notBefore && evaluate(notBefore, environment());
  const last = notAfter && evaluate(notAfter, environment());
  if (typeof first === 'string' && answer < first) return [{ code: 'notBefore', params: { limit: first } }];
  if (typeof last === 'string' && answer > last) return [{ code: 'notAfter', params: { limit: last } }];
  return nothing;
}
