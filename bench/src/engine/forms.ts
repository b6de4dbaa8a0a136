import {
  type FormDefinition,
  type JsonObject,
  type ResolvedForm,
  resolveForm,
  withBuiltIns,
} from '@schalter/definition';
import type { Program, Validate } from '@schalter/engine';
import { compileForm } from '@schalter/engine/compile';
import { compileValidate, problemTexts } from '@schalter/validators';
import { isRequired, names, pagesOf, type SampleForm } from '../forms/sample.ts';

export const today = '2026-11-23';

const library = withBuiltIns({ blocks: {}, lists: {} });

/** The sample forms as definitions of ours. */
export function definitionOf(form: SampleForm): FormDefinition {
  const data: JsonObject = {
    type: 'object',
    properties: Object.fromEntries(names(form).map((name, index) => [name, field(form, index)])),
    required: form.kind === 'chain' ? [] : names(form).filter((_, index) => isRequired(index)),
  };
  const steps = pagesOf(form).map((fields, index) => ({
    id: `s${index}`,
    title: `Seite ${index + 1}`,
    fields: fields.map((name) => `/${name}`),
  }));
  return definition(data, steps);
}

/** A list of groups of ten text fields, on a page of its own. */
export function entriesDefinition(): FormDefinition {
  const fields = Array.from({ length: 10 }, (_, index) => `f${index}`);
  const group = {
    type: 'object',
    title: 'Eintrag',
    properties: Object.fromEntries(fields.map((name) => [name, { type: 'string', title: name, maxLength: 100 }])),
    required: fields.filter((_, index) => isRequired(index)),
  };
  const list = { type: 'array', title: 'Einträge', maxItems: 10_000, items: group };
  return definition({ type: 'object', properties: { eintraege: list } }, [
    { id: 'eintraege', title: 'Einträge', fields: ['/eintraege'] },
  ]);
}

function definition(data: JsonObject, steps: readonly object[]): FormDefinition {
  const form = { id: 'messung', version: '1.0.0', language: 'de', title: 'Messung', data, steps };
  return form as unknown as FormDefinition;
}

function field({ kind }: SampleForm, index: number): JsonObject {
  const title = `Frage ${index}`;
  if (kind === 'chain') {
    return { type: 'number', title, ...(index === 0 ? {} : { value: `f${index - 1} + 1` }) };
  }
  const when = kind === 'hub' ? "f0 == 'ja'" : `answered(f${index - 1})`;
  return { type: 'string', title, maxLength: 100, ...(index === 0 ? {} : { when }) };
}

/** From the definition to the program: what happens where a form is published. */
export function compiled(form: FormDefinition): { readonly program: Program; readonly resolved: ResolvedForm } {
  const { resolved } = resolveForm(form, library);
  const { program } = resolved ? compileForm(resolved, { locales: {}, problemTexts }) : {};
  if (!resolved || !program) throw new TypeError('The sample form does not compile.');
  return { program, resolved };
}

export interface Ready {
  readonly program: Program;
  readonly validate: Validate;
}

/** A program as a page gets it, with its validators. */
export function ready(form: FormDefinition): Ready {
  const { program, resolved } = compiled(form);
  return { program, validate: compileValidate(resolved.form.data) };
}

/** The same program as if it had just come over the network: nothing is remembered about it. */
export function fresh(program: Program): Program {
  return JSON.parse(JSON.stringify(program)) as Program;
}
