import type { JsonObject, JsonValue } from '@schalter/definition';
import type { Program } from '@schalter/engine';
import { equal } from '../runtime/equal.ts';
import { type PackedProgram, unpack } from './unpack.ts';

/** A part of what is packed while it is put together. */
type Building = { [name: string]: JsonValue };

/**
 * A program without what `unpack` tells from the rest. What it would tell wrongly is written out, so that the program
 * comes back as it was, whatever it is like.
 */
export function pack(program: Program): PackedProgram {
  // The types are those of the program; here it is JSON.
  const whole: JsonObject = JSON.parse(JSON.stringify(program));
  const { root, steps, texts, leaves, ...rest } = whole as JsonObject & Pick<PackedProgram, 'root' | 'steps'>;
  const packed = {
    rest: rest as Building,
    // Keys stand near what repeats them: compression looks back 32 kB.
    ...packedTexts(program.languages, texts as JsonObject),
    root: skeleton(root, undefined, ''),
    steps: steps.map(({ id = '', content }): Building => ({ id, content: (content as JsonValue[]).map(nameOfText) })),
    about: aboutOf(leaves as readonly JsonObject[]),
  };
  writeOut(root, packed.root, unpack(packed).root as JsonObject);
  const told = unpack(packed).steps as readonly JsonObject[];
  steps.forEach((step, index) => {
    const { content, ...own } = step;
    const { content: toldContent, ...toldOwn } = told[index] ?? {};
    const kept = packed.steps[index] ?? {};
    writeDifferences(own, kept, toldOwn);
    (content as JsonValue[]).forEach((one, at) => {
      const block = (kept.content as JsonValue[])[at];
      if (isObject(one) && isObject(block))
        writeDifferences(one, block as Building, (toldContent as JsonObject[])[at] ?? {});
    });
  });
  const again = unpack(packed);
  for (const [name, value] of Object.entries(whole)) if (!equal(again[name], value)) packed.rest[name] = value;
  return packed;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Text blocks of steps keep their name, pointers stay. */
function nameOfText(one: JsonValue): JsonValue {
  return isObject(one) ? { name: one.name ?? '' } : one;
}

function packedTexts(
  languages: readonly string[],
  texts: JsonObject,
): { keys: [prefix: string, suffixes: string[]][]; texts: JsonValue[][] } {
  const keys = new Map<string, string[]>();
  const tables = languages.map((language) => (texts[language] ?? {}) as JsonObject);
  for (const key of new Set(tables.flatMap((table) => Object.keys(table)))) {
    const at = key.indexOf('#');
    const prefix = key.slice(0, at);
    keys.set(prefix, [...(keys.get(prefix) ?? []), key.slice(at + 1)]);
  }
  const [first = {}] = tables;
  const written = tables.map((table) =>
    [...keys].flatMap(([prefix, suffixes]) =>
      suffixes.map((suffix): JsonValue => {
        const key = `${prefix}#${suffix}`;
        const text = table[key];
        if (text === undefined) return null;
        return table !== first && equal(text, first[key]) ? 0 : packedText(text as JsonObject);
      }),
    ),
  );
  return { texts: written, keys: [...keys] };
}

function packedText({ kind, parts, tree }: JsonObject): JsonValue {
  if (kind === 'line') {
    const [only, ...others] = parts as JsonValue[];
    return typeof only === 'string' && others.length === 0 ? only : (parts as JsonValue);
  }
  const blocks = (tree as JsonObject[]).map((block): JsonValue => {
    if (block.kind !== 'paragraph') return block;
    const [only, ...others] = block.children as JsonValue[];
    return typeof only === 'string' && others.length === 0 ? only : (block.children as JsonValue);
  });
  return [blocks];
}

/** A node with its name, what is in it, and hints for what is told. */
function skeleton(node: JsonObject, parent: JsonObject | undefined, before: string): Building {
  const { name = '', texts, steps = [], options, members, item } = node;
  const usual = `${before}/${name}`;
  const prefix = prefixOf(texts as JsonObject) ?? usual;
  const kept: Building = { name };
  if (prefix !== usual) kept.k = prefix;
  if (!equal(steps, parent?.steps ?? [])) kept.steps = steps;
  const [option] = (options as JsonObject[] | undefined) ?? [];
  if (option) {
    const title = String(option.title);
    kept.o = [title.startsWith(`${prefix}#option:`) ? 1 : title.slice(0, title.indexOf('#'))];
  }
  if (members) {
    let last = prefix;
    kept.members = (members as JsonObject[]).map((member): JsonObject => {
      const made = skeleton(member, node, last);
      const own = String(made.k ?? `${last}/${member.name}`);
      last = own.slice(0, own.lastIndexOf('/'));
      return made as JsonObject;
    });
  }
  if (item) kept.item = skeleton(item as JsonObject, node, prefix) as JsonObject;
  return kept;
}

/** What stands before the `#` in most keys of a node. */
function prefixOf(texts: JsonObject): string | undefined {
  const { messages, ...own } = texts;
  const keys = [...Object.values(own), ...Object.values((messages as JsonObject) ?? {})].map(String);
  const [key] = keys.length > 1 ? keys.slice(1) : keys;
  return key?.slice(0, key.indexOf('#'));
}

/** Writes out, node by node, what is told wrongly. */
function writeOut(node: JsonObject, kept: Building, told: JsonObject): void {
  const { members, item, options, ...own } = node;
  const { members: _, item: __, options: toldOptions, ...rest } = told;
  writeDifferences(own, kept, rest);
  if (!equal(options, toldOptions)) writeOptions(options as JsonObject[], kept, toldOptions as JsonObject[]);
  (members as JsonObject[] | undefined)?.forEach((member, index) => {
    writeOut(member, (kept.members as Building[])[index] ?? {}, (told.members as JsonObject[])[index] ?? {});
  });
  if (item) writeOut(item as JsonObject, kept.item as Building, told.item as JsonObject);
}

function writeDifferences(wanted: JsonObject, kept: Building, told: JsonObject): void {
  for (const [name, value] of Object.entries(wanted)) if (!equal(told[name], value)) kept[name] = value;
  const usual = Object.keys(told).filter((name) => !Object.hasOwn(wanted, name));
  if (usual.length > 0) kept.x = usual;
}

/** What some options have beside their texts; all of them where it is not only that. */
function writeOptions(wanted: readonly JsonObject[], kept: Building, told: readonly JsonObject[] | undefined): void {
  const more: Building = {};
  wanted.forEach((option, index) => {
    const beside = Object.entries(option).filter(([name, value]) => !equal(told?.[index]?.[name], value));
    if (beside.length > 0) more[index] = Object.fromEntries(beside);
  });
  const isSame =
    wanted.length === told?.length &&
    told.every((one, at) => Object.keys(one).every((name) => Object.hasOwn(wanted[at] ?? {}, name)));
  if (isSame) kept.o = [...((kept.o as JsonValue[] | undefined) ?? []), more as JsonObject];
  else {
    delete kept.o;
    kept.options = wanted;
  }
}

function aboutOf(leaves: readonly JsonObject[]): Building {
  return Object.fromEntries(
    leaves.flatMap(({ template, about }) => (about === undefined ? [] : [[String(template), about] as const])),
  );
}
