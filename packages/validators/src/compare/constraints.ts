import type { JsonValue } from '@schalter/definition';
import { type Loose, member } from '../check/place.ts';
import { written } from './fields.ts';

const upper = ['maxLength', 'maxWords', 'maximum', 'exclusiveMaximum', 'maxItems', 'maxBytes', 'maxProperties'];
const lower = ['minLength', 'minimum', 'exclusiveMinimum', 'minItems', 'minProperties'];
/** Another value of these admits some answers that the old one did not, and the other way round. */
const others = ['format', 'pattern', 'postalCode', 'const', 'multipleOf', 'anyOf', 'not', 'uniqueItems', 'accept'];

/** How a subschema's own constraints differ, each as `keyword: before → after`. */
export interface ConstraintChanges {
  readonly loosened: readonly string[];
  readonly tightened: readonly string[];
}

export function compareConstraints(before: Loose, after: Loose): ConstraintChanges {
  const loosened: string[] = [];
  const tightened: string[] = [];
  for (const keyword of [...upper, ...lower, ...others]) {
    const old = member(before, keyword);
    const now = member(after, keyword);
    if (written(old) === written(now)) continue;
    const words = `${keyword}: ${written(old) ?? 'none'} → ${written(now) ?? 'none'}`;
    if (admitsMore(keyword, old, now)) loosened.push(words);
    if (admitsMore(keyword, now, old)) tightened.push(words);
  }
  return { loosened, tightened };
}

/** Whether a keyword's value lets something pass that another one refuses. */
function admitsMore(keyword: string, before: JsonValue | undefined, after: JsonValue | undefined): boolean {
  if (after === undefined) return true;
  if (before === undefined) return false;
  if (upper.includes(keyword)) return Number(after) > Number(before);
  if (lower.includes(keyword)) return Number(after) < Number(before);
  return true;
}
