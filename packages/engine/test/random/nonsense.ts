import type { JsonValue } from '@schalter/definition';
import type { Chance } from './chance.ts';

/** Values that have no business where they turn up. */
const values: readonly (() => unknown)[] = [
  () => null,
  () => undefined,
  () => true,
  () => 0,
  () => -1,
  () => 1.5,
  () => 1e300,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => '',
  () => 'ja',
  () => '__proto__',
  () => 'constructor',
  () => '/',
  () => '/__proto__/x',
  () => 'x'.repeat(2_000_000),
  () => '/'.repeat(1_900),
  () => [],
  () => [null],
  () => new Array(5),
  () => [[[[[['ja']]]]]],
  () => ({}),
  () => JSON.parse('{"__proto__": {"ja": true}, "constructor": 1}') as unknown,
  () => ({ toString: 1, valueOf: null, toJSON: 'x' }),
  () => Object.create(null) as unknown,
  () => circular(),
  () => Symbol('x'),
  () => 10n,
  () => () => 'ja',
  () => new Date(0),
  () => new Map([['a', 1]]),
];

function circular(): unknown {
  const self: Record<string, unknown> = {};
  self.self = self;
  return self;
}

export function nonsense(chance: Chance): unknown {
  return chance.pick(values)();
}

/** Nonsense that can stand in a file. */
export function jsonNonsense(chance: Chance): JsonValue | undefined {
  const made = nonsense(chance);
  try {
    const text = JSON.stringify(made);
    // A file of megabytes tells nothing more than one of kilobytes.
    return text === undefined || text.length > 100_000 ? undefined : (JSON.parse(text) as JsonValue);
  } catch {
    return undefined;
  }
}

/** Index and name that no entry and no field has. */
const segments = ['-1', '1.5', '01', '1e3', '99999999999', '999', '*', '', '~', '~2', '__proto__', 'constructor', ' 0'];

/** A pointer that leads astray somewhere. */
export function astray(chance: Chance, pointer: string): string {
  const names = pointer.split('/');
  const at = chance.upTo(names.length);
  return [...names.slice(0, at), chance.pick(segments), ...names.slice(at + chance.upTo(1))].join('/');
}

/** Changes a JSON document in one place: something else, something missing, something more. */
export function damaged(chance: Chance, document: JsonValue): JsonValue | undefined {
  if (typeof document !== 'object' || document === null || chance.percent(12)) return jsonNonsense(chance);
  if (Array.isArray(document)) {
    const entries = [...(document as readonly JsonValue[])];
    const at = chance.upTo(entries.length);
    const what = chance.pick(['change', 'drop', 'add', 'cut']);
    if (what === 'drop') entries.splice(at, 1);
    else if (what === 'add') entries.splice(at, 0, jsonNonsense(chance) ?? null);
    else if (what === 'cut') entries.length = at;
    else if (at < entries.length) entries[at] = damaged(chance, entries[at] as JsonValue) ?? null;
    return entries;
  }
  const members = Object.entries(document);
  const name = members.length > 0 ? chance.pick(members)[0] : '';
  const what = chance.pick(['change', 'change', 'change', 'drop', 'add']);
  const kept = members.filter(([other]) => what !== 'drop' || other !== name);
  const changed = kept.flatMap(([other, value]) => {
    if (what !== 'change' || other !== name) return [[other, value] as const];
    const made = damaged(chance, value as JsonValue);
    return made === undefined ? [] : [[other, made] as const];
  });
  if (what === 'add') changed.push([chance.pick(['zuviel', '__proto__', 'constructor']), jsonNonsense(chance) ?? 1]);
  return Object.fromEntries(changed);
}
