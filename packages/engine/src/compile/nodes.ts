import type { JsonValue } from '@schalter/definition';
import { controlFor, unitKind } from '@schalter/definition';
import type { DataNode, GroupNode, LeafNode, ListNode, NodeTexts, ProgramNode, TextNode } from '../program.ts';
import { compileChecks } from './checks.ts';
import { type Context, compileAt, type EntryPlace, type Place, report } from './context.ts';
import { compileDateLimits } from './date-limits.ts';
import type { GroupType } from './expression-types.ts';
import { compileFieldService, refuseService } from './field-service.ts';
import { compileLookup } from './lookup.ts';
import { checkAs, checkName } from './names.ts';
import { compileOptions } from './options.ts';
import { below, get, isObject, numberOf, objectOf, some, textOf, textsOf } from './raw.ts';
import { textNode } from './text-node.ts';
import type { Texts } from './texts.ts';
import { groupTypeOf, leafTypeOf, shapeOf, valueTypeOf } from './types.ts';

/** Where a node was written and what its expressions see; by template. */
export interface Written {
  /** Pointer of the subschema in the resolved form. */
  readonly pointer: string;
  /** Where `when`, `requiredWhen` and `value` stand. */
  readonly place: Place;
}

/** The nodes of a form before it is known on which steps they stand. */
export interface NodeTree {
  readonly root: GroupNode;
  readonly nodes: Map<string, DataNode>;
  readonly written: Map<string, Written>;
}

interface Build extends NodeTree {
  readonly context: Context;
  readonly texts: Texts;
}

/** Compiles `data`: every subschema becomes a node, its expressions trees, its texts keys. */
export function compileNodes(context: Context, texts: Texts): NodeTree {
  const build: Omit<Build, 'root'> = { context, texts, nodes: new Map(), written: new Map() };
  const data = get(context.form, 'data');
  const root = compileGroup(build, data, '/data', '', '', context.root, context.root.selfType, false);
  return { root, nodes: build.nodes, written: build.written };
}

type Builder = Omit<Build, 'root'>;

function compileGroup(
  build: Builder,
  schema: JsonValue | undefined,
  pointer: string,
  template: string,
  name: string,
  place: Place,
  type: GroupType,
  required: boolean,
): GroupNode {
  const inner: Place = { self: template, selfType: type, entries: place.entries };
  const requiredNames = new Set(textsOf(schema, 'required'));
  const properties = objectOf(schema, 'properties');
  const members: ProgramNode[] = [];
  for (const [member, subschema] of Object.entries(properties)) {
    const at = below(pointer, 'properties', member);
    checkName(build.context, member, at, template === '');
    const node = compileNode(build, subschema, at, `${template}/${member}`, member, inner, requiredNames.has(member));
    if (node) members.push(node);
  }
  for (const [index, missing] of textsOf(schema, 'required').entries()) {
    if (!Object.hasOwn(properties, missing)) {
      report(build.context, 'required-unknown', below(pointer, 'required', index), { name: missing });
    }
  }
  refuseService(build.context, schema, pointer, name);
  const node: GroupNode = {
    kind: 'group',
    ...common(build, schema, pointer, template, name, place, required, inner),
    members,
    ...some('minProperties', numberOf(schema, 'minProperties')),
    ...some('maxProperties', numberOf(schema, 'maxProperties')),
  };
  build.nodes.set(template, node);
  return node;
}

function compileNode(
  build: Builder,
  schema: JsonValue | undefined,
  pointer: string,
  template: string,
  name: string,
  place: Place,
  required: boolean,
): ProgramNode | undefined {
  switch (shapeOf(schema)) {
    case 'group':
      return compileGroup(build, schema, pointer, template, name, place, groupTypeOf(schema), required);
    case 'list':
      return compileList(build, schema, pointer, template, name, place, required);
    case 'leaf':
      return compileLeaf(build, schema, pointer, template, name, place, required);
    case 'text':
      return compileText(build, schema, pointer, template, name, place);
    default:
      build.context.broken.add(template);
      // What is left of a reference that leads nowhere has been reported.
      if (Object.keys(isObject(schema) ? schema : { schema }).length > 0 && get(schema, '$ref') === undefined) {
        report(build.context, 'field-without-type', pointer, { name });
      }
      return undefined;
  }
}

function compileList(
  build: Builder,
  schema: JsonValue | undefined,
  pointer: string,
  template: string,
  name: string,
  place: Place,
  required: boolean,
): ListNode | undefined {
  const items = get(schema, 'items');
  const at = below(pointer, 'items');
  const entryTemplate = `${template}/*`;
  const as = textOf(schema, 'as');
  if (as !== undefined) checkAs(build.context, as, below(pointer, 'as'), place);
  const type = valueTypeOf(items);
  const shape = shapeOf(items);
  if (!type || (shape !== 'group' && shape !== 'leaf')) {
    build.context.broken.add(template);
    report(build.context, 'list-items', at, { name });
    return undefined;
  }
  refuseService(build.context, schema, pointer, name);
  const entry: EntryPlace = { template: entryTemplate, type, ...some('as', as) };
  const entries = [...place.entries, entry];
  const node: ListNode = {
    kind: 'list',
    ...common(build, schema, pointer, template, name, place, required, place),
    item:
      shape === 'group' && type.kind === 'group'
        ? // An entry's own title speaks about the entry.
          compileGroup(
            build,
            items,
            at,
            entryTemplate,
            '*',
            { self: entryTemplate, selfType: type, entries },
            type,
            true,
          )
        : compileLeaf(build, items, at, entryTemplate, '*', { ...place, entries }, false),
    ...some('as', as),
    minItems: numberOf(schema, 'minItems') ?? 0,
    ...some('maxItems', numberOf(schema, 'maxItems')),
    ...(get(schema, 'uniqueItems') === true ? { uniqueItems: true as const } : {}),
  };
  for (const keyword of ['when', 'requiredWhen', 'value', 'prefill']) {
    if (get(items, keyword) !== undefined && !(shape === 'leaf' && keyword === 'value')) {
      report(build.context, 'keyword-on-items', below(at, keyword), { keyword });
    }
  }
  build.nodes.set(template, node);
  return node;
}

function compileLeaf(
  build: Builder,
  schema: JsonValue | undefined,
  pointer: string,
  template: string,
  name: string,
  place: Place,
  required: boolean,
): LeafNode {
  const { context } = build;
  const type = leafTypeOf(schema);
  const prefill = textOf(schema, 'prefill');
  const service = textOf(schema, 'service');
  if (get(schema, 'changeable') === false && !prefill?.startsWith('identity.')) {
    report(context, 'changeable-without-identity', below(pointer, 'changeable'));
  }
  if (get(schema, 'internal') === true && get(schema, 'value') === undefined) {
    report(context, 'internal-without-value', below(pointer, 'internal'), { name }, 'warning');
  }
  const options = compileOptions(build.context, build.texts, schema, pointer, place);
  const accept = textsOf(schema, 'accept');
  const node: LeafNode = {
    kind: 'leaf',
    ...common(build, schema, pointer, template, name, place, required, place),
    type,
    ...(type === 'array' ? { itemType: leafTypeOf(get(schema, 'items')) } : {}),
    control: controlOf(schema),
    ...some('format', textOf(schema, 'format')),
    ...some('unit', textOf(schema, 'unit')),
    ...some('value', compileAt(context, below(pointer, 'value'), textOf(schema, 'value'), place, expectedKinds(type))),
    ...(options.length > 0 ? { options } : {}),
    ...some('prefill', prefill),
    ...some('service', service),
    ...compileFieldService(context, schema, pointer, template, name, place),
    ...some('lookup', compileLookup(context, schema, pointer, template, name, place)),
    ...(get(schema, 'changeable') === false ? { changeable: false as const } : {}),
    ...(get(schema, 'internal') === true ? { internal: true as const } : {}),
    ...(get(schema, 'label') === 'hidden' ? { labelHidden: true as const } : {}),
    ...(get(schema, 'optionalMark') === false ? { optionalMark: false as const } : {}),
    ...some('autocomplete', textOf(schema, 'autocomplete')),
    ...some('minLength', numberOf(schema, 'minLength')),
    ...some('maxLength', numberOf(schema, 'maxLength')),
    ...some('maxWords', numberOf(schema, 'maxWords')),
    ...some('minimum', numberOf(schema, 'minimum')),
    ...some('maximum', numberOf(schema, 'maximum')),
    ...compileDateLimits(context, schema, pointer, place),
    ...(accept.length > 0 ? { accept } : {}),
    ...some('maxBytes', numberOf(schema, 'maxBytes')),
  };
  build.nodes.set(template, node);
  return node;
}

/** The kinds of value a leaf takes from an expression. */
export function expectedKinds(
  type: LeafNode['type'],
): readonly ('string' | 'date' | 'number' | 'boolean' | 'list' | 'null')[] {
  if (type === 'boolean') return ['boolean'];
  if (type === 'number' || type === 'integer') return ['number'];
  return type === 'array' ? ['list'] : ['string'];
}

function controlOf(schema: JsonValue | undefined): string {
  return controlFor(schema as Parameters<typeof controlFor>[0]);
}

function compileText(
  build: Builder,
  schema: JsonValue | undefined,
  pointer: string,
  template: string,
  name: string,
  place: Place,
): TextNode {
  build.written.set(template, { pointer, place });
  return textNode(build.context, build.texts, schema, pointer, name, template, place, 'description');
}

/** What all data nodes have. `inside` is where the node's own checks stand. */
function common(
  build: Builder,
  schema: JsonValue | undefined,
  pointer: string,
  template: string,
  name: string,
  place: Place,
  required: boolean,
  inside: Place,
) {
  const { context, texts } = build;
  build.written.set(template, { pointer, place });
  const expression = (keyword: string) =>
    compileAt(context, below(pointer, keyword), textOf(schema, keyword), place, ['boolean']);
  const checks = compileChecks(context, texts, schema, pointer, inside);
  return {
    name,
    template,
    texts: nodeTexts(texts, schema, pointer, place),
    ...some('when', expression('when')),
    steps: [],
    required,
    ...some('requiredWhen', expression('requiredWhen')),
    ...(checks.length > 0 ? { checks } : {}),
  };
}

function nodeTexts(texts: Texts, schema: JsonValue | undefined, pointer: string, place: Place): NodeTexts {
  const line = (keyword: string) => texts.line(below(pointer, keyword), textOf(schema, keyword), place);
  const tree = (keyword: string) => texts.tree(below(pointer, keyword), textOf(schema, keyword), place);
  const messages: Record<string, string> = {};
  for (const [name, message] of Object.entries(objectOf(schema, 'messages'))) {
    const key = typeof message === 'string' ? texts.line(below(pointer, 'messages', name), message, place) : undefined;
    if (key !== undefined) messages[name] = key;
  }
  return {
    ...some('title', line('title')),
    ...some('description', tree('description')),
    ...some('help', tree('help')),
    ...some('outputTitle', line('outputTitle')),
    ...some('heading', line('heading')),
    ...some('add', line('add')),
    ...some('remove', line('remove')),
    ...some('empty', line('empty')),
    ...(unitKind(textOf(schema, 'unit') ?? '%') === 'text' ? some('unit', line('unit')) : {}),
    ...(Object.keys(messages).length > 0 ? { messages } : {}),
  };
}
