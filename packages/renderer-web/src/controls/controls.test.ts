import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { allFields, field, wrongFields } from '../../test/fixtures/fields.ts';
import { renderToString } from '../html/render.ts';
import { errorId, hintId, idOf } from '../ids.ts';
import { createTexts } from '../texts.ts';
import type { Ui } from '../ui.ts';
import { controlOf, controls } from './index.ts';

const ui: Ui = { mode: 'plain', t: createTexts('de'), action: '' };

/** Files of the folder that declare no control. */
const helpers = ['choice.ts', 'control.ts', 'index.ts'];

test('the list holds every control of the folder', () => {
  const files = readdirSync(import.meta.dirname).filter(
    (name) => !name.endsWith('.test.ts') && !helpers.includes(name),
  );
  expect(controls.map((control) => `${control.name}.ts`).sort()).toEqual(files.sort());
});

describe.each(allFields.map((view) => [`${view.control} ${view.at}`, view] as const))('%s', (_, view) => {
  const control = controlOf(view);
  const markup = renderToString(control.template(view, ui, {}));
  const wrong = wrongFields.find((other) => other.at === view.at);

  test('shows its label and has the id that links lead to', () => {
    expect(markup).toContain(view.label);
    expect(markup).toContain(`id="${idOf(view.at)}"`);
  });

  test('has every id once, and each one it refers to', () => {
    const ids = [...markup.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const references = [...markup.matchAll(/ (?:for|aria-describedby|aria-labelledby)="([^"]*)"/g)];
    for (const reference of references.flatMap(([, list]) => list?.split(' ') ?? [])) expect(ids).toContain(reference);
  });

  test('carries neither handlers nor inline styles nor marks of the template engine', () => {
    expect(markup).not.toMatch(/ on\w+=| style=|<!--|<\?>/);
  });

  test('escapes label, hint and value', () => {
    const hostile = '<script>alert(1)</script>"&\'';
    const markup = renderToString(
      control.template(
        { ...view, label: hostile, text: hostile, value: hostile, hint: [{ kind: 'paragraph', children: [hostile] }] },
        ui,
        {},
      ),
    );
    expect(markup).not.toContain('<script');
  });

  if (wrong)
    test('stands in the order label, hint, error, input, and joins them', () => {
      const markup = renderToString(
        control.template({ ...wrong, hint: [{ kind: 'paragraph', children: ['Hinweis.'] }] }, ui, {}),
      );
      const order = [hintId(view.at), errorId(view.at), 'name="'].map((part) =>
        markup.indexOf(part.startsWith('name') ? part : `id="${part}"`),
      );
      expect([...order].sort((a, b) => a - b)).toEqual(order);
      expect(markup).toMatch(new RegExp(`aria-describedby="[^"]*${hintId(view.at)}[^"]*${errorId(view.at)}`));
      expect(markup).toContain('Fehler: ');
    });

  if (!view.readOnly)
    test('takes the page title over as its heading', () => {
      const markup = renderToString(control.template(view, ui, { heading: 'Die Frage der Seite' }));
      expect(markup.match(/<h1/g)).toHaveLength(1);
      expect(markup).toMatch(/<h1[^>]*id="schritt"[^>]*>(?:<label[^>]*>)?Die Frage der Seite/);
    });

  if (!view.readOnly)
    test('reads nothing as null', () => {
      expect(control.read(view, () => [], 'de')).toBeNull();
      expect(control.read(view, () => [''], 'de')).toBeNull();
    });
});

test('a control that is not known falls back to one that can ask the value', () => {
  expect(controlOf(field('/x', 'hologram', 'X')).name).toBe('text');
  expect(controlOf(field('/x', 'hologram', 'X', { type: 'integer' })).name).toBe('number');
  expect(controlOf(field('/x', 'hologram', 'X', { type: 'boolean' })).name).toBe('yes-no');
  expect(
    controlOf(
      field('/x', 'searchable', 'X', {
        options: [{ value: 'a', title: 'A', exclusive: false, divider: false, selected: false }],
      }),
    ).name,
  ).toBe('select');
});

describe('codes and numbers in a text field', () => {
  const markupOf = (format: string) =>
    renderToString(
      controlOf(field('/a', 'text', 'A', { format })).template(field('/a', 'text', 'A', { format }), ui, {}),
    );

  test.each([
    ['tax-id-de', 'width-20', 'inputmode="numeric"'],
    ['ags', 'width-12', 'inputmode="numeric"'],
    ['postal-code-de', 'width-6', 'inputmode="numeric"'],
    ['licence-plate-de', 'width-12', 'autocapitalize="off"'],
    ['vat-id', 'width-20', 'spellcheck="false"'],
  ])('%s has a width that fits and what helps to type it', (format, width, attribute) => {
    expect(markupOf(format)).toContain(width);
    expect(markupOf(format)).toContain(attribute);
  });

  test('letters are typed with letters, words with help', () => {
    expect(markupOf('vat-id')).not.toContain('inputmode');
    expect(markupOf('din91379-a')).not.toContain('spellcheck');
  });
});
