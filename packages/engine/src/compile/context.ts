import type { DefinitionProblem, ErrorCode, ErrorParams, JsonObject, ResolvedForm } from '@schalter/definition';
import { errorMessage, originOf } from '@schalter/definition';
import type { Expression } from '../expression/tree.ts';
import { compileExpression } from './expression.ts';
import type { ExpressionScope, ValueType } from './expression-scope.ts';
import type { GroupType } from './expression-types.ts';
import type { Nodes } from './references.ts';

/** An entry around a place: the template of the list's entries (`/hunde/*‎`) and the name `as` gives them. */
export interface EntryPlace {
  readonly template: string;
  readonly as?: string;
  readonly type: ValueType;
}

/** Where an expression stands: what `self`, `item` and the named entries mean there. */
export interface Place {
  /** Template of the group that `self` is; '' is the root. */
  readonly self: string;
  readonly selfType: GroupType;
  /** From the outermost to the nearest. */
  readonly entries: readonly EntryPlace[];
}

/** What all parts of the compiler share. */
export interface Context {
  readonly resolved: ResolvedForm;
  /** The resolved form as plain JSON: it may be wrong in any way. */
  readonly form: JsonObject;
  readonly problems: DefinitionProblem[];
  /** What has been reported, so that one mistake in a block used twice is one problem. */
  readonly reported: Set<string>;
  readonly root: Place;
  readonly defines: Record<string, ValueType>;
  readonly failed: string[];
  /** Templates of what could not be resolved: what names them is no second problem. */
  readonly broken: Set<string>;
  /** Checks that need all nodes: run once they are known. */
  readonly later: ((nodes: Nodes) => void)[];
}

const nothing: GroupType = { kind: 'group', members: {} };

/** Reports a problem at a pointer into the resolved form, where it truly was written. */
export function report(
  context: Context,
  code: ErrorCode,
  pointer: string,
  params: ErrorParams = {},
  severity: 'error' | 'warning' = 'error',
): void {
  const { file, at } = originOf(context.resolved, pointer);
  reportIn(context, { file, at }, code, params, severity);
}

/** Reports a problem in a file. One and the same problem (a block used twice) is reported once. */
export function reportIn(
  context: Context,
  { file, at }: { readonly file: string; readonly at: string },
  code: ErrorCode,
  params: ErrorParams,
  severity: 'error' | 'warning' = 'error',
): void {
  const message = errorMessage(code, params);
  const key = JSON.stringify([code, file, at, message]);
  if (context.reported.has(key)) return;
  context.reported.add(key);
  context.problems.push({ code, severity, file, at, params, message });
}

/** The names visible at a place. What stands in a block or in `$defs` sees `self`, `item` and `index` only. */
export function scopeOf(context: Context, place: Place, pointer = ''): ExpressionScope {
  const named: Record<string, ValueType> = {};
  for (const entry of place.entries) if (entry.as !== undefined) named[entry.as] = entry.type;
  const item = place.entries.at(-1)?.type;
  const origin = originOf(context.resolved, pointer);
  if (pointer !== '' && (origin.file.startsWith('block:') || origin.at.startsWith('/data/$defs/'))) {
    return { root: nothing, self: place.selfType, ...(item ? { item } : {}), defines: {} };
  }
  return {
    root: context.root.selfType,
    self: place.selfType,
    ...(item ? { item } : {}),
    named,
    defines: context.defines,
    failed: context.failed,
  };
}

/** Compiles an expression that stands at a pointer; reports what is wrong with it. */
export function compileAt(
  context: Context,
  pointer: string,
  text: string | undefined,
  place: Place,
  expects?: readonly ValueType['kind'][],
): Expression | undefined {
  if (text === undefined) return undefined;
  const { tree, problems } = compileExpression(text, scopeOf(context, place, pointer), expects);
  for (const { code, severity, params, start, end } of problems) {
    report(context, code, pointer, { ...params, start, end }, severity);
  }
  return tree;
}
