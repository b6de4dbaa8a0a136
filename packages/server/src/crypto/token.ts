import { createHash, randomBytes, randomInt } from 'node:crypto';

/** A secret that proves who may use a draft: 256 random bits, safe in addresses. */
export function createToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token. Tokens are random, so a plain hash is enough and can be looked up. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Without letters and digits that are mistaken for each other on the telephone: I L O U 0 1. */
const referenceAlphabet = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** A reference people can read out, with the year of receipt: `2026-7KQ4-M2XH`. */
export function createReference(year: number): string {
  const part = () => Array.from({ length: 4 }, () => referenceAlphabet[randomInt(referenceAlphabet.length)]).join('');
  return `${year}-${part()}-${part()}`;
}
