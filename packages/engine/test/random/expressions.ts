import type { Chance } from './chance.ts';
import { below, type Kind, type Name, type Scope } from './scope.ts';

/*
 * Random expressions of a type over the names of a scope. Small alphabets, so that conditions often hold.
 */

export const texts = ['ja', 'nein', 'x'] as const;
export const dates = ['2026-01-31', '2026-11-23', '2000-02-29', '2030-12-31'] as const;

function ofKind(scope: Scope, ...kinds: readonly Kind[]): Name[] {
  return scope.names.filter(({ kind }) => kinds.includes(kind));
}

function quoted(text: string): string {
  return `'${text}'`;
}

/** A condition. */
export function condition(chance: Chance, scope: Scope, depth = 2): string {
  const inner = (part = scope) => condition(chance, part, depth - 1);
  if (depth > 0 && chance.percent(35)) {
    const forms = [
      () => `(${inner()} && ${inner()})`,
      () => `(${inner()} || ${inner()})`,
      () => `!(${inner()})`,
      () => `(${inner()} ? ${inner()} : ${inner()})`,
    ];
    return chance.pick(forms)();
  }
  const found: Name[] = scope.names.filter(
    ({ computed, kind }) => !scope.expressible || ((!computed || kind === 'boolean') && kind !== 'file'),
  );
  if (found.length === 0) return chance.pick(['1 < 2', '1 > 2']);
  return simple(chance, chance.pick(found), scope, depth);
}

function simple(chance: Chance, name: Name, scope: Scope, depth: number): string {
  const { text, kind } = name;
  if (kind === 'entries' && (scope.macros ?? 0) >= 2) return `answered(${text})`;
  const constant = () => quoted(chance.pick(name.constants ?? texts));
  const more = (always: readonly (() => string)[], others: readonly (() => string)[]) =>
    chance.pick(scope.expressible ? always : [...always, ...others])();
  switch (kind) {
    case 'text':
      return more(
        [
          () => `${text} == ${constant()}`,
          () => `answered(${text})`,
          () => `${text} != ${constant()}`,
          () => `${text} in [${constant()}, 'x']`,
          () => `${text} == null`,
          () => `${constant()} == ${text}`,
          () => `size(${text}) > 1`,
          () => `2 == size(${text})`,
        ],
        [
          () => `${text}.startsWith('j')`,
          () => `lower(${text}) == 'ja'`,
          () => `${text} == ${textOf(chance, scope, 0)}`,
          () => `or(${text}, 'ja') == 'ja'`,
          () => `words(${text}) > 1`,
          () => `${text}.matches('^(?:j.*)$')`,
        ],
      );
    case 'number':
      return more(
        [
          () => `${text} > 1`,
          () => `answered(${text})`,
          () => `${text} == 2`,
          () => `2 >= ${text}`,
          () => `${text} != 1`,
          () => `${text} in [0, 2]`,
        ],
        [() => `${text} < ${numberOf(chance, scope, 1)}`, () => `${text} % 2 == 0`],
      );
    case 'boolean':
      return more(
        [() => text, () => `${text} == true`, () => `!${text}`, () => `answered(${text})`, () => `${text} == false`],
        [],
      );
    case 'date':
      return more(
        [() => `answered(${text})`, () => `${text} == null`, () => `${text} == ${quoted(chance.pick(dates))}`],
        [
          () => `${text} <= today()`,
          () => `age(${text}) >= 18`,
          () => `${text} > ${dateOf(chance, scope, 1)}`,
          () => `weekday(${text}) < 6`,
        ],
      );
    case 'texts':
      return more(
        [
          () => `${constant()} in ${text}`,
          () => `size(${text}) > 1`,
          () => `answered(${text})`,
          () => `count(${text}) != 2`,
        ],
        [() => `${text}[0] == ${constant()}`],
      );
    case 'entries':
      return ofEntries(chance, name, scope, depth);
    case 'group':
      return `answered(${text})`;
    default:
      return chance.pick([`answered(${text})`, `${text}.size > 100`, `${text}.name == null`]);
  }
}

/** Conditions over the entries of a list of groups. */
function ofEntries(chance: Chance, { text, members = [] }: Name, scope: Scope, depth: number): string {
  const variable = chance.name('m');
  const inside = (): string =>
    condition(
      chance,
      {
        ...scope,
        // JSON Schema sees an entry alone.
        names: [...below(variable, members), ...(scope.expressible ? [] : scope.names)],
        macros: (scope.macros ?? 0) + 1,
      },
      depth - 1,
    );
  return chance.pick([
    () => `count(${text}) > 1`,
    () => `${text}.size() <= 1`,
    () => `count(${text}.filter(${variable}, ${inside()})) == 1`,
    () => `${text}.exists(${variable}, ${inside()})`,
    () => `${text}.all(${variable}, ${inside()})`,
    () => `${text}.exists_one(${variable}, ${inside()})`,
    () => `size(${text}.filter(${variable}, ${inside()})) > 0`,
    () => `answered(${text})`,
  ])();
}

/** A number. */
export function numberOf(chance: Chance, scope: Scope, depth = 2): string {
  const numbers = ofKind(scope, 'number');
  const lists = ofKind(scope, 'entries', 'texts');
  const simplest = () => (numbers.length > 0 ? chance.pick(numbers).text : '2');
  if (depth <= 0) return simplest();
  const inner = () => numberOf(chance, scope, depth - 1);
  const forms = [
    simplest,
    () => `(${inner()} + ${inner()})`,
    () => `(${inner()} - ${inner()})`,
    () => `(${inner()} * 2)`,
    () => `(${inner()} / ${inner()})`,
    () => `or(${inner()}, 0)`,
    () => `round(${inner()} / 3, 1)`,
    () => `(${condition(chance, scope, depth - 1)} ? ${inner()} : ${inner()})`,
    () => `min([${inner()}, 3])`,
    ...(lists.length > 0 ? [() => `count(${chance.pick(lists).text})`, () => sumOf(chance, chance.pick(lists))] : []),
    ...dateNumbers(chance, scope, depth),
  ];
  return chance.pick(forms)();
}

function sumOf(chance: Chance, { text, members = [] }: Name): string {
  const numbers = members.filter(({ kind }) => kind === 'number');
  const variable = chance.name('m');
  const value = numbers.length > 0 ? `${variable}.${chance.pick(numbers).text}` : '1';
  return `${chance.pick(['sum', 'max', 'count'])}(${text}.map(${variable}, ${value}))`;
}

function dateNumbers(chance: Chance, scope: Scope, depth: number): (() => string)[] {
  const found = ofKind(scope, 'date');
  if (found.length === 0) return [];
  const { text } = chance.pick(found);
  return [() => `days(${text}, ${dateOf(chance, scope, depth - 1)})`, () => `years(${text}, today())`];
}

/** A text. */
export function textOf(chance: Chance, scope: Scope, depth = 2): string {
  const found = ofKind(scope, 'text');
  const simplest = () => (found.length > 0 ? chance.pick(found).text : `'ja'`);
  if (depth <= 0) return simplest();
  const inner = () => textOf(chance, scope, depth - 1);
  return chance.pick([
    simplest,
    () => `(${inner()} + ${inner()})`,
    () => `upper(${inner()})`,
    () => `or(${inner()}, 'x')`,
    () => `(${condition(chance, scope, depth - 1)} ? ${inner()} : 'nein')`,
  ])();
}

/** A date. */
export function dateOf(chance: Chance, scope: Scope, depth = 2): string {
  const found = ofKind(scope, 'date');
  const simplest = () => (found.length > 0 ? chance.pick(found).text : 'today()');
  if (depth <= 0) return simplest();
  return chance.pick([
    simplest,
    () => `addDays(${dateOf(chance, scope, depth - 1)}, 3)`,
    () => `addMonths(${dateOf(chance, scope, depth - 1)}, ${numberOf(chance, scope, depth - 1)})`,
  ])();
}
