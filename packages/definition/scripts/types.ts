import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile, type JSONSchema } from 'json-schema-to-typescript';

type Node = { [keyword: string]: unknown };

const banner = `// Generated from schema/form.schema.json by \`npm run generate\`. Change the schema, not this file.
import type { JsonObject, JsonValue } from './json.ts';
import type { LocaleTexts } from './resolved.ts';`;

/** Definitions whose types are written by hand. */
const byHand: Readonly<Record<string, string>> = {
  JsonValue: 'JsonValue',
  JsonObject: 'JsonObject',
  LocaleFile: 'LocaleTexts',
};

/** The text of `src/form.generated.ts` for the schema as it stands in the folder. */
export async function generateTypes(): Promise<string> {
  const schema: Node = JSON.parse(readFileSync(join(import.meta.dirname, '../schema/form.schema.json'), 'utf8'));
  const defs = schema.$defs as Record<string, Node>;
  const prepared = byName(schema, defs) as Node;
  const objects = Object.entries(prepared.$defs as Record<string, Node>).filter(([name]) => isNamed(name, defs));
  prepared.$defs = Object.fromEntries(objects);
  return await compile(prepared as JSONSchema, 'FormDefinition', {
    additionalProperties: false,
    bannerComment: banner,
    ignoreMinAndMaxItems: true,
    unreachableDefinitions: true,
    style: { singleQuote: true, printWidth: 120 },
  });
}

/**
 * Puts the name of a type where the schema has a reference: json-schema-to-typescript would make a new type of every
 * reference that carries a description of its own. References to plain values are inlined.
 */
function byName(node: unknown, defs: Readonly<Record<string, Node>>): unknown {
  if (Array.isArray(node)) return node.map((item) => byName(item, defs));
  if (typeof node !== 'object' || node === null) return node;
  const { $ref, ...rest } = node as Node;
  const copy = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, byName(value, defs)]));
  if (typeof $ref !== 'string') return $ref === undefined ? copy : { ...copy, $ref: byName($ref, defs) };
  const [name = '', ...path] = $ref.replace('#/$defs/', '').split('/');
  if (path.length === 0 && name in byHand) return { ...copy, tsType: byHand[name] };
  if (path.length === 0 && isNamed(name, defs)) return { ...copy, tsType: name };
  const target = path.reduce<Node>((at, key) => at[key] as Node, defs[name] as Node);
  return { ...(byName(target, defs) as Node), ...copy };
}

function isNamed(name: string, defs: Readonly<Record<string, Node>>): boolean {
  return !(name in byHand) && (defs[name]?.properties !== undefined || defs[name]?.type === 'array');
}
