import {
  type DefinitionProblem,
  type FormSource,
  type JsonValue,
  type Library,
  type ResolvedForm,
  withBuiltIns,
} from '@schalter/definition';
import type { Program } from '@schalter/engine';
import { type CheckContext, hasErrors, report, type Severities } from './context.ts';
import { asJson, filesOf } from './files.ts';
import { isObject } from './place.ts';
import { cases } from './rules/cases.ts';
import { rules } from './rules/index.ts';

export interface CheckOptions {
  /** Run the form's cases too, when nothing else is wrong. Default: true. */
  readonly cases?: boolean;
  /** By code, as a configuration wants them. What makes a form no form at all stays an error. */
  readonly severities?: Severities;
}

export interface CheckResult {
  /** All problems at once, by file and place; errors stop a form from being published, warnings do not. */
  readonly problems: readonly DefinitionProblem[];
  /** There when the form has no error, failing cases aside. */
  readonly program?: Program;
  /** There when the form has `data` to resolve, sound or not. */
  readonly resolved?: ResolvedForm;
}

/** Deeper files are refused: nobody writes them by hand, and every walk over them is recursive. */
const deepest = 200;

/**
 * Checks a form with everything it uses. Never throws on any JSON, and never stops at the first problem.
 * @param source the form's files, parsed; they may hold any JSON
 * @param library the city's blocks and lists; the built-in blocks are added
 */
export async function checkForm(
  source: FormSource,
  library: Library,
  options: CheckOptions = {},
): Promise<CheckResult> {
  const context: CheckContext = {
    source,
    library: withBuiltIns(library),
    files: [],
    problems: [],
    known: new Set(),
    severities: options.severities ?? {},
  };
  for (const [file, content] of contentsOf(source, library)) {
    if (isTooDeep(content)) report(context, 'file-too-deep', { file, at: '' }, { limit: deepest });
  }
  if (context.problems.length > 0) return { problems: context.problems };
  const checked: CheckContext = { ...context, files: filesOf(source, context.library) };
  let program: Program | undefined;
  for (const rule of rules) {
    if (rule === cases) {
      if (checked.program && !hasErrors(checked)) program = checked.program;
      if (options.cases === false) continue;
    }
    checked.isLanguage = rule.isLanguage === true;
    await rule.run(checked);
  }
  return {
    problems: sorted(checked),
    ...(program ? { program } : {}),
    ...(checked.resolved ? { resolved: checked.resolved } : {}),
  };
}

function contentsOf(source: FormSource, library: Library): [file: string, content: JsonValue][] {
  return [
    ['form.json', asJson(source.form)],
    ...Object.entries(source.locales).map(([name, content]): [string, JsonValue] => [
      `locales/${name}.json`,
      asJson(content),
    ]),
    ...Object.entries(source.cases).map(([name, content]): [string, JsonValue] => [
      `cases/${name}.json`,
      asJson(content),
    ]),
    ...Object.entries(library.blocks).map(([id, content]): [string, JsonValue] => [`block:${id}`, asJson(content)]),
    ...Object.entries(library.lists).map(([id, content]): [string, JsonValue] => [`list:${id}`, asJson(content)]),
  ];
}

/** Level by level, since it guards everything that is recursive. */
function isTooDeep(content: JsonValue): boolean {
  let level: JsonValue[] = [content];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return true;
    level = level.flatMap((value) => (Array.isArray(value) ? value : isObject(value) ? Object.values(value) : []));
  }
  return false;
}

/** By file in the order of the form's files, errors and warnings as they stand in it. */
function sorted({ files, problems }: CheckContext): DefinitionProblem[] {
  const order = files.map(({ file }) => file);
  const rank = (file: string) => (order.includes(file) ? order.indexOf(file) : order.length);
  return [...problems].sort(
    (left, right) =>
      rank(left.file) - rank(right.file) || (left.file < right.file ? -1 : left.file > right.file ? 1 : 0),
  );
}
