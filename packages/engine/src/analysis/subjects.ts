import { joinPointer } from '@schalter/definition';
import type { Expression } from '../expression/tree.ts';
import type { DataNode, LeafNode, Program, ProgramNode, StepNode } from '../program.ts';
import type { CheckPlace } from '../run/world.ts';
import { conditionName } from '../section-condition.ts';
import { type AnalysedForm, optionPointer, schemaPointer, stepPointer } from './places.ts';

/** What a condition decides about. */
export type ConditionKind = 'field' | 'required' | 'option' | 'text' | 'section' | 'step' | 'service';

/** An expression that decides something, and where it stands. */
export interface Condition {
  readonly kind: ConditionKind;
  /** JSON Pointer of the expression into the resolved form. */
  readonly at: string;
  /** What it decides about: template of a field or group, id of a section, step or text, name of a service. */
  readonly about: string;
  readonly tree: Expression;
  /** Template of the group that is `self`. */
  readonly self: string;
  /** Of an option: its constant. */
  readonly option?: string | number | boolean;
}

/** A check and where it stands. */
export interface CheckSubject {
  /** JSON Pointer of the check into the resolved form. */
  readonly at: string;
  readonly place: CheckPlace;
}

/** All conditions and checks of a form, in the order of the form. */
export interface Subjects {
  readonly conditions: readonly Condition[];
  readonly checks: readonly CheckSubject[];
}

export function subjectsOf(program: Program, form: AnalysedForm): Subjects {
  const conditions: Condition[] = [];
  const checks: CheckSubject[] = [];
  addNode(form, program.root, '', conditions, checks);
  addFormChecks(form, program, checks);
  for (const [index, { id }] of (form.sections ?? []).entries()) {
    const tree = program.defines[conditionName(id)];
    const at = joinPointer('/sections', index, 'when');
    if (tree) conditions.push({ kind: 'section', at, about: id, tree, self: '' });
  }
  for (const step of program.steps) addStep(form, step, conditions, checks);
  for (const [name, { when }] of Object.entries(program.services)) {
    if (when)
      conditions.push({
        kind: 'service',
        at: joinPointer('/services', name, 'when'),
        about: name,
        tree: when,
        self: '',
      });
  }
  return { conditions, checks };
}

/** @param around template of the group that contains the node */
function addNode(
  form: AnalysedForm,
  node: ProgramNode,
  around: string,
  conditions: Condition[],
  checks: CheckSubject[],
): void {
  const pointer = schemaPointer(node.template);
  const about = node.template;
  if (node.kind === 'text') {
    if (node.when)
      conditions.push({ kind: 'text', at: joinPointer(pointer, 'when'), about, tree: node.when, self: around });
    return;
  }
  if (node.when)
    conditions.push({ kind: 'field', at: joinPointer(pointer, 'when'), about, tree: node.when, self: around });
  if (node.requiredWhen) {
    const at = joinPointer(pointer, 'requiredWhen');
    conditions.push({ kind: 'required', at, about, tree: node.requiredWhen, self: around });
  }
  if (node.kind === 'leaf') addOptions(form, node, around, conditions);
  addChecks(node, pointer, around, checks);
  if (node.kind === 'group') for (const member of node.members) addNode(form, member, about, conditions, checks);
  // The entries of a list of plain values have nothing of their own but options.
  if (node.kind === 'list') {
    if (node.item.kind === 'group') addNode(form, node.item, around, conditions, checks);
    else addOptions(form, node.item, around, conditions);
  }
}

function addOptions(form: AnalysedForm, leaf: LeafNode, around: string, conditions: Condition[]): void {
  for (const { value, when } of leaf.options ?? []) {
    const pointer = when && optionPointer(form, leaf.template, leaf.type === 'array', value);
    if (pointer === undefined) continue;
    const at = joinPointer(pointer, 'when');
    conditions.push({
      kind: 'option',
      at,
      about: leaf.template,
      tree: when as Expression,
      self: around,
      option: value,
    });
  }
}

function addChecks(node: DataNode, pointer: string, around: string, checks: CheckSubject[]): void {
  if (node.template === '') return;
  const self = node.kind === 'group' ? node.template : around;
  const on = node.kind === 'group' ? {} : { on: node.template };
  for (const [index, check] of (node.checks ?? []).entries()) {
    checks.push({ at: joinPointer(pointer, 'checks', index), place: { check, self, ...on } });
  }
}

/** The checks of the root: those that stand on `data`, then the form's own. */
function addFormChecks(form: AnalysedForm, { root }: Program, checks: CheckSubject[]): void {
  const onData = form.data.checks?.length ?? 0;
  for (const [index, check] of (root.checks ?? []).entries()) {
    const at = index < onData ? joinPointer('/data/checks', index) : joinPointer('/checks', index - onData);
    checks.push({ at, place: { check, self: '' } });
  }
}

/** A step's own condition: its section's stands beside it, as a named expression. */
export function ownCondition({ when, section }: StepNode): Expression | undefined {
  if (!when || section === undefined) return when;
  const isSections = (tree: Expression) =>
    tree[0] === 'get' && tree[1].base === 'define' && tree[1].name === conditionName(section);
  if (isSections(when)) return undefined;
  return when[0] === 'and' && isSections(when[1]) ? when[2] : when;
}

function addStep(form: AnalysedForm, step: StepNode, conditions: Condition[], checks: CheckSubject[]): void {
  const pointer = stepPointer(form, step.id);
  if (pointer === undefined) return;
  const self = step.forEach === undefined ? '' : `${step.forEach}/*`;
  const own = ownCondition(step);
  if (own) conditions.push({ kind: 'step', at: joinPointer(pointer, 'when'), about: step.id, tree: own, self });
  const fields = form.steps.find(({ id }) => id === step.id)?.fields ?? [];
  for (const one of step.content) {
    if (typeof one === 'string' || !one.when) continue;
    const index = fields.findIndex((field) => typeof field !== 'string' && field.id === one.name);
    const at = joinPointer(pointer, 'fields', index, 'when');
    conditions.push({ kind: 'text', at, about: one.name, tree: one.when, self });
  }
  for (const [index, check] of (step.checks ?? []).entries()) {
    checks.push({ at: joinPointer(pointer, 'checks', index), place: { check, self, step: step.id } });
  }
}
