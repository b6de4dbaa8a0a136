import type { FieldSchema } from '@schalter/definition';
import { fill, type Words } from './words.ts';

/** So many options are written out. */
const namedOptions = 12;

/** What a specification says of a field, a line each. */
export function fieldLines(schema: FieldSchema, template: string, required: boolean, words: Words): string[] {
  const lines = [template, typeLine(schema, words)];
  if (schema.value !== undefined) lines.push(`${words.computed}: ${schema.value}`);
  else lines.push(demand(schema, required, words));
  if (schema.when !== undefined) lines.push(`${words.onlyWhen}: ${schema.when}`);
  if (schema.internal) lines.push(words.internal);
  if (schema.prefill !== undefined) lines.push(`${words.prefilled}: ${schema.prefill}`);
  const options = optionLine(schema, words);
  if (options !== undefined) lines.push(options);
  if (schema.description !== undefined) lines.push(`${words.hint}: ${flat(schema.description)}`);
  if (schema.help !== undefined) lines.push(`${words.help}: ${flat(schema.help)}`);
  for (const { assert, message } of schema.checks ?? []) {
    lines.push(`${words.check}: ${assert}${message === undefined ? '' : ` – ${message}`}`);
  }
  for (const name of ['legalBasis', 'xdf', 'key'] as const) {
    const value = schema.about?.[name];
    if (value !== undefined) lines.push(`${words.about[name] ?? name}: ${value}`);
  }
  return lines;
}

function demand(schema: FieldSchema, required: boolean, words: Words): string {
  if (required) return words.required;
  return schema.requiredWhen === undefined ? words.optional : `${words.requiredWhen}: ${schema.requiredWhen}`;
}

function typeLine(schema: FieldSchema, words: Words): string {
  const { format, unit, pattern } = schema;
  const isChoice = (one: FieldSchema | undefined) => (one?.oneOf ?? one?.enum) !== undefined;
  const name = isChoice(schema)
    ? 'choice'
    : isChoice(schema.items)
      ? 'choices'
      : schema.type === 'array' && schema.items?.type === 'object'
        ? 'list'
        : (schema.type ?? 'string');
  const parts = [
    words.types[format === 'date' ? 'date' : name] ?? name,
    ...(format === undefined || format === 'date' ? [] : [format]),
    ...(unit === undefined ? [] : [unit]),
    ...range(schema.minLength, schema.maxLength, words.characters, words),
    ...range(undefined, schema.maxWords, words.words, words),
    ...range(schema.minimum ?? schema.exclusiveMinimum, schema.maximum ?? schema.exclusiveMaximum, '', words),
    ...range(schema.minItems, schema.maxItems, words.entries, words),
    ...(pattern === undefined ? [] : [pattern]),
    ...(schema.accept === undefined ? [] : [schema.accept.join(' ')]),
    ...range(undefined, schema.maxBytes, 'Byte', words),
  ];
  return parts.join(', ');
}

function range(from: number | undefined, to: number | undefined, of: string, words: Words): string[] {
  const what = of === '' ? '' : ` ${of}`;
  if (from !== undefined && to !== undefined) return [fill(words.between, { from, to }) + what];
  if (from !== undefined) return [fill(words.atLeast, { value: from }) + what];
  return to === undefined ? [] : [fill(words.atMost, { value: to }) + what];
}

function optionLine(schema: FieldSchema, words: Words): string | undefined {
  const holder = schema.items ?? schema;
  const titles = holder.oneOf?.map(({ const: value, title }) => title ?? String(value)) ?? holder.enum?.map(String);
  if (!titles || titles.length === 0) return undefined;
  const rest = titles.length - namedOptions;
  const shown = rest > 1 ? [...titles.slice(0, namedOptions), fill(words.more, { count: rest })] : titles;
  return `${words.options}: ${shown.join('; ')}`;
}

/** Markdown on one line: paragraphs and lists run on. */
export function flat(text: string): string {
  return text
    .replace(/\n+[-*] /g, ' – ')
    .replace(/[*_`]{1,2}([^*_`]+)[*_`]{1,2}/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
