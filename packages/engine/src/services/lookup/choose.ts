import type { LookupOption } from '../../ports/lookup.ts';
import { normaliseAnswer } from '../../run/normalise.ts';
import { besides } from '../fills.ts';
import { type KindHost, refusedWith, type Taken, taken } from '../service-kind.ts';
import type { FieldLookup } from './field.ts';
import { answerIn } from './slot.ts';

/** Answers a field with one of the options that are offered, fills in what the form takes from it, and ends the search. */
export function choose(host: Pick<KindHost, 'store' | 'answer'>, field: FieldLookup, value: unknown): Taken {
  const { cell, check, search } = field;
  const found = answerIn(search);
  const options = typeof found === 'object' && found.state === 'found' ? found.options : [];
  const option = options.find((one) => one.value === value);
  if (!option) return refusedWith('not-offered');
  const refused = host.store.refuses(cell.pointer(), option.value);
  if (refused !== undefined) return refusedWith(refused);
  field.query(undefined);
  fill(host, field, option);
  host.answer(cell.pointer(), option.value);
  // What was offered is known: also beside what it has filled in itself.
  const question = check.question();
  if (question) check.last({ key: question.key, answer: { state: 'known' } });
  return taken;
}

/** Puts what is known about an option into the fields beside; what they would refuse is left out. */
function fill(
  { answer, store }: Pick<KindHost, 'store' | 'answer'>,
  field: FieldLookup,
  { data = {} }: LookupOption,
): void {
  for (const [target, name] of besides(field.cell, field.lookup.fills)) {
    if (!Object.hasOwn(data, name)) continue;
    const value = normaliseAnswer(target.node, data[name]);
    if (value === undefined || value === null || store.world.validate(target.node.template, value).length > 0) continue;
    answer(target.pointer(), value);
  }
}
