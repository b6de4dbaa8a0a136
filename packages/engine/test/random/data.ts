import type { JsonObject, JsonValue } from '@schalter/definition';
import type { Chance } from './chance.ts';
import { condition } from './expressions.ts';
import { field, whenOf } from './fields.ts';
import { below, type Name, type Scope } from './scope.ts';

/** A group that is being made: what its fields may name, and how others may name them. */
export interface Place {
  /** Names that can be used everywhere inside, in lists too. */
  readonly outside: readonly Name[];
  /** Names that start with `item`: in a list inside, that is another entry. */
  readonly items: readonly Name[];
  /** How the group's members are written from inside: '' at the root, `g1`, `item`, `item.g1`. */
  readonly prefix: string;
  /** The same in lists inside, where the entry has a name: `e1`, `e1.g1`. */
  readonly named: string | undefined;
  readonly expressible: boolean;
  readonly depth: number;
  readonly lists: number;
}

export function rootPlace(expressible: boolean): Place {
  return { outside: [], items: [], prefix: '', named: undefined, expressible, depth: 0, lists: 0 };
}

/** A member of a group: its schema and its names, relative to the group. */
export interface Member {
  readonly name: string;
  readonly schema: JsonObject;
  readonly names: readonly Name[];
  /** The members of a group or of a list's entry, in an order in which each reads only those before it. */
  readonly inner?: readonly Member[];
  readonly list?: true;
  /** Where an entry's members stand. */
  readonly place?: Place;
}

/** What an expression of a group sees while it has these members. */
export function scopeOf({ outside, items, prefix, expressible }: Place, own: readonly Name[]): Scope {
  return { names: [...below('self', own), ...below(prefix, own), ...items, ...outside], expressible };
}

/** The names that lists inside of a group can use. */
function outsideOf({ outside, prefix, named }: Place, own: readonly Name[]): readonly Name[] {
  if (!prefix.startsWith('item')) return [...below(prefix, own), ...outside];
  return named === undefined ? outside : [...below(named, own), ...outside];
}

/** Makes so many members; each may read those before it. */
export function makeMembers(chance: Chance, place: Place, count: number): Member[] {
  const made: Member[] = [];
  for (let index = 0; index < count; index++) made.push(makeMember(chance, place, namesOf(made)));
  return made;
}

export function namesOf(made: readonly Member[]): Name[] {
  return made.flatMap(({ names }) => names);
}

export function makeMember(chance: Chance, place: Place, own: readonly Name[]): Member {
  const scope = scopeOf(place, own);
  if (place.depth < 4 && chance.percent(15)) return makeGroup(chance, place, own, scope);
  if (place.depth < 4 && place.lists < 3 && chance.percent(18)) return makeList(chance, place, own, scope);
  if (place.lists < 3 && chance.percent(8)) return makePlainList(chance, scope);
  const name = chance.name('f');
  const { schema, kind, constants, computed } = field(chance, scope);
  const called: Name = { text: name, kind, ...(constants ? { constants } : {}), ...(computed ? { computed } : {}) };
  return { name, schema: { title: name.toUpperCase(), ...schema }, names: [called] };
}

/** The schema of a group: its members in any order. */
export function groupSchema(chance: Chance, made: readonly Member[], place: Place): JsonObject {
  return {
    type: 'object',
    properties: Object.fromEntries(chance.shuffled(made).map(({ name, schema }) => [name, schema])),
    required: chance.some(made.map(({ name }) => name)),
    ...(chance.percent(25) ? { checks: [check(chance, scopeOf(place, namesOf(made)), made)] } : {}),
  };
}

/** A check; its problem appears at a member, or where the check stands. */
export function check(chance: Chance, scope: Scope, made: readonly Member[] = []): JsonObject {
  const at = made.length > 0 && chance.percent(50) ? { at: chance.pick(made).name } : {};
  return { id: chance.name('p'), assert: condition(chance, scope), message: 'Nein.', ...at };
}

function makeGroup(chance: Chance, place: Place, own: readonly Name[], scope: Scope): Member {
  const name = chance.name('g');
  const when = whenOf(chance, scope, 35);
  const join = (prefix: string) => (prefix === '' ? name : `${prefix}.${name}`);
  const inside: Place = {
    ...place,
    outside: outsideOf(place, own),
    items: place.prefix.startsWith('item') ? [...below(place.prefix, own), ...place.items] : place.items,
    prefix: join(place.prefix),
    named: place.named && join(place.named),
    depth: place.depth + 1,
  };
  const inner = makeMembers(chance, inside, 1 + chance.upTo(2));
  return {
    name,
    schema: {
      title: name.toUpperCase(),
      ...when,
      ...groupSchema(chance, inner, inside),
      ...(chance.percent(15) ? { minProperties: 1 } : {}),
      ...(chance.percent(10) ? { maxProperties: 1 } : {}),
    },
    names: [...below(name, namesOf(inner)), { text: name, kind: 'group' }],
    inner,
  };
}

function makeList(chance: Chance, place: Place, own: readonly Name[], scope: Scope): Member {
  const name = chance.name('l');
  const when = whenOf(chance, scope, 25);
  const as = chance.percent(60) ? chance.name('e') : undefined;
  const inside: Place = {
    ...place,
    outside: outsideOf(place, own),
    items: [],
    prefix: 'item',
    named: as,
    depth: place.depth + 1,
    lists: place.lists + 1,
  };
  const inner = makeMembers(chance, inside, 1 + chance.upTo(2));
  const least = chance.upTo(2);
  return {
    name,
    schema: {
      title: name.toUpperCase(),
      type: 'array',
      ...when,
      ...(as === undefined ? {} : { as }),
      ...(least > 0 ? { minItems: least } : {}),
      ...(chance.percent(70) ? { maxItems: 3 } : {}),
      ...(chance.percent(25) ? { uniqueItems: true } : {}),
      items: { title: 'Eintrag {{index + 1}}', ...groupSchema(chance, inner, inside) },
    },
    names: [{ text: name, kind: 'entries', members: namesOf(inner) }],
    inner,
    list: true,
    place: inside,
  };
}

function makePlainList(chance: Chance, scope: Scope): Member {
  const name = chance.name('w');
  const least = chance.upTo(2);
  const file = chance.percent(20);
  const schema: Record<string, JsonValue> = {
    title: name.toUpperCase(),
    type: 'array',
    ...whenOf(chance, scope, 25),
    ...(least > 0 ? { minItems: least } : {}),
    maxItems: 3,
    ...(chance.percent(30) ? { uniqueItems: true } : {}),
    items: file ? { $ref: 'block:file' } : { type: 'string', title: name, maxLength: 4 },
  };
  return { name, schema, names: file ? [] : [{ text: name, kind: 'texts' }] };
}
