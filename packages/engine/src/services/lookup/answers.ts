import type { JsonObject, JsonValue } from '@schalter/definition';
import { unavailable } from '../../flow/destination.ts';
import type { LookupOption } from '../../ports/lookup.ts';
import type { ProblemParams } from '../../problem.ts';
import type { LookupNode } from '../../program.ts';
import { normaliseText } from '../../run/normalise.ts';
import type { Finding } from '../../run/world.ts';

/** What has become of a check. */
export type Verdict =
  | { readonly state: 'known' }
  | { readonly state: 'unknown'; readonly params: ProblemParams }
  | { readonly state: 'unavailable' };

/** What has become of a search. */
export type Found =
  | { readonly state: 'found'; readonly options: readonly LookupOption[]; readonly more: boolean }
  | { readonly state: 'unavailable' };

/** More are not shown. */
const mostOptions = 100;

/** A port's answer to a check; `undefined` where it makes no sense. */
export function readVerdict(answer: unknown): Verdict | undefined {
  if (!isObject(answer) || typeof answer.known !== 'boolean') return undefined;
  if (answer.known) return { state: 'known' };
  const params = isObject(answer.params) ? answer.params : {};
  const plain = Object.entries(params).filter(([, value]) => isScalar(value));
  return { state: 'unknown', params: Object.fromEntries(plain) as ProblemParams };
}

/** A port's answer to a search; `undefined` where it makes no sense. Options that are there twice stand once. */
export function readFound(answer: unknown): Found | undefined {
  if (!isObject(answer) || !Array.isArray(answer.options) || typeof answer.more !== 'boolean') return undefined;
  const options = new Map<string, LookupOption>();
  for (const given of answer.options) {
    const option = readOption(given);
    if (!option) return undefined;
    if (!options.has(option.value)) options.set(option.value, option);
  }
  const all = [...options.values()];
  return { state: 'found', options: all.slice(0, mostOptions), more: answer.more || all.length > mostOptions };
}

function readOption(given: unknown): LookupOption | undefined {
  if (!isObject(given) || typeof given.value !== 'string') return undefined;
  const value = normaliseText(given.value);
  if (value === null) return undefined;
  const { title, hint, data } = given;
  return {
    value,
    ...(typeof title === 'string' ? { title } : {}),
    ...(typeof hint === 'string' ? { hint } : {}),
    // Answers of ports are JSON.
    ...(isObject(data) ? { data: data as JsonObject } : {}),
  };
}

/** The problem in a verdict, if there is one. */
export function findingIn(lookup: LookupNode, verdict: Verdict | undefined): Finding | undefined {
  if (verdict?.state === 'unknown') return { code: `lookup:${lookup.service}`, params: verdict.params };
  if (verdict?.state === 'unavailable' && lookup.blocks) return { code: unavailable, params: {} };
  return undefined;
}

export function isScalar(value: unknown): value is string | number | boolean {
  return (
    typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))
  );
}

export function isObject(value: unknown): value is Readonly<Record<string, JsonValue | undefined>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
