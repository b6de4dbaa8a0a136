import type { JsonValue } from '@schalter/definition';
import { elements, member } from '../check/place.ts';
import type { ChangeCode, FormChange } from './change.ts';
import { compareConstraints } from './constraints.ts';
import { type ComparedField, optionsOf, titleOf, written } from './fields.ts';

type Breaks = FormChange['breaks'];

/** The changes of one field that stands in both versions. */
export function compareField(before: ComparedField, after: ComparedField, migrated: boolean): FormChange[] {
  const changes: FormChange[] = [];
  const params = { title: titleOf(after), template: after.template };
  const isSent = member(before.schema, 'internal') !== true;
  const add = (code: ChangeCode, level: FormChange['level'], more: FormChange['params'] = {}, breaks: Breaks = []) =>
    changes.push({ code, level, breaks, side: 'after', at: after.at, params: { ...params, ...more } });
  const toReceivers: Breaks = isSent ? ['receivers'] : [];
  const lostDrafts: Breaks = migrated ? [] : ['drafts'];

  const types = [typeOf(before), typeOf(after)] as const;
  if (types[0] !== types[1]) {
    add('type-changed', 'major', { before: types[0], after: types[1] }, [...toReceivers, ...lostDrafts]);
    return changes;
  }
  const text = (keyword: string) => [written(member(before.schema, keyword)), written(member(after.schema, keyword))];
  const differs = (keyword: string) => text(keyword)[0] !== text(keyword)[1];
  const shown = (keyword: string) => `${keyword}: ${text(keyword)[0] ?? 'none'} → ${text(keyword)[1] ?? 'none'}`;

  if (differs('unit')) {
    const [old = 'none', now = 'none'] = text('unit');
    add('unit-changed', 'major', { before: old, after: now }, toReceivers);
  }
  const keys = [keyOf(before), keyOf(after)] as const;
  if (keys[0] !== keys[1]) {
    add('key-changed', 'major', { before: keys[0] ?? 'none', after: keys[1] ?? 'none' }, toReceivers);
  }
  compareOptions(before, after, add, toReceivers, lostDrafts);

  const { loosened, tightened } = compareConstraints(before.schema, after.schema);
  if (loosened.length > 0) add('constraint-loosened', 'major', { detail: loosened.join('; ') }, toReceivers);
  // Nothing is lost: the answer stays, and the person is asked to mend it.
  if (tightened.length > 0) add('constraint-tightened', 'minor', { detail: tightened.join('; ') });

  if (after.required && !before.required) add('required-added', 'minor');
  if (before.required && !after.required) add('required-removed', 'major', {}, toReceivers);
  const conditions = ['when', 'requiredWhen', 'notBefore', 'notAfter'].filter(differs);
  if (conditions.length > 0) {
    // What was always sent may be absent from now on.
    const breaks = before.required && text('when')[0] === undefined && differs('when') ? toReceivers : [];
    const level = breaks.length > 0 ? 'major' : 'minor';
    add('condition-changed', level, { detail: conditions.map(shown).join('; ') }, breaks);
  }
  compareComputed(text('value'), add, shown, lostDrafts);
  if (differs('internal')) {
    const hidden = member(after.schema, 'internal') === true;
    add(hidden ? 'hidden-now' : 'sent-now', hidden ? 'major' : 'minor', {}, hidden ? ['receivers'] : []);
  }
  const checks = ['checks', 'messages'].filter(differs);
  if (checks.includes('checks')) add('check-changed', 'minor', { detail: checkIds(before, after) });
  if (differs('prefill') || differs('changeable')) add('prefill-changed', 'minor');
  if (differs('control')) {
    const [old = 'the default', now = 'the default'] = text('control');
    add('control-changed', 'patch', { before: old, after: now });
  }
  return changes;
}

type Add = (code: ChangeCode, level: FormChange['level'], more?: FormChange['params'], breaks?: Breaks) => void;

function compareOptions(
  before: ComparedField,
  after: ComparedField,
  add: Add,
  toReceivers: Breaks,
  lostDrafts: Breaks,
): void {
  const old = optionsOf(before);
  const now = optionsOf(after);
  if (old === undefined && now === undefined) return;
  const name = (values: readonly JsonValue[]) => values.map((value) => JSON.stringify(value)).join(', ');
  const without = (values: readonly JsonValue[] | undefined, others: readonly JsonValue[] | undefined) =>
    (values ?? []).filter((value) => !others?.includes(value));
  const added = without(now, old);
  const removed = without(old, now);
  // A free text that becomes a choice takes less, a choice that becomes free takes anything.
  if (now === undefined) add('option-added', 'major', { options: 'anything' }, toReceivers);
  else if (old === undefined) add('option-removed', 'major', { options: 'anything else' }, lostDrafts);
  else {
    if (added.length > 0) add('option-added', 'major', { options: name(added) }, toReceivers);
    if (removed.length > 0) {
      add('option-removed', lostDrafts.length > 0 ? 'major' : 'minor', { options: name(removed) }, lostDrafts);
    }
  }
}

function compareComputed(
  [old, now]: readonly (string | undefined)[],
  add: Add,
  shown: (keyword: string) => string,
  lostDrafts: Breaks,
): void {
  if (old === now) return;
  if (old === undefined) add('computed-now', 'major', {}, lostDrafts);
  else if (now === undefined) add('asked-now', 'minor');
  else add('value-changed', 'minor', { detail: shown('value') });
}

/** What an answer is to those who read it: its JSON type, of lists the entries' too. */
function typeOf({ kind, schema }: ComparedField): string {
  if (kind === 'group') return 'a group';
  if (kind === 'list') {
    const items = member(schema, 'items');
    const inner = member(items, 'type');
    return inner === 'object' && member(items, 'control') !== 'file'
      ? 'a list of groups'
      : `a list of ${inner ?? 'options'}`;
  }
  const type = member(schema, 'type') ?? typeof (optionsOf({ kind, schema } as ComparedField)?.[0] ?? '');
  const format = member(schema, 'format');
  // Texts that mean a day, a time or an amount are another kind of thing than names.
  const isMeasured = typeof format === 'string' && /^(?:date|time|date-time|year-month)$/u.test(format);
  return isMeasured ? `${type} (${format})` : String(type);
}

function keyOf({ schema }: ComparedField): string | undefined {
  return written(member(member(schema, 'about'), 'key'));
}

function checkIds(before: ComparedField, after: ComparedField): string {
  const ids = [before, after].flatMap(({ schema }) =>
    elements(member(schema, 'checks')).map((check) => String(member(check, 'id') ?? '')),
  );
  return [...new Set(ids)].join(', ');
}
