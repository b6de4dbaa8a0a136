import axe from 'axe-core';
import { html, render, type TemplateResult } from 'lit/html.js';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { type PageContext, viewPage } from '../src/pages/view.ts';
import { documentSheet, type ThemeName, themes } from '../src/styles/index.ts';
import { createTexts } from '../src/texts.ts';
import { portalPages } from './fixtures/portal.ts';
import { allViews, questionView } from './fixtures/views.ts';

const context: PageContext = { mode: 'live', t: createTexts('de'), action: '' };

const migrated: PageContext['migrated'] = [
  { code: 'not-an-option', lost: true, label: 'Waldi: Rasse', lines: ['Dackel'] },
  { code: 'check', lost: false, label: 'Name', lines: ['Erika'], to: '/name' },
];

const templates: Readonly<Record<string, TemplateResult>> = {
  ...Object.fromEntries(Object.entries(allViews).map(([name, view]) => [name, viewPage(view, context)])),
  migrated: viewPage(questionView, { ...context, migrated }),
  ...portalPages,
};

beforeAll(() => {
  const sheet = new CSSStyleSheet();
  // Colours are measured as they end up, not half-way.
  sheet.replaceSync(`${documentSheet} * { transition: none !important; }`);
  document.adoptedStyleSheets = [sheet];
  document.documentElement.lang = 'de';
  document.title = 'Formular';
});

afterEach(() => render(html``, document.body));

describe.each([320, 360, 1280])('%i px', (width) => {
  beforeAll(() => page.viewport(width, 900));

  describe.each(Object.keys(themes) as ThemeName[])('theme %s', (theme) => {
    test.each(Object.entries(templates))('%s has no violation and no sideways scrolling', async (_, template) => {
      document.documentElement.dataset.theme = theme;
      render(html`<main class="main width">${template}</main>`, document.body);
      for (const details of document.querySelectorAll('details')) details.open = true;
      const { violations } = await axe.run(document.body, { resultTypes: ['violations'] });
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    });
  });
});
