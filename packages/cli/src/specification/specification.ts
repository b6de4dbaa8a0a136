import type { FieldSchema, JsonValue } from '@schalter/definition';
import type { OutlineBlock, OutlineRow } from '@schalter/documents';
import type { ProgramNode, StepNode } from '@schalter/engine';
import type { SoundForm } from '../load-form.ts';
import { fieldLines, flat } from './field-lines.ts';
import { fill, type Words, wordsFor } from './words.ts';

/**
 * A form as people read it who have to sign it off: every page with its questions, conditions and checks, then what
 * the form does with the answers. In the form's own language.
 */
export function specification(sound: SoundForm): OutlineBlock[] {
  const { resolved, source, program } = sound;
  const { form } = resolved;
  const words = wordsFor(form.language);
  const languages = Object.keys(source.locales);
  const head: OutlineRow[] = [
    { label: words.form, lines: [form.id] },
    { label: words.version, lines: [form.version] },
    { label: words.language, lines: [form.language] },
    ...(languages.length > 0 ? [{ label: words.translations, lines: languages }] : []),
    ...aboutRows(form.about, words),
  ];
  const blocks: OutlineBlock[] = [
    { kind: 'heading', level: 1, text: form.title },
    ...(form.summary === undefined ? [] : paragraphs(form.summary)),
    { kind: 'rows', rows: head },
  ];
  program.steps.forEach((step, index) => {
    blocks.push(...stepBlocks(sound, step, index + 1, words));
  });
  blocks.push(...rest(sound, words));
  return blocks;
}

function stepBlocks({ resolved, program }: SoundForm, step: StepNode, number: number, words: Words): OutlineBlock[] {
  const written = resolved.form.steps.find(({ id }) => id === step.id);
  const blocks: OutlineBlock[] = [{ kind: 'heading', level: 2, text: `${number}. ${written?.title ?? step.id}` }];
  const say = (text: string) => blocks.push({ kind: 'paragraph', text });
  if (written?.when !== undefined) say(`${words.onlyWhen}: ${written.when}`);
  if (step.forEach !== undefined) say(`${words.perEntry} ${step.forEach}`);
  if (step.kind === 'exit') say(words.exit);
  if (written?.text !== undefined) blocks.push(...paragraphs(written.text));
  const rows: OutlineRow[] = [];
  for (const block of written?.fields ?? []) {
    if (typeof block === 'string') continue;
    const lines = [flat(block.text), ...(block.when === undefined ? [] : [`${words.onlyWhen}: ${block.when}`])];
    rows.push({ label: block.title ?? words.types.text ?? '', lines });
  }
  collectRows(program.root, resolved.form.data, step.id, [], false, rows, words);
  for (const { assert, message, id } of written?.checks ?? []) {
    rows.push({ label: `${words.check} ${id}`, lines: [assert, ...(message === undefined ? [] : [message])] });
  }
  if (rows.length > 0) blocks.push({ kind: 'rows', rows });
  else if (step.kind === 'page') say(words.noFields);
  return blocks;
}

/** Rows of all that stands on a step; the titles around a field stand before its own. */
function collectRows(
  node: ProgramNode,
  schema: FieldSchema,
  step: string,
  around: readonly string[],
  required: boolean,
  rows: OutlineRow[],
  words: Words,
): void {
  if (node.kind === 'text') {
    if (node.steps.includes(step) && schema.description !== undefined) {
      rows.push({ label: words.types.text ?? '', lines: [flat(schema.description)] });
    }
    return;
  }
  const title = schema.outputTitle ?? schema.title;
  const inside = title === undefined ? around : [...around, title];
  const here = node.steps.includes(step);
  if (node.kind === 'group') {
    if (here && (schema.when ?? schema.checks) !== undefined && node.template !== '') {
      rows.push({ label: nameOf(inside, node.name), lines: groupLines(schema, node.template, words) });
    }
    for (const member of node.members) {
      const inner = schema.properties?.[member.name];
      if (inner) collectRows(member, inner, step, inside, schema.required?.includes(member.name) ?? false, rows, words);
    }
    return;
  }
  if (here) rows.push({ label: nameOf(inside, node.name), lines: fieldLines(schema, node.template, required, words) });
  if (node.kind === 'list' && node.item.kind === 'group' && schema.items) {
    collectRows(node.item, schema.items, step, inside, true, rows, words);
  }
}

/** A field with the group it stands in; the pointer below it tells the rest. */
function nameOf(titles: readonly string[], name: string): string {
  return titles.slice(-2).join(' › ') || name;
}

function groupLines(schema: FieldSchema, template: string, words: Words): string[] {
  return [
    template,
    ...(schema.when === undefined ? [] : [`${words.onlyWhen}: ${schema.when}`]),
    ...(schema.checks ?? []).map(({ assert, message }) => `${words.check}: ${assert} – ${message ?? ''}`),
  ];
}

/** What the form does with the answers, and what is still to be decided. */
function rest({ resolved, source }: SoundForm, words: Words): OutlineBlock[] {
  const { form } = resolved;
  const section = (title: string, rows: readonly OutlineRow[]): OutlineBlock[] =>
    rows.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: title },
          { kind: 'rows', rows },
        ];
  const services = Object.entries(form.services ?? {}).map(([name, { kind, when, ...settings }]) => ({
    label: `${name} (${kind})`,
    lines: [
      ...(when === undefined ? [] : [`${words.onlyWhen}: ${when}`]),
      ...Object.entries(settings).map(([key, value]) => `${key}: ${shown(value as JsonValue)}`),
    ],
  }));
  const { draftDays, deliveredDays } = form.retention ?? {};
  const days = [
    ...(draftDays === undefined ? [] : [fill(words.draftDays, { days: draftDays })]),
    ...(deliveredDays === undefined ? [] : [fill(words.deliveredDays, { days: deliveredDays })]),
  ];
  const checks = (form.checks ?? []).map(({ id, assert, message }) => ({
    label: id,
    lines: [assert, ...(message === undefined ? [] : [message])],
  }));
  const defines = Object.entries(form.define ?? {}).map(([name, text]) => ({ label: name, lines: [text] }));
  const open = reviewsIn(form as unknown as JsonValue, '').map(({ at, text }) => ({
    label: at || words.form,
    lines: [text],
  }));
  const cases = Object.values(source.cases).map(({ name, expect }) => ({
    label: name,
    lines: [
      ...(expect.path === undefined ? [] : [`${words.route}: ${expect.path.join(' → ')}`]),
      ...(expect.problems ?? []).map(({ at, code }) => `${words.problems}: ${at} ${code}`),
    ],
  }));
  return [
    ...section(words.defines, defines),
    ...section(words.checks, checks),
    ...section(words.services, services),
    ...section(words.retention, days.length > 0 ? [{ label: words.retention, lines: days }] : []),
    ...section(words.open, open),
    ...section(words.cases, cases),
  ];
}

function aboutRows(about: FieldSchema['about'], words: Words): OutlineRow[] {
  return Object.entries(about ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [{ label: words.about[name] ?? name, lines: [shown(value)] }],
  );
}

function paragraphs(text: string): OutlineBlock[] {
  return text
    .split(/\n\s*\n/)
    .map(flat)
    .filter((one) => one !== '')
    .map((one) => ({ kind: 'paragraph', text: one }));
}

function shown(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Every open to-do with the nearest name to where it stands. */
function reviewsIn(value: JsonValue, at: string): { at: string; text: string }[] {
  if (Array.isArray(value)) return value.flatMap((inner: JsonValue) => reviewsIn(inner, at));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value as { readonly [name: string]: JsonValue }).flatMap(([name, inner]) => {
    if (name === 'about') return [];
    if (name !== 'review') return reviewsIn(inner, ['properties', 'items', 'data', 'steps'].includes(name) ? at : name);
    const list = Array.isArray(inner) ? (inner as readonly { readonly text?: string }[]) : [];
    return list.map(({ text = '' }) => ({ at, text }));
  });
}
