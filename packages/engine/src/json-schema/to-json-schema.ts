import { type FieldSchema, type JsonObject, type JsonValue, leafConstraints } from '@schalter/definition';
import type { Expression } from '../expression/tree.ts';
import { assertProgram } from '../known-program.ts';
import type { DataNode, GroupNode, LeafNode, ListNode, Program, ProgramNode, StepNode } from '../program.ts';
import { unanswered } from '../run/unanswered.ts';
import { lineOf } from '../view/text.ts';
import { type Condition, conditionOf, type Standing, schemaOf, templatesIn } from './condition.ts';

/** Something the schema does not say: where, and which keyword. */
export interface Untranslated {
  readonly at: string;
  /** `when`, `requiredWhen`, `value`, `options`, `minProperties`, `maxWords`, `check:<id>`, `lookup:<name>` … */
  readonly what: string;
}

/** A demand that holds under a condition, to be said at the group at a level. */
interface Rule {
  readonly level: string;
  readonly if: JsonObject | boolean;
  readonly then?: JsonObject;
  readonly else?: JsonObject;
}

interface Writing {
  readonly program: Program;
  readonly nodes: Map<string, DataNode>;
  readonly steps: ReadonlyMap<string, StepNode>;
  readonly constraints: ReadonlyMap<string, JsonObject>;
  readonly rules: Map<string, Rule[]>;
  /** Where the expressions of a group stand, by its template. */
  readonly standings: Map<string, Standing>;
  readonly untranslated: Untranslated[];
}

/**
 * The schema (JSON Schema 2020-12, self-contained) of a form's submissions. Conditions on siblings and on answers of the
 * form as a whole become `if`/`then`/`else`; what JSON Schema has no words for is listed, and what it would have
 * demanded is left out, so that the schema never refuses what the form accepts.
 *
 * @param data the data of the resolved form: the program does not carry the leaves' constraints
 */
export function toJsonSchema(
  program: Program,
  data: FieldSchema,
): { readonly schema: JsonObject; readonly untranslated: readonly Untranslated[] } {
  assertProgram(program);
  const writing: Writing = {
    program,
    nodes: new Map(),
    steps: new Map(program.steps.map((step) => [step.id, step])),
    constraints: new Map(leafConstraints(data).map(({ template, schema }) => [template, schema])),
    rules: new Map(),
    standings: new Map(),
    untranslated: [],
  };
  collect(program.root, writing.nodes);
  addRules(writing, program.root, { self: '', entries: [] });
  const { title: _, ...root } = groupSchema(writing, program.root, true);
  const title = textOf(writing, program.keys.title);
  for (const { id, checks } of program.steps) {
    for (const check of checks ?? []) writing.untranslated.push({ at: `step:${id}`, what: `check:${check.id}` });
  }
  return {
    schema: {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `urn:schalter:form:${program.id}:${program.version}`,
      ...(title === '' ? {} : { title }),
      ...root,
    },
    untranslated: writing.untranslated,
  };
}

function collect(node: ProgramNode, nodes: Map<string, DataNode>): void {
  if (node.kind === 'text') return;
  nodes.set(node.template, node);
  if (node.kind === 'list') collect(node.item, nodes);
  if (node.kind === 'group') for (const member of node.members) collect(member, nodes);
}

/** Collects what holds under conditions, by the group at which it has to be said. */
function addRules(writing: Writing, group: GroupNode, standing: Standing): void {
  const inner: Standing = { ...standing, self: group.template };
  for (const node of group.members) {
    if (node.kind === 'text') continue;
    writing.standings.set(node.template, inner);
    addRule(writing, node, inner, group);
    const entries = [...inner.entries];
    if (node.kind === 'list') {
      entries.push({ template: node.item.template, ...(node.as === undefined ? {} : { as: node.as }) });
    }
    if (node.kind === 'group') addRules(writing, node, inner);
    else if (node.kind === 'list' && node.item.kind === 'group') addRules(writing, node.item, { ...inner, entries });
  }
}

function addRule(writing: Writing, node: DataNode, standing: Standing, group: GroupNode): void {
  if (node.kind === 'leaf' && node.internal) return;
  const relevance = relevanceOf(writing, node, standing);
  const demanded = node.required && demands(writing, node);
  if (relevance === 'untranslated') {
    writing.untranslated.push({ at: node.template, what: 'when' });
  } else if (relevance) {
    addConditional(writing, node, group, relevance, demanded, true);
  }
  if (!node.requiredWhen) return;
  const condition = conditionOf(writing.program, writing.nodes, node.requiredWhen, standing, true);
  if (!condition || relevance === 'untranslated' || (!demands(writing, node) && node.kind !== 'leaf')) {
    writing.untranslated.push({ at: node.template, what: 'requiredWhen' });
    return;
  }
  const both: Condition = relevance ? { kind: 'all', of: [relevance, condition] } : condition;
  addConditional(writing, node, group, both, true, false);
}

/** What has to be true for a node to be relevant, beside the group around it; nothing where it always is. */
function relevanceOf(writing: Writing, node: DataNode, standing: Standing): Condition | undefined | 'untranslated' {
  const conditions: Condition[] = [];
  const translate = (tree: Expression, at: Standing) => conditionOf(writing.program, writing.nodes, tree, at, true);
  if (node.when) {
    const when = translate(node.when, standing);
    if (!when) return 'untranslated';
    conditions.push(when);
  }
  const steps = node.kind === 'group' ? [] : node.steps.map((id) => writing.steps.get(id));
  if (steps.length > 0 && steps.every((step) => step?.when)) {
    const any: Condition[] = [];
    for (const step of steps) {
      const entry = step?.forEach === undefined ? undefined : standing.entries.at(-1);
      const place: Standing = entry ? { self: entry.template, entries: standing.entries } : { self: '', entries: [] };
      const when = step?.when && translate(step.when, place);
      if (!when) return 'untranslated';
      any.push(when);
    }
    conditions.push({ kind: 'any', of: any });
  }
  return conditions.length === 0 ? undefined : { kind: 'all', of: conditions };
}

function addConditional(
  writing: Writing,
  node: DataNode,
  group: GroupNode,
  condition: Condition,
  required: boolean,
  exclusive: boolean,
): void {
  const asks = required && !(node.kind === 'leaf' && node.value);
  const said = addRuleAt(writing, node, group.template, condition, (path) => ({
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
    ...(asks ? { then: requiring(path, path.length - 1) } : {}),
    ...(exclusive ? { else: forbidding(path) } : {}),
  }));
  if (!said) writing.untranslated.push({ at: node.template, what: exclusive ? 'when' : 'requiredWhen' });
  else if (asks) addDemandAround(writing, node, group, condition);
}

/** A member is demanded even of a group that is not there, while that is demanded itself. */
function addDemandAround(writing: Writing, node: DataNode, group: GroupNode, condition: Condition): void {
  const conditions = [condition];
  let around = group.template;
  let above: DataNode | undefined = group;
  while (above?.kind === 'group' && around !== '' && !around.endsWith('/*') && above.required) {
    const relevance = relevanceOf(writing, above, writing.standings.get(around) ?? { self: '', entries: [] });
    if (relevance === 'untranslated') {
      writing.untranslated.push({ at: node.template, what: 'required' });
      return;
    }
    if (relevance) conditions.push(relevance);
    around = around.slice(0, around.lastIndexOf('/'));
    above = writing.nodes.get(around);
  }
  if (around === group.template) return;
  const depth = node.template.split('/').length - around.split('/').length;
  const said = addRuleAt(writing, node, around, { kind: 'all', of: conditions }, (path) => ({
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
    then: requiring(path, path.length - depth),
  }));
  if (!said) writing.untranslated.push({ at: node.template, what: 'required' });
}

/** Says something about a node under a condition, at the deepest group from which both are reached. */
function addRuleAt(
  writing: Writing,
  node: DataNode,
  around: string,
  condition: Condition,
  say: (path: readonly string[]) => Pick<Rule, 'then' | 'else'>,
): boolean {
  const level = levelOf(around, templatesIn(condition));
  if (level === undefined) return false;
  const rule: Rule = {
    level,
    if: schemaOf(condition, level),
    ...say(node.template.slice(level.length + 1).split('/')),
  };
  if (rule.then || rule.else) writing.rules.set(level, [...(writing.rules.get(level) ?? []), rule]);
  return true;
}

/** The deepest group around a node from which all leaves are reached without entering a list. */
function levelOf(around: string, templates: readonly string[]): string | undefined {
  for (let level = around; ; level = level.slice(0, level.lastIndexOf('/'))) {
    const reaches = templates.every(
      (template) => template.startsWith(`${level}/`) && !template.slice(level.length).includes('*'),
    );
    // A list itself (its template without the star) is no group.
    if (reaches && !isList(around, level)) return level;
    if (level === '') return undefined;
  }
}

function isList(around: string, level: string): boolean {
  return around.startsWith(`${level}/*`);
}

/** The member at a path is demanded, and what leads there from a position on; what lies before only if it is there. */
function requiring(path: readonly string[], from: number): JsonObject {
  const [name = '', ...rest] = path;
  if (name === '*') return { items: requiring(rest, from - 1) };
  const inner = rest.length === 0 ? {} : { properties: { [name]: requiring(rest, from - 1) } };
  return from <= 0 ? { required: [name], ...inner } : inner;
}

function forbidding(path: readonly string[]): JsonObject {
  const [name = '', ...rest] = path;
  if (name === '*') return { items: forbidding(rest) };
  return { properties: { [name]: rest.length === 0 ? false : forbidding(rest) } };
}

/** Whether a required node must be in every submission: an empty group is never in one. */
function demands(writing: Writing, node: DataNode): boolean {
  if (node.kind !== 'group') return true;
  if ((node.minProperties ?? 0) > 0) return true;
  return node.members.some(
    (member) => member.kind !== 'text' && member.required && isAlwaysAsked(writing, member) && demands(writing, member),
  );
}

/** Whether nothing but the group around decides about its relevance: no condition of its own, none of its steps'. */
function isAlwaysAsked(writing: Writing, node: DataNode): boolean {
  return isUnconditional(writing, node) && !(node.kind === 'leaf' && (node.value || node.internal));
}

function groupSchema(writing: Writing, node: GroupNode, binds: boolean): JsonObject {
  const properties: Record<string, JsonValue> = {};
  const required: string[] = [];
  const members = node.members.filter((member): member is DataNode => member.kind !== 'text');
  // Computed values alone do not make an optional group bind.
  const computed = !binds && members.some((member) => member.kind === 'leaf' && member.value);
  for (const member of members) {
    if (member.kind === 'leaf' && member.internal) continue;
    const always = member.required && isUnconditional(writing, member);
    const asked = always && demands(writing, member) && !(member.kind === 'leaf' && member.value);
    properties[member.name] = nodeSchema(writing, member, always);
    if (!asked) continue;
    if (computed) writing.untranslated.push({ at: member.template, what: 'required' });
    else required.push(member.name);
  }
  const rules = (writing.rules.get(node.template) ?? []).map(({ level: _, ...rule }): JsonObject => rule);
  for (const check of node.checks ?? []) {
    writing.untranslated.push({ at: node.template, what: `check:${check.id}` });
  }
  return {
    type: 'object',
    ...described(writing, node),
    properties,
    ...(required.length > 0 ? { required } : {}),
    ...propertyCounts(writing, node, members),
    additionalProperties: false,
    ...(rules.length > 0 ? { allOf: rules } : {}),
  };
}

/** How many members: only where none can be irrelevant, since then the engine asks for fewer. */
function propertyCounts(writing: Writing, node: GroupNode, members: readonly DataNode[]): JsonObject {
  const fixed = members.every((member) => isUnconditional(writing, member));
  if (node.minProperties !== undefined && !fixed) {
    writing.untranslated.push({ at: node.template, what: 'minProperties' });
  }
  return {
    ...(node.minProperties !== undefined && fixed ? { minProperties: node.minProperties } : {}),
    ...(node.maxProperties !== undefined ? { maxProperties: node.maxProperties } : {}),
  };
}

function isUnconditional(writing: Writing, node: DataNode): boolean {
  if (node.when) return false;
  if (node.kind === 'group' || node.steps.length === 0) return true;
  return !node.steps.every((id) => writing.steps.get(id)?.when);
}

function nodeSchema(writing: Writing, node: DataNode, required: boolean): JsonObject {
  if (node.kind === 'group') return groupSchema(writing, node, required);
  if (node.kind === 'list') return listSchema(writing, node);
  return leafSchema(writing, node, required);
}

function listSchema(writing: Writing, node: ListNode): JsonObject {
  for (const check of node.checks ?? []) writing.untranslated.push({ at: node.template, what: `check:${check.id}` });
  return {
    type: 'array',
    ...described(writing, node),
    items: nodeSchema(writing, node.item, true),
    // In a submission there is no empty list.
    minItems: Math.max(1, node.minItems),
    ...(node.maxItems === undefined ? {} : { maxItems: node.maxItems }),
    ...(node.uniqueItems ? { uniqueItems: true } : {}),
  };
}

/** Keywords of the form language that JSON Schema does not know. */
const foreign = ['postalCode', 'maxWords', 'accept', 'maxBytes'];

function leafSchema(writing: Writing, node: LeafNode, required: boolean): JsonObject {
  const { template } = node;
  const constraint = writing.constraints.get(template) ?? { type: node.type };
  const kept: Record<string, JsonValue> = {};
  for (const [name, value] of Object.entries(constraint)) {
    if (foreign.includes(name)) writing.untranslated.push({ at: template, what: name });
    else kept[name] = value;
  }
  if (node.value) writing.untranslated.push({ at: template, what: 'value' });
  if (node.options?.some(({ when }) => when)) writing.untranslated.push({ at: template, what: 'options' });
  if (node.options?.some(({ exclusive }) => exclusive)) writing.untranslated.push({ at: template, what: 'exclusive' });
  if (node.notBefore) writing.untranslated.push({ at: template, what: 'notBefore' });
  if (node.notAfter) writing.untranslated.push({ at: template, what: 'notAfter' });
  for (const check of node.checks ?? []) writing.untranslated.push({ at: template, what: `check:${check.id}` });
  if (node.lookup?.strict) writing.untranslated.push({ at: template, what: `lookup:${node.lookup.service}` });
  // Empty text is unanswered.
  if (required && node.type === 'string') kept.minLength = Math.max(1, Number(kept.minLength ?? 0));
  return { ...kept, ...described(writing, node) };
}

function described(writing: Writing, node: DataNode): JsonObject {
  const title = textOf(writing, node.texts.title);
  return title === '' ? {} : { title };
}

/** A text without interpolations: in a schema there is nobody to fill them in. */
function textOf({ program }: Writing, key: string | undefined): string {
  return lineOf({ program, language: program.language, environment: () => unanswered }, key);
}
