import type { JsonObject, JsonValue } from '@schalter/definition';
import type { LeafNode, OptionNode } from '../../program.ts';
import { answerOf, conform } from '../../run/conform.ts';
import { normaliseAnswer } from '../../run/normalise.ts';
import type { Domain, Scalar } from './cell.ts';
import type { Node } from './circuit.ts';
import type { Instance } from './instance.ts';
import { keyOf, type Model, once } from './model.ts';
import { noReads, readsIn } from './opaque.ts';
import { isRelevant } from './relevance.ts';
import { isFalse, isTrue } from './result.ts';
import { scopeIn } from './scope.ts';
import { answered, ask, choice, constant, deepestTerm, depthOf, nothing, type Term } from './term.ts';
import { conditionOf, termOf } from './translate.ts';
import { equals, isYes } from './value-test.ts';
import type { Opaque, Variable } from './variable.ts';

/** What expressions see of an answer: nothing while it is irrelevant, or chosen but not offered. */
export function leafTerm(model: Model, leaf: LeafNode, instance: Instance | undefined): Term {
  const key = keyOf(leaf.template, instance);
  const known = model.leaves.get(key);
  if (known) return known;
  // Forms have no cycles; a program made by others could.
  model.leaves.set(key, nothing);
  const { circuit } = model;
  const raw = leaf.value ? computedTerm(model, leaf, instance) : answerTerm(model, leaf, instance);
  const offered = circuit.not(withheld(model, leaf, instance, raw));
  const term = choice(circuit, circuit.all([isRelevant(model, leaf, instance), offered]), raw, nothing);
  model.leaves.set(key, term);
  return term;
}

/** The variable of an answer, whether it is relevant or not. */
export function leafVariable(model: Model, leaf: LeafNode, instance: Instance | undefined): Variable {
  return model.circuit.variable(`answer ${keyOf(leaf.template, instance)}`, () => ({
    source: { kind: 'leaf', leaf, instance },
    domain: domainOf(model, leaf, instance),
  }));
}

function answerTerm(model: Model, leaf: LeafNode, instance: Instance | undefined): Term {
  const variable = leafVariable(model, leaf, instance);
  for (const { value, when } of leaf.options ?? []) if (when) variable.apart.add(value);
  return { kind: 'variable', variable };
}

/** Whether the option that is chosen is not offered. */
function withheld(model: Model, leaf: LeafNode, instance: Instance | undefined, raw: Term): Node {
  const { circuit } = model;
  if (leaf.type === 'array') return circuit.constant(isFalse);
  const guarded = (leaf.options ?? []).filter(({ when }) => when);
  return circuit.any(
    guarded.map((option) =>
      circuit.all([ask(circuit, raw, equals(option.value)), circuit.not(isOffered(model, leaf, option, instance))]),
    ),
  );
}

/** Whether an option can be chosen, provided that its field is asked. */
export function isOffered(model: Model, leaf: LeafNode, option: OptionNode, instance: Instance | undefined): Node {
  const { when } = option;
  if (!when) return model.circuit.constant(isTrue);
  return once(model, `offered ${JSON.stringify(option.value)}`, leaf.template, instance, () =>
    model.circuit.holds(conditionOf(model, when, scopeIn(groupOf(leaf), instance))),
  );
}

/** Template of the group that is `self` for a leaf's expressions. */
export function groupOf(leaf: LeafNode): string {
  const around = leaf.template.slice(0, leaf.template.lastIndexOf('/'));
  // An entry of a list of plain values stands in the group around the list.
  return leaf.name === '*' ? around.slice(0, around.lastIndexOf('/')) : around;
}

/** All that can be answered in a field, by its constraints alone. */
export function domainOf(model: Model, leaf: LeafNode, instance: Instance | undefined): Domain {
  const { template } = leaf;
  const valid = (value: JsonValue) => {
    const normal = normaliseAnswer(leaf, value);
    return normal !== undefined && normal !== null && model.validate(template, normal).length === 0;
  };
  // Entries of plain values count only when they are answered.
  const none = !(leaf.name === '*' && instance?.other);
  const schema = model.schemas.get(template) ?? {};
  if (leaf.type === 'array' || leaf.type === 'object') return { none, kind: 'some' };
  if (leaf.type === 'boolean') return { none, kind: 'boolean', values: [true, false].filter(valid) };
  const listed = leaf.options?.map(({ value }) => value) ?? (schema.const === undefined ? undefined : [schema.const]);
  if (listed) return { none, kind: 'any', values: (listed as Scalar[]).filter(valid) };
  if (leaf.type === 'string') {
    const open = !(numberIn(schema, 'minLength', 0) > numberIn(schema, 'maxLength', Number.POSITIVE_INFINITY));
    return { none, kind: leaf.format === 'date' ? 'date' : 'text', open, valid };
  }
  const beyond = [schema.exclusiveMinimum, schema.exclusiveMaximum];
  return { ...numbersOf(leaf, schema), none, valid: (value) => !beyond.includes(value) && valid(value) };
}

function numbersOf(leaf: LeafNode, schema: JsonObject): Domain {
  const least = Math.max(numberIn(schema, 'minimum', -Infinity), numberIn(schema, 'exclusiveMinimum', -Infinity));
  const most = Math.min(numberIn(schema, 'maximum', Infinity), numberIn(schema, 'exclusiveMaximum', Infinity));
  return { none: true, kind: 'number', least, most, whole: leaf.type === 'integer', open: least <= most };
}

function numberIn(schema: JsonObject, keyword: string, otherwise: number): number {
  const value = schema[keyword];
  return typeof value === 'number' ? value : otherwise;
}

/** A computed value: what its expression gives, as far as the field can hold it. */
function computedTerm(model: Model, leaf: LeafNode, instance: Instance | undefined): Term {
  if (!leaf.value) return nothing;
  const given = termOf(model, leaf.value, scopeIn(groupOf(leaf), instance));
  const held = holding(model, leaf, instance, given, new Map());
  return depthOf(held) <= deepestTerm ? held : opaqueValue(model, leaf, instance, 'deep', readsIn(given));
}

function holding(
  model: Model,
  leaf: LeafNode,
  instance: Instance | undefined,
  given: Term,
  known: Map<Term, Term>,
): Term {
  const done = known.get(given);
  if (done) return done;
  let held: Term;
  if (given.kind === 'choice') {
    if (depthOf(given) > deepestTerm) return opaqueValue(model, leaf, instance, 'deep', readsIn(given));
    const yes = holding(model, leaf, instance, given.yes, known);
    held = choice(model.circuit, given.condition, yes, holding(model, leaf, instance, given.no, known));
  } else if (given.kind === 'constant') held = constant(constantIn(model, leaf, given.value));
  else if (passes(model, leaf, given.variable)) held = within(model, leaf, instance, given);
  else {
    const value = opaqueValue(model, leaf, instance, String(given.variable.id), readsIn(given));
    held = choice(model.circuit, answered(model.circuit, given), value, nothing);
  }
  known.set(given, held);
  return held;
}

/** A constant as the answer of a computed leaf. */
function constantIn(model: Model, leaf: LeafNode, value: Scalar | null): Scalar | null {
  const found = value === null ? null : (normaliseAnswer(leaf, answerOf(leaf, value)) ?? null);
  if (found === null || model.validate(leaf.template, found).length > 0) return null;
  const seen = conform(leaf, found);
  return typeof seen === 'object' || seen === undefined ? null : (seen as Scalar);
}

/** Whether a computed leaf holds a value as it is: nothing is rounded, no constraint refuses it. */
function passes(model: Model, leaf: LeafNode, { domain }: Variable): boolean {
  const { type: _, format: __, minimum, maximum, ...others } = model.schemas.get(leaf.template) ?? {};
  if (Object.keys(others).length > 0) return false;
  if (leaf.type === 'boolean') return domain.kind === 'boolean';
  if (leaf.type === 'integer' || leaf.type === 'number') {
    const [least, most] = [domain.least ?? Number.NEGATIVE_INFINITY, domain.most ?? Number.POSITIVE_INFINITY];
    const inside = !(Number(minimum ?? least) > least) && !(Number(maximum ?? most) < most);
    return domain.kind === 'number' && inside && (leaf.type === 'number' || domain.whole === true);
  }
  if (leaf.type !== 'string') return false;
  return domain.kind === 'date' || (domain.kind === 'text' && leaf.format === undefined);
}

/** Whole numbers beyond what numbers hold exactly are no answers: whether one is, is not looked into. */
function within(model: Model, leaf: LeafNode, instance: Instance | undefined, given: Term): Term {
  if (leaf.type !== 'integer' || given.kind !== 'variable') return given;
  const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = given.variable.domain;
  if (least >= Number.MIN_SAFE_INTEGER && most <= Number.MAX_SAFE_INTEGER) return given;
  const key = `beyond ${keyOf(leaf.template, instance)} ${given.variable.id}`;
  const beyond = model.circuit.variable(key, () => ({
    source: { kind: 'opaque', opaque: noReads },
    domain: { none: false, kind: 'boolean', values: [false, true] },
  }));
  return choice(model.circuit, model.circuit.test(beyond, isYes), nothing, given);
}

function opaqueValue(model: Model, leaf: LeafNode, instance: Instance | undefined, key: string, reads: Opaque): Term {
  const group = groupOf(leaf);
  // As long as it is not inside of a macro, the engine can be asked for it.
  const asked = instance?.other
    ? {}
    : { tree: ['get', { base: 'self' }, [leaf.name]] as const, scope: scopeIn(group, instance) };
  const opaque = { ...reads, ...asked };
  const variable = model.circuit.variable(`value ${keyOf(leaf.template, instance)} ${key}`, () => ({
    source: { kind: 'opaque', opaque },
    domain: { ...domainOf(model, leaf, undefined), none: true },
  }));
  return { kind: 'variable', variable };
}
