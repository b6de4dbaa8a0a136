import type { JsonValue } from '@schalter/definition';
import type { OldType } from '../program.ts';
import { type Context, report } from './context.ts';
import type { ValueType } from './expression-scope.ts';
import type { GroupType } from './expression-types.ts';
import { below, objectOf } from './raw.ts';

/** Part of the shape of older answers, as a migration declares it. */
export interface OlderAnswers {
  readonly types: readonly (readonly [template: string, type: OldType])[];
  readonly root: GroupType;
}

/** A place on the way down: a leaf, or what lies below. */
type Draft = OldType | Map<string, Draft>;

const kinds: readonly string[] = ['string', 'number', 'boolean', 'date'] satisfies OldType[];

/** Reads `old`: pointer template → type. `*` makes a list of what lies before it. */
export function olderAnswers(context: Context, migration: JsonValue, at: string): OlderAnswers {
  const types: [string, OldType][] = [];
  const root = new Map<string, Draft>();
  for (const [template, type] of Object.entries(objectOf(migration, 'old'))) {
    if (!isOldType(type)) continue;
    const names = template.slice(1).split('/');
    const last = names.pop() ?? '';
    let holder: Map<string, Draft> | undefined = root;
    for (const name of names) holder = holder && inside(holder, name);
    const taken = holder?.get(last);
    if (!holder || taken instanceof Map) {
      report(context, 'migration-old-twice', below(at, 'old', template), { pointer: template, type: String(type) });
      continue;
    }
    holder.set(last, type);
    types.push([template, type]);
  }
  return { types, root: groupOf(root) };
}

function isOldType(type: JsonValue): type is OldType {
  return typeof type === 'string' && kinds.includes(type);
}

function inside(holder: Map<string, Draft>, name: string): Map<string, Draft> | undefined {
  const found = holder.get(name) ?? new Map<string, Draft>();
  if (!(found instanceof Map)) return undefined;
  holder.set(name, found);
  return found;
}

function groupOf(draft: ReadonlyMap<string, Draft>): GroupType {
  return { kind: 'group', members: Object.fromEntries([...draft].map(([name, inner]) => [name, typeOf(inner)])) };
}

function typeOf(draft: Draft): ValueType {
  if (!(draft instanceof Map)) return { kind: draft };
  const entry = draft.get('*');
  return entry === undefined ? groupOf(draft) : { kind: 'list', of: typeOf(entry) };
}

/** The type at a place of the older answers, if it is declared. */
export function olderTypeAt(root: GroupType, template: string): ValueType | undefined {
  let type: ValueType | undefined = root;
  for (const name of template === '' ? [] : template.slice(1).split('/')) {
    if (type?.kind === 'list' && name === '*') type = type.of;
    else if (type?.kind === 'group' && Object.hasOwn(type.members, name)) type = type.members[name];
    else return undefined;
  }
  return type;
}
