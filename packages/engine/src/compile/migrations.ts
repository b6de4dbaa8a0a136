import { compareVersions, type JsonValue } from '@schalter/definition';
import { referencesOf } from '../expression/references.ts';
import type { Expression } from '../expression/tree.ts';
import type { LeafNode, MigrationNode, MigrationValue } from '../program.ts';
import { type Context, report } from './context.ts';
import { compileExpression } from './expression.ts';
import { patternFault } from './expression-pattern.ts';
import { didYouMean, suggest } from './expression-suggest.ts';
import { migrationPlaces, type Places } from './migration-places.ts';
import { expectedKinds } from './nodes.ts';
import { type OlderAnswers, olderAnswers, olderTypeAt } from './older-answers.ts';
import { below, isObject, listOf, objectOf, textOf, textsOf } from './raw.ts';
import type { Nodes } from './references.ts';

/** Compiles the migrations of a form: their versions, their places in this version, their expressions. */
export function compileMigrations(context: Context, nodes: Nodes): MigrationNode[] {
  const version = textOf(context.form, 'version') ?? '';
  const migrations = listOf(context.form, 'migrations');
  checkVersions(context, migrations, version);
  return migrations.map((migration, index) => {
    const at = below('/migrations', index);
    const to = textOf(migration, 'to') ?? version;
    const places = migrationPlaces(context, to === version ? nodes : undefined);
    const older = olderAnswers(context, migration, at);
    const move = compileMoves(migration, at, places);
    return {
      from: textsOf(migration, 'from'),
      to,
      old: older.types,
      move,
      split: compileSplits(context, migration, at, places),
      set: compileValues(context, migration, at, places, older, move),
      map: compileMaps(context, migration, at, places),
      drop: textsOf(migration, 'drop').map((pointer, position) => {
        places.from(pointer, below(at, 'drop', position));
        return pointer;
      }),
    };
  });
}

/** Migrations lead upwards, one from each version, and end at this one. */
function checkVersions(context: Context, migrations: readonly JsonValue[], version: string): void {
  const from = new Set<string>();
  for (const [index, migration] of migrations.entries()) {
    const at = below('/migrations', index);
    const to = textOf(migration, 'to') ?? version;
    if (compareVersions(to, version) > 0) report(context, 'migration-too-new', below(at, 'to'), { to, version });
    for (const [position, older] of textsOf(migration, 'from').entries()) {
      const place = below(at, 'from', position);
      if (compareVersions(older, to) >= 0) report(context, 'migration-order', place, { version: older, to });
      if (from.has(older)) report(context, 'migration-twice', place, { version: older });
      from.add(older);
    }
  }
  for (const [index, migration] of migrations.entries()) {
    const to = textOf(migration, 'to');
    if (to === undefined || compareVersions(to, version) >= 0 || from.has(to)) continue;
    report(context, 'migration-no-end', below('/migrations', index, 'to'), { to });
  }
}

function compileMoves(migration: JsonValue, at: string, places: Places): MigrationNode['move'] {
  return textMembers(migration, 'move')
    .filter(({ name, text }) => {
      const place = below(at, 'move', name);
      places.from(name, place);
      places.to(text, place);
      return places.pair(name, text, place);
    })
    .map(({ name, text }) => ({ from: name, to: text }));
}

function compileSplits(context: Context, migration: JsonValue, at: string, places: Places): MigrationNode['split'] {
  return Object.entries(objectOf(migration, 'split')).flatMap(([from, split]) => {
    const place = below(at, 'split', from);
    const pattern = textOf(split, 'pattern');
    const into = textsOf(split, 'into');
    places.from(from, place);
    for (const [index, to] of into.entries()) {
      places.toField(to, below(place, 'into', index), 'split');
      places.pair(from, to, below(place, 'into', index));
    }
    if (pattern === undefined) return [];
    const detail = patternFault(pattern);
    if (detail !== undefined) {
      report(context, 'expression-pattern', below(place, 'pattern'), { detail });
      return [];
    }
    const groups = groupsIn(pattern);
    if (groups !== into.length) report(context, 'migration-split-groups', place, { groups, places: into.length });
    return [{ from, pattern, into }];
  });
}

/** How many groups a valid pattern captures: an empty alternative matches anything, and its match has them all. */
function groupsIn(pattern: string): number {
  return (new RegExp(`${pattern}|`, 'u').exec('')?.length ?? 1) - 1;
}

function compileValues(
  context: Context,
  migration: JsonValue,
  at: string,
  places: Places,
  older: OlderAnswers,
  moves: MigrationNode['move'],
): MigrationValue[] {
  return textMembers(migration, 'set').flatMap(({ name: to, text }): MigrationValue[] => {
    const place = below(at, 'set', to);
    const leaf = places.toField(to, place, 'set');
    const entry = olderEntry(to, moves);
    if (entry !== undefined && !places.pair(entry, to, place)) return [];
    const item =
      entry === undefined ? undefined : (olderTypeAt(older.root, entry) ?? ({ kind: 'group', members: {} } as const));
    const self = item?.kind === 'group' ? item : older.root;
    const compiled = compileExpression(
      text,
      { root: older.root, self, defines: {}, ...(item ? { item } : {}) },
      leaf && expectedKinds(leaf.type),
    );
    for (const { code, severity, params, start, end } of compiled.problems) {
      // Older answers that are missing are the usual case: what is unknown is not set.
      if (severity === 'error') report(context, code, place, { ...params, start, end });
    }
    if (!compiled.tree) return [];
    return [
      { to, value: compiled.tree, ...(entry === undefined ? {} : { entry }), reads: readsOf(compiled.tree, entry) },
    ];
  });
}

/** The older list's entries that become those around a new place: moves lead back to them. */
function olderEntry(to: string, moves: MigrationNode['move']): string | undefined {
  const end = to.lastIndexOf('/*');
  if (end === -1) return undefined;
  const entry = to.slice(0, end + 2);
  const nearest = moves
    .filter((move) => entry === move.to || entry.startsWith(`${move.to}/`))
    .sort((left, right) => right.to.length - left.to.length)[0];
  return nearest ? nearest.from + entry.slice(nearest.to.length) : entry;
}

function readsOf(tree: Expression, entry: string | undefined): string[] {
  return referencesOf(tree).flatMap(({ base, path }) => {
    if (base.base === 'define' || base.base === 'index') return [];
    const start = base.base === 'root' ? '' : (entry ?? '');
    return [path.reduce((template, name) => `${template}/${name}`, start)];
  });
}

function compileMaps(context: Context, migration: JsonValue, at: string, places: Places): MigrationNode['map'] {
  return Object.entries(objectOf(migration, 'map')).map(([pointer, constants]) => {
    const place = below(at, 'map', pointer);
    const leaf = places.fieldAt(pointer, place, 'map');
    const entries = Object.entries(isObject(constants) ? constants : {}).flatMap(([old, now]) => {
      if (typeof now !== 'string' && typeof now !== 'number' && typeof now !== 'boolean') return [];
      if (leaf) checkConstant(context, leaf, now, below(place, old));
      return [[old, now] as const];
    });
    return { at: pointer, constants: entries };
  });
}

function checkConstant(context: Context, leaf: LeafNode, value: string | number | boolean, at: string): void {
  const { options, template } = leaf;
  if (!options || options.some((option) => option.value === value)) return;
  const known = suggest(
    String(value),
    options.map((option) => String(option.value)),
  );
  report(context, 'migration-constant', at, { value: String(value), pointer: template, suggestion: didYouMean(known) });
}

function textMembers(value: JsonValue, keyword: string): { readonly name: string; readonly text: string }[] {
  return Object.entries(objectOf(value, keyword)).flatMap(([name, text]) =>
    typeof text === 'string' ? [{ name, text }] : [],
  );
}
