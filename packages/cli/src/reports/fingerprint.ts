import { createHash } from 'node:crypto';
import type { LocatedProblem } from '../check/located.ts';

/** The same for the same problem in later runs, wherever its line has moved to. */
export function fingerprint({ code, path, at, message }: LocatedProblem): string {
  return createHash('sha256')
    .update(JSON.stringify([code, path, at, message]))
    .digest('hex')
    .slice(0, 32);
}
