import type { DefinitionProblem, JsonObject, JsonValue, ResolvedForm } from '@schalter/definition';
import type { DataNode, GroupNode, LeafEntry, LeafNode, Program, ProgramNode } from '../program.ts';
import { compileChart } from './chart.ts';
import { compileChecks } from './checks.ts';
import { type Context, report } from './context.ts';
import { compileDefines } from './defines.ts';
import { dependencyOrder } from './graph.ts';
import { hashOf } from './hash.ts';
import { headingsIn } from './headings.ts';
import { compileMigrations } from './migrations.ts';
import { compileNodes, type Written } from './nodes.ts';
import { placeNodes } from './placing.ts';
import { get, objectOf, some, textOf } from './raw.ts';
import { readsOf } from './references.ts';
import { compileSections } from './sections.ts';
import { compileServices, leavesRead } from './services.ts';
import { spreadGroups } from './spread-groups.ts';
import { compileSteps } from './steps.ts';
import { collectTexts } from './texts.ts';
import { groupTypeOf } from './types.ts';

export interface CompileOptions {
  /** Language → text key → translation, as `collectLocale` gives them. The form's own language needs none. */
  readonly locales: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Language → problem code → text; copied into the program. */
  readonly problemTexts: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Deeper definitions are refused: nobody fills them in, and every walk over them is recursive. */
const deepest = 100;

/**
 * Compiles a resolved form to the program that sessions run.
 * @returns all problems at once, each where it was written; no program if one of them is an error. Never throws.
 */
export function compileForm(
  resolved: ResolvedForm,
  options: CompileOptions,
): { program?: Program; problems: DefinitionProblem[] } {
  // The types describe a correct form; here it may be any JSON.
  const form = resolved.form as unknown as JsonObject;
  const data = get(form, 'data');
  const tooDeep = isDeeper(data, deepest * 2);
  const rootType = groupTypeOf(tooDeep ? undefined : data);
  const context: Context = {
    resolved,
    form,
    problems: [],
    reported: new Set(),
    root: { self: '', selfType: rootType, entries: [] },
    defines: {},
    failed: [],
    later: [],
    broken: new Set(),
  };
  if (tooDeep) {
    report(context, 'data-too-deep', '/data', { limit: deepest });
    return { problems: context.problems };
  }
  const texts = collectTexts(context, options.locales);
  const named = compileDefines(context);
  const tree = compileNodes(context, texts);
  const sections = compileSections(context, texts);
  const drafts = compileSteps(context, texts, tree.nodes, tree.written, sections);
  const { root, steps, nodes } = placeNodes(context, tree, drafts);
  const defines = { ...named, ...sections.conditions };
  const order = dependencyOrder(context, nodes, tree.written, steps, drafts, sections.drafts, defines);
  const services = compileServices(context, texts, nodes, defines);
  const migrations = compileMigrations(context, nodes);

  const keys = {
    ...some('title', texts.line('/title', textOf(form, 'title'), context.root)),
    ...some('summary', texts.tree('/summary', textOf(form, 'summary'), context.root)),
  };
  const checks = compileChecks(context, texts, form, '', context.root);
  for (const check of context.later) check(nodes);
  const language = textOf(form, 'language') ?? 'de';
  const languages = [language, ...Object.keys(options.locales).filter((other) => other !== language)];
  const compiled: Omit<Program, 'hash'> = {
    format: 1,
    id: textOf(form, 'id') ?? '',
    version: textOf(form, 'version') ?? '',
    language,
    languages,
    timeZone: textOf(form, 'timeZone') ?? 'Europe/Berlin',
    texts: texts.compile(nodes),
    problemTexts: options.problemTexts,
    headings: headingsIn(languages),
    keys,
    root: withReads(
      { ...root, ...(checks.length > 0 ? { checks: [...(root.checks ?? []), ...checks] } : {}) },
      (node) => {
        const place = tree.written.get(node.template)?.place ?? context.root;
        return node.value ? leavesRead([node.value], (value) => readsOf(value, place, nodes), defines) : [];
      },
    ),
    steps,
    spreadGroups: spreadGroups(root, steps),
    chart: compileChart(textOf(form, 'id') ?? '', steps),
    sections: sections.drafts.map(({ pointer: _, ...section }) => section),
    defines,
    order,
    services,
    retention: objectOf(form, 'retention'),
    about: objectOf(form, 'about'),
    leaves: leavesOf(nodes, tree.written, form),
    ...(migrations.length > 0 ? { migrations } : {}),
  };
  const { problems } = context;
  if (problems.some(({ severity }) => severity === 'error')) return { problems };
  const program: Program = { ...compiled, hash: hashOf(JSON.stringify(compiled)) };
  return { program: deepFreeze(program), problems };
}

/** Adds to every computed leaf what it reads. */
function withReads(group: GroupNode, reads: (leaf: LeafNode) => string[]): GroupNode {
  const members = group.members.map((node): ProgramNode => {
    if (node.kind === 'group') return withReads(node, reads);
    if (node.kind === 'leaf') return node.value ? { ...node, reads: reads(node) } : node;
    if (node.kind === 'list') {
      return { ...node, item: node.item.kind === 'group' ? withReads(node.item, reads) : node.item };
    }
    return node;
  });
  return { ...group, members };
}

function leavesOf(
  nodes: ReadonlyMap<string, DataNode>,
  written: ReadonlyMap<string, Written>,
  form: JsonObject,
): LeafEntry[] {
  const leaves: LeafEntry[] = [];
  for (const node of nodes.values()) {
    if (node.kind !== 'leaf') continue;
    const about = get(valueAt(form, written.get(node.template)?.pointer ?? ''), 'about');
    leaves.push({
      template: node.template,
      type: node.type,
      control: node.control,
      ...some('title', node.texts.title),
      ...some('format', node.format),
      ...some('unit', node.unit),
      ...(node.value ? { computed: true as const } : {}),
      ...(node.internal ? { internal: true as const } : {}),
      ...some('about', about),
    });
  }
  return leaves;
}

function valueAt(value: JsonValue | undefined, pointer: string): JsonValue | undefined {
  return pointer
    .split('/')
    .slice(1)
    .reduce<JsonValue | undefined>((found, name) => get(found, name.replace(/~1/g, '/').replace(/~0/g, '~')), value);
}

/** Whether anything is nested deeper than a limit; iterative, since it guards everything that is not. */
function isDeeper(value: JsonValue | undefined, limit: number): boolean {
  let level: JsonValue[] = value === undefined ? [] : [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap((entry) => (typeof entry === 'object' && entry !== null ? Object.values(entry) : []));
  }
  return false;
}

function deepFreeze<T>(value: T): T {
  const waiting: unknown[] = [value];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (typeof one !== 'object' || one === null || Object.isFrozen(one)) continue;
    Object.freeze(one);
    for (const member of Object.values(one)) if (member !== undefined) waiting.push(member);
  }
  return value;
}
