import { type DefinitionProblem, type ErrorCode, type JsonValue, joinPointer, valueAt } from '@schalter/definition';
import { elements } from './place.ts';

/** A change to one place of a JSON file. */
export type JsonEdit =
  | { readonly at: string; readonly value: JsonValue }
  | { readonly at: string; readonly remove: true };

type Fix = (problem: DefinitionProblem, content: JsonValue) => JsonEdit | undefined;

/** Repairs that change what is written and nothing of what it means. */
const fixes: Partial<Record<ErrorCode, Fix>> = {
  // No answer could equal the constant as it stands.
  'constant-not-trimmed': ({ at }, content) => {
    const value = valueAt(content, at);
    const trimmed = typeof value === 'string' ? value.trim().normalize('NFC') : '';
    return trimmed === '' ? undefined : { at, value: trimmed };
  },

  // `^…$` without alternatives means the same as `^(?:…)$`; `^a|b$` does not.
  'pattern-not-anchored': ({ at }, content) => {
    const pattern = valueAt(content, at);
    const inner = typeof pattern === 'string' ? /^\^([^|]*)\$$/su.exec(pattern)?.[1] : undefined;
    return inner === undefined || inner.endsWith('\\') ? undefined : { at, value: `^(?:${inner})$` };
  },

  'entry-twice': ({ at, params }, content) => removeEntry(at, Number(params.second), content),
};

/** How a problem can be repaired without anybody's decision; undefined where it takes one. */
export function fixOf(problem: DefinitionProblem, content: JsonValue): JsonEdit | undefined {
  return fixes[problem.code]?.(problem, content);
}

/** Codes of problems that may be repaired. */
export const fixableCodes: readonly ErrorCode[] = Object.keys(fixes) as ErrorCode[];

function removeEntry(at: string, index: number, content: JsonValue): JsonEdit | undefined {
  const list = valueAt(content, at);
  return Array.isArray(list) && index < elements(list).length
    ? { at: joinPointer(at, String(index)), remove: true }
    : undefined;
}
