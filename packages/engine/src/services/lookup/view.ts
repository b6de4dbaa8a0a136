import type { LookupOption } from '../../ports/lookup.ts';
import type { OptionView } from '../../view.ts';
import type { LookupView, SearchView } from '../view.ts';
import type { FieldLookup } from './field.ts';
import { answerIn } from './slot.ts';

/** What a renderer shows of a field's lookup. */
export function lookupView(field: FieldLookup): LookupView {
  const { check, lookup } = field;
  const verdict = answerIn(check);
  return {
    for: lookup.for,
    state: verdict === 'waiting' ? 'waiting' : (verdict?.state ?? 'idle'),
    strict: lookup.strict,
    ...(lookup.for === 'options' ? { search: searchView(field) } : {}),
  };
}

function searchView({ cell, lookup, query, search }: FieldLookup): SearchView {
  const found = answerIn(search);
  const answer = cell.answer();
  const shown = found !== undefined && found !== 'waiting' && found.state === 'found' ? found : undefined;
  return {
    query: query() ?? '',
    minLength: lookup.minLength,
    state: found === 'waiting' ? 'waiting' : (found?.state ?? 'idle'),
    options: (shown?.options ?? []).map((option) => optionView(option, option.value === answer)),
    more: shown?.more ?? false,
  };
}

function optionView({ value, title, hint }: LookupOption, selected: boolean): OptionView {
  return {
    value,
    title: title ?? value,
    ...(hint === undefined ? {} : { hint: [{ kind: 'paragraph', children: [hint] }] }),
    exclusive: false,
    divider: false,
    selected,
  };
}
