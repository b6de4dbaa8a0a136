import { expect, it } from 'vitest';
import type { FormDefinition } from './form.generated.ts';
import { type Library, withBuiltIns } from './library.ts';
import { collectLocale } from './locale.ts';
import { resolveForm } from './resolve/resolve-form.ts';

const library: Library = withBuiltIns({
  blocks: {},
  lists: {
    'tiere@1': {
      id: 'tiere',
      version: '1',
      title: 'Tiere',
      language: 'de',
      entries: [
        { const: 'hund', title: 'Hund', description: 'Auch Welpen.' },
        { const: 'katze', title: 'Katze' },
      ],
      locales: { en: { hund: 'Dog', 'description:hund': 'Puppies too.', katze: 'Cat' } },
    },
  },
});

const form: FormDefinition = {
  id: 'probe',
  version: '1.0.0',
  language: 'de',
  title: 'Probe',
  data: {
    type: 'object',
    properties: {
      halter: { $ref: 'block:person', title: 'Halter' },
      tier: { type: 'string', title: 'Tier', options: 'list:tiere@1', enum: ['hund'] },
    },
  },
  steps: [{ id: 'eins', title: 'Eins', fields: ['/halter', '/tier'] }],
};

function collect(language: string, definition: FormDefinition, locales = {}) {
  const { resolved } = resolveForm(definition, library);
  if (!resolved) expect.fail('not resolved');
  return { resolved, locale: collectLocale(language, locales, library, resolved) };
}

it("merges what blocks and lists bring along with the form's own file, which wins", () => {
  const { locale } = collect('en', form, {
    en: {
      'form#title': { text: 'Probe form' },
      '/halter#title': { text: 'Keeper' },
      'block:person/vorname#title': { text: 'Given name' },
      '/weg#title': { text: 'gone' },
      '/tier#title': { text: '' },
    },
  });
  expect(locale).toMatchObject({
    'form#title': 'Probe form',
    '/halter#title': 'Keeper',
    'block:person/vorname#title': 'Given name',
    'block:person/nachname#title': 'Last name',
    'list:tiere@1#hund': 'Dog',
    'list:tiere@1#description:hund': 'Puppies too.',
  });
  // Not used here, not there any more, not translated yet; the block's own title is replaced by the form's.
  for (const key of [
    'list:tiere@1#katze',
    '/weg#title',
    '/tier#title',
    'step:eins#title',
    'block:person#title',
    'block:contact/email#title',
  ]) {
    expect(locale).not.toHaveProperty(key);
  }
});

it("gives the form's own language as written", () => {
  const { resolved, locale } = collect('de', form);
  expect(locale).toEqual(resolved.texts);
});

it('finds the German of blocks and lists for a form in English', () => {
  const { resolved, locale } = collect('de', { ...form, language: 'en' });
  expect(resolved.texts['block:person/vorname#title']).toBe('First name');
  expect(locale).toMatchObject({ 'block:person/vorname#title': 'Vorname', 'list:tiere@1#hund': 'Hund' });
});

it('knows nothing of languages nobody translated to', () => {
  expect(collect('fr', form).locale).toEqual({});
  expect(collect('__proto__', form).locale).toEqual({});
});
