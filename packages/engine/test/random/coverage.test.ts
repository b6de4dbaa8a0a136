import { readFileSync } from 'node:fs';
import type { JsonObject, JsonValue } from '@schalter/definition';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { program } from '../support.ts';
import { Chance } from './chance.ts';
import { makeEvents } from './events.ts';
import { makeForm } from './form.ts';

/* Random forms hold only what they contain: so they have to contain the whole language. */

type Definitions = Readonly<Record<string, { readonly properties?: JsonObject }>>;

const schema = JSON.parse(
  readFileSync(new URL('../../../definition/schema/form.schema.json', import.meta.url), 'utf8'),
) as { readonly properties: JsonObject; readonly $defs: Definitions };

const keywordsOf = (name: string) => Object.keys(schema.$defs[name]?.properties ?? {});

/** Texts, and what only says how something is shown. */
const shown =
  '$comment title description help outputTitle label optionalMark collapsible heading add remove empty messages about review divider autocomplete unit contentMediaType'.split(
    ' ',
  );

/** What has tests and random histories of its own beside it. */
const elsewhere =
  'changeable service postalCode $defs pass optional level purpose for with minLength debounce strict fills whenUnavailable'.split(
    ' ',
  );

function seenIn(count: number) {
  const seen = new Map<string, Set<string>>();
  const note = (kind: string, value: JsonValue | undefined) => {
    const names = seen.get(kind) ?? new Set();
    seen.set(kind, names);
    for (const name of Object.keys(Object(value))) names.add(name);
  };
  const visit = (field: JsonObject): void => {
    note('FieldSchema', field);
    for (const one of (field.oneOf ?? []) as JsonObject[]) note('OptionDefinition', one);
    for (const one of (field.checks ?? []) as JsonObject[]) note('CheckDefinition', one);
    for (const one of Object.values((field.properties ?? {}) as JsonObject)) visit(one as JsonObject);
    if (field.items) visit(field.items as JsonObject);
  };
  const events = new Set<string>();
  fc.assert(
    fc.property(fc.gen(), (next) => {
      const chance = new Chance(next);
      const form = makeForm(chance) as unknown as JsonObject;
      note('form', form);
      visit(form.data as JsonObject);
      for (const step of form.steps as JsonObject[]) {
        note('StepDefinition', step);
        for (const one of (step.fields ?? []) as JsonValue[])
          if (typeof one === 'object') note('TextBlockDefinition', one);
      }
      for (const one of (form.sections ?? []) as JsonObject[]) note('SectionDefinition', one);
      for (const one of Object.values((form.services ?? {}) as JsonObject)) note('ServiceDefinition', one);
      const { program: compiled } = program(form as never);
      for (const { type } of makeEvents(chance, compiled, 20)) events.add(type);
    }),
    { numRuns: count, seed: 1 },
  );
  return { seen, events };
}

const { seen, events } = seenIn(600);

test.each([
  'FieldSchema',
  'OptionDefinition',
  'CheckDefinition',
  'StepDefinition',
  'SectionDefinition',
  'TextBlockDefinition',
  'ServiceDefinition',
])('random forms have every keyword of a %s', (name) => {
  const missing = keywordsOf(name).filter((keyword) => !shown.includes(keyword) && !elsewhere.includes(keyword));
  expect(missing.filter((keyword) => !seen.get(name)?.has(keyword))).toEqual([]);
});

test('random forms have every part of a form that has a meaning', () => {
  const parts = ['define', 'data', 'sections', 'steps', 'checks', 'services'];
  expect(parts.filter((part) => !seen.get('form')?.has(part))).toEqual([]);
});

test('random histories have every event of a person', () => {
  const all = 'answer next back goTo addItem editItem removeItem moveItem another submit language'.split(' ');
  expect(all.filter((type) => !events.has(type))).toEqual([]);
});
