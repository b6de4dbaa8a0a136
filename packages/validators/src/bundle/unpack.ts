import type { JsonObject, JsonValue } from '@schalter/definition';

/** A part of the program while it is put together. */
type Building = { [name: string]: JsonValue };

/**
 * A program in the form in which it travels. What can be told from the rest is left out: templates from names, steps and
 * required from what is usual, text keys from where they stand, leaves and what steps ask from the tree of nodes.
 */
export interface PackedProgram {
  /** Everything that is not below, as it is in the program. */
  readonly rest: JsonObject;
  /** Text keys in their order, by what stands before the `#`. */
  readonly keys: readonly (readonly [prefix: string, suffixes: readonly string[]])[];
  /** For each language the texts of the keys; 0: as in the first language, null: none. */
  readonly texts: readonly (readonly JsonValue[])[];
  readonly root: JsonObject;
  readonly steps: readonly JsonObject[];
  /** `about` of leaves, by template. */
  readonly about: JsonObject;
}

/**
 * The program again. In a node `k` is the prefix of its text keys where that is not the usual one, `o` where its options
 * are told from (1: its own keys, or the prefix of a list) with what some of them have beside, and `x` what it has not
 * though it is usual. It runs in pages, as it is: small, without imports.
 */
export function unpack({ rest, keys, texts, root, steps, about }: PackedProgram): JsonObject {
  const suffixes = new Map(keys);
  const nodes: Building[] = [];
  const contents = new Set(steps.flatMap(({ content }) => content as string[]));

  /** What is usual, what is told, and without what is not there. */
  const finished = (usual: JsonObject, { x, ...own }: JsonObject): Building => {
    const whole: Building = { ...usual, ...own };
    for (const name of (x as string[]) ?? []) delete whole[name];
    return whole;
  };

  const textsOf = (prefix: string): JsonObject => {
    const found: Building = {};
    const messages: Building = {};
    for (const suffix of suffixes.get(prefix) ?? []) {
      const [kind = '', name] = suffix.split(':');
      if (kind === 'message') messages[name as string] = found.messages = `${prefix}#${suffix}`;
      else if (name === undefined) found[kind === 'text' ? 'description' : kind] = `${prefix}#${suffix}`;
    }
    return found.messages ? { ...found, messages } : found;
  };

  const optionsOf = ([of, more]: readonly JsonValue[], prefix: string): JsonValue => {
    const own = of === 1;
    const list = own ? prefix : String(of);
    const start = own ? 'option:' : '';
    const hint = own ? 'optionDescription:' : 'description:';
    const all = suffixes.get(list) ?? [];
    return all
      .filter((suffix) => (own ? suffix.startsWith(start) : !suffix.startsWith(hint)))
      .map((suffix, at) => {
        const value = suffix.slice(start.length);
        const described = all.includes(hint + value) ? { hint: `${list}#${hint}${value}` } : {};
        return { value, title: `${list}#${suffix}`, ...described, ...((more as JsonObject)?.[at] as JsonObject) };
      });
  };

  const grown = (packed: JsonObject, parent: Building, before: string): [node: Building, prefix: string] => {
    const { k, o, members, item, ...own } = packed;
    const name = String(own.name);
    const template = parent.template + (parent.name === undefined ? '' : `/${name}`);
    const prefix = (k as string) ?? `${before}/${name}`;
    const kind = members ? 'group' : item ? 'list' : 'leaf';
    const node = finished(
      {
        kind,
        template,
        texts: textsOf(prefix),
        steps: parent.steps ?? [],
        required: true,
        ...(contents.has(template) ? { named: true } : {}),
        ...(kind === 'leaf' ? { type: 'string', control: 'text' } : {}),
        ...(o ? { options: optionsOf(o as JsonValue[], prefix) } : {}),
      },
      own,
    );
    nodes.push(node);
    let last = prefix;
    if (members)
      node.members = (members as JsonObject[]).map((member) => {
        const [made, own] = grown(member, node, last);
        last = own.slice(0, own.lastIndexOf('/'));
        return made;
      });
    if (item) [node.item] = grown(item as JsonObject, node, prefix);
    return [node, prefix];
  };

  const [tree] = grown(root, { template: '', steps: [] }, '');
  const leaves = nodes
    .filter(({ kind }) => kind === 'leaf')
    .map(({ template, type, control, texts, format, unit, value, internal }) => {
      const { title } = texts as JsonObject;
      const entry = { template, type, control, title, format, unit, internal, about: about[String(template)] };
      const told = Object.entries(value ? { ...entry, computed: true } : entry);
      return Object.fromEntries(told.filter(([, member]) => member !== undefined)) as JsonObject;
    });
  return {
    leaves,
    root: tree,
    steps: steps.map((step) => {
      const { description: text, ...title } = textsOf(`step:${step.id}`);
      const asks = nodes
        .filter(({ kind, steps, value }) => kind !== 'group' && !value && (steps as unknown[]).includes(step.id))
        .map(({ template }) => String(template));
      const content = ((step.content as JsonValue[]) ?? []).map((one) =>
        typeof one === 'string'
          ? one
          : finished(
              {
                kind: 'text',
                style: 'text',
                steps: [],
                template: `text:${(one as JsonObject).name}`,
                texts: textsOf(`text:${(one as JsonObject).name}`),
              },
              one as JsonObject,
            ),
      );
      return finished(
        { kind: 'page', ...title, ...(text ? { text } : {}), asks, titleIsLabel: false },
        { ...step, content },
      );
    }),
    texts: Object.fromEntries(
      texts.map((all, language) => {
        let at = 0;
        const found = keys.flatMap(([prefix, names]) =>
          names.flatMap((name) => {
            const text = (all[at] === 0 ? texts[0]?.[at] : all[at]) ?? null;
            at += 1;
            return text === null ? [] : [[`${prefix}#${name}`, textOf(text)]];
          }),
        );
        return [(rest.languages as string[])[language], Object.fromEntries(found)];
      }),
    ),
    ...rest,
  };
}

/** A line is its text, or its parts; a text of paragraphs is a list in a list. */
function textOf(packed: JsonValue): JsonValue {
  if (typeof packed === 'string') return { kind: 'line', parts: [packed] };
  const [first] = packed as JsonValue[];
  if (!Array.isArray(first)) return { kind: 'line', parts: packed as JsonValue };
  return {
    kind: 'tree',
    tree: first.map((block) =>
      typeof block === 'string'
        ? { kind: 'paragraph', children: [block] }
        : Array.isArray(block)
          ? { kind: 'paragraph', children: block }
          : block,
    ),
  };
}
