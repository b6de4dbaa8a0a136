import type { JsonObject } from '@schalter/definition';
import type { LeafCell } from '../../run/leaf.ts';
import type { Store } from '../../run/store.ts';
import { isObject, isScalar, readVerdict, type Verdict } from './answers.ts';
import type { FieldLookup } from './field.ts';
import { keptKey } from './question.ts';
import { answerIn, type Last } from './slot.ts';

/** The verdict on a field's answer, as it is saved: with what it belongs to. */
export function keepVerdict({ check }: FieldLookup): JsonObject | undefined {
  const question = check.question();
  const verdict = answerIn(check);
  if (!question || !verdict || verdict === 'waiting') return undefined;
  const { service, text, context } = question;
  return {
    service,
    value: text,
    given: context.given,
    state: verdict.state,
    ...(verdict.state === 'unknown' ? { params: verdict.params } : {}),
  };
}

/** Verdicts of a saved session with the fields they belong to. What makes no sense is left out, and asked again. */
export function* readKept(store: Store, kept: unknown): Generator<readonly [LeafCell, Last<Verdict>]> {
  if (!isObject(kept)) return;
  for (const [pointer, one] of Object.entries(kept)) {
    const cell = store.find(pointer);
    const lookup = cell?.kind === 'leaf' ? cell.node.lookup : undefined;
    if (cell?.kind !== 'leaf' || !lookup || !isObject(one) || one.service !== lookup.service) continue;
    const { value, given } = one;
    const answer = verdictOf(one);
    if (!isScalar(value) || !isObject(given) || !answer) continue;
    yield [cell, { key: keptKey(lookup, value, given as JsonObject), answer }];
  }
}

function verdictOf({ state, params }: { readonly state?: unknown; readonly params?: unknown }): Verdict | undefined {
  if (state === 'unavailable') return { state };
  return state === 'known' || state === 'unknown' ? readVerdict({ known: state === 'known', params }) : undefined;
}
