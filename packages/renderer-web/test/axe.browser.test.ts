import axe from 'axe-core';
import { html, render, type TemplateResult } from 'lit/html.js';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { addAllTexts } from '../src/locales/all.ts';
import { type PageContext, viewPage } from '../src/pages/view.ts';
import { documentSheet, type ThemeName, themes } from '../src/styles/index.ts';
import { createTexts } from '../src/texts.ts';
import { portalPages } from './fixtures/portal.ts';
import { allViews, questionView } from './fixtures/views.ts';

const migrated: PageContext['migrated'] = [
  { code: 'not-an-option', lost: true, label: 'Waldi: Rasse', lines: ['Dackel'] },
  { code: 'check', lost: false, label: 'Name', lines: ['Erika'], to: '/name' },
];

/** The pages of forms in a language: the renderer's texts are, the form's own stay German. */
function formPages(language: string): Readonly<Record<string, TemplateResult>> {
  const context: PageContext = { mode: 'live', t: createTexts(language), action: '' };
  return {
    ...Object.fromEntries(Object.entries(allViews).map(([name, view]) => [name, viewPage(view, context)])),
    migrated: viewPage(questionView, { ...context, migrated }),
  };
}

const templates: Readonly<Record<string, TemplateResult>> = { ...formPages('de'), ...portalPages };

function show(template: TemplateResult, language: string, theme: ThemeName): void {
  document.documentElement.lang = language;
  document.documentElement.dir = createTexts(language).direction;
  document.documentElement.dataset.theme = theme;
  render(html`<main class="main width">${template}</main>`, document.body);
  for (const details of document.querySelectorAll('details')) details.open = true;
}

async function violations(): Promise<string[]> {
  const { violations: found } = await axe.run(document.body, { resultTypes: ['violations'] });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

beforeAll(() => {
  addAllTexts();
  const sheet = new CSSStyleSheet();
  // Colours are measured as they end up, not half-way.
  sheet.replaceSync(`${documentSheet} * { transition: none !important; }`);
  document.adoptedStyleSheets = [sheet];
  document.title = 'Formular';
});

afterEach(() => render(html``, document.body));

describe.each([320, 360, 1280])('%i px', (width) => {
  beforeAll(() => page.viewport(width, 900));

  describe.each(Object.keys(themes) as ThemeName[])('theme %s', (theme) => {
    test.each(Object.entries(templates))('%s has no violation and no sideways scrolling', async (_, template) => {
      show(template, 'de', theme);
      expect(await violations()).toEqual([]);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    });
  });
});

describe.each([320, 1280])('from right to left at %i px', (width) => {
  beforeAll(() => page.viewport(width, 900));

  test.each(Object.entries(formPages('ar')))('%s has no violation and no sideways scrolling', async (_, template) => {
    show(template, 'ar', 'default');
    expect(await violations()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });
});

describe.each(['de-x-leicht', 'tr', 'uk'])('in %s', (language) => {
  beforeAll(() => page.viewport(320, 900));

  test.each(Object.entries(formPages(language)))('%s does not scroll sideways', (_, template) => {
    show(template, language, 'default');
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  });
});
