import type { JsonObject } from '@schalter/definition';
import { type Claim, levels, type Proof } from '../ports/identity.ts';
import { fieldsOf, oneOf, textOf } from './read.ts';

/** A proof as a port gives it or a snapshot keeps it. */
export function readProof(value: unknown): Proof | undefined {
  const fields = fieldsOf(value);
  const level = oneOf(levels, fields?.level);
  const subject = textOf(fields?.subject);
  const given = fieldsOf(fields?.claims);
  if (!level || subject === undefined || !given) return undefined;
  const claims: [string, Claim][] = [];
  for (const [name, claim] of Object.entries(given)) {
    const read = readClaim(claim);
    if (!read) return undefined;
    claims.push([name, read]);
  }
  return { level, subject, claims: Object.fromEntries(claims) };
}

function readClaim(value: unknown): Claim | undefined {
  const fields = fieldsOf(value);
  const level = oneOf(levels, fields?.level);
  const content = fields?.value;
  const isValue = typeof content === 'string' || typeof content === 'boolean' || Number.isFinite(content);
  return level && isValue ? { value: content as Claim['value'], level } : undefined;
}

/** Of a proof, what a form asks for: the rest is not its business, and is not kept. */
export function narrowed(proof: Proof, claims: readonly string[]): Proof {
  const wanted = Object.entries(proof.claims).filter(([name]) => claims.includes(name));
  return { ...proof, claims: Object.fromEntries(wanted) };
}

export function proofToJson({ level, subject, claims }: Proof): JsonObject {
  const members = Object.entries(claims).map(([name, claim]): [string, JsonObject] => [name, { ...claim }]);
  return { level, subject, claims: Object.fromEntries(members) };
}
