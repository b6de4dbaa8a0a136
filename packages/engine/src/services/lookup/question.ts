import type { JsonObject, JsonValue } from '@schalter/definition';
import { evaluate } from '../../expression/evaluate.ts';
import type { LookupContext } from '../../ports/lookup.ts';
import type { LookupNode } from '../../program.ts';
import type { LeafCell } from '../../run/leaf.ts';
import { normaliseText } from '../../run/normalise.ts';
import { isScalar } from './answers.ts';

/** What a lookup is asked. Two questions with the same key have the same answer. */
export interface Question<Text extends string | number = string | number> {
  readonly key: string;
  readonly service: string;
  /** The answer to check, or the text to search for. */
  readonly text: Text;
  readonly context: LookupContext;
}

/** More than a person types to find something. */
const longestQuery = 200;

/**
 * Whether a field's answer is known: nothing to ask while it is irrelevant, unanswered or wrong anyway, and of a lookup
 * whose options are mere suggestions.
 */
export function checkQuestion(cell: LeafCell, language: string): Question | undefined {
  const { lookup, template } = cell.node;
  if (!lookup?.strict || !isAsked(cell, lookup)) return undefined;
  const value = cell.answer();
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  if (cell.world.validate(template, value).length > 0) return undefined;
  const given = givenTo(cell, lookup);
  return {
    key: keyOf('check', lookup, value, given),
    service: lookup.service,
    text: value,
    context: { language, given },
  };
}

/** Which options there are for a text that people have typed. */
export function searchQuestion(cell: LeafCell, query: string, language: string): Question<string> | undefined {
  const { lookup } = cell.node;
  if (lookup?.for !== 'options' || [...query].length < lookup.minLength || !isAsked(cell, lookup)) return undefined;
  const given = givenTo(cell, lookup);
  return {
    key: keyOf('options', lookup, query, given, language),
    service: lookup.service,
    text: query,
    context: { language, given },
  };
}

/** A query as it is asked; `undefined` for what is none. */
export function queryOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.length <= longestQuery ? (normaliseText(value) ?? '') : undefined;
}

/** The key of a check that was kept with its answer. */
export function keptKey(lookup: LookupNode, value: JsonValue, given: JsonObject): string {
  const known = Object.keys(lookup.with).filter((name) => Object.hasOwn(given, name));
  return keyOf('check', lookup, value, Object.fromEntries(known.map((name) => [name, given[name] as JsonValue])));
}

function isAsked(cell: LeafCell, { service }: LookupNode): boolean {
  const { program, root } = cell.world;
  const when = program.services[service]?.when;
  return cell.relevant() && (!when || evaluate(when, root().environment()) === true);
}

function givenTo(cell: LeafCell, lookup: LookupNode): JsonObject {
  const given: [string, JsonValue][] = [];
  for (const [name, tree] of Object.entries(lookup.with)) {
    const value = evaluate(tree, cell.environment());
    if (isScalar(value)) given.push([name, value]);
  }
  return Object.fromEntries(given);
}

function keyOf(kind: string, { service }: LookupNode, text: JsonValue, given: JsonObject, language = ''): string {
  return JSON.stringify([kind, service, text, given, language]);
}
