import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, launchBrowser, openPage } from './support/browser.ts';
import { type RunningServer, startServer, temporaryFolder } from './support/server.ts';
import { until } from './support/until.ts';

const form = 'hundesteuer-anmeldung';
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  folder = await temporaryFolder();
  server = await startServer({ dataDir: `${folder.path}/data` });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await folder?.remove();
});

/** Replaces text in the editor as an author does: find, select, type. */
async function replaceInEditor(page: Page, change: (text: string) => string) {
  await page.locator('.monaco-editor').click();
  const { form: text } = await (await page.request.get(`${server.url}/api/designer/forms/${form}`)).json();
  await page.keyboard.press('Control+A');
  await page.evaluate((changed) => navigator.clipboard.writeText(changed), change(text));
  await page.keyboard.press('Control+V');
}

test('an author breaks, mends, saves and publishes a form beside its live preview', async () => {
  const { page, context, complaints } = await openPage(browser, { viewport: { width: 1280, height: 800 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${server.url}/designer/?form=${form}`);
  const preview = page.locator('.canvas .page');
  await preview.locator('h1').waitFor();

  // A condition that names a field that does not exist: a wave, a sentence, a line.
  await replaceInEditor(page, (text) => text.replace("wohnort == 'nein'", "wonort == 'nein'"));
  const problem = page.locator('.problems button', { hasText: 'wonort' }).first();
  await problem.waitFor();
  await problem.click();
  await page.locator('.monaco-editor .squiggly-error').first().waitFor();
  await page.getByRole('button', { name: 'Veröffentlichen' }).click();
  await page.locator('.message[role="alert"]').waitFor();

  // Mended, renamed and raised: the preview follows, and the server publishes it.
  await replaceInEditor(page, (text) =>
    text
      .replace("wonort == 'nein'", "wohnort == 'nein'")
      .replace(/"version": "[^"]+"/, '"version": "9.0.0"')
      .replace(/"title": "Wohnen Sie in München\?"(?=,\s*"fields")/, '"title": "Wo sind Sie zu Hause?"'),
  );
  await until(async () => (await preview.locator('h1').innerText()) === 'Wo sind Sie zu Hause?');
  await page.getByRole('button', { name: 'Veröffentlichen' }).click();
  await page.getByText('Version 9.0.0 ist veröffentlicht').waitFor();
  expect((await (await page.request.get(`${server.url}/api/forms/${form}`)).json()).version).toBe('9.0.0');
  expect(complaints.filter((text) => /Content Security Policy/i.test(text))).toEqual([]);
  await context.close();
});

test('completes keywords from the schema', async () => {
  const { page, context } = await openPage(browser, { viewport: { width: 1280, height: 800 } });
  await page.goto(`${server.url}/designer/?form=${form}`);
  await page.locator('.monaco-editor .view-line').first().waitFor();
  await page.locator('.monaco-editor').click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('"mig');
  await page.keyboard.press('Control+Space');
  await page.locator('.suggest-widget', { hasText: 'migrations' }).waitFor();
  await context.close();
});

test('completes names in expressions, blocks of the city, and leads to where a field is declared', async () => {
  const { page, context } = await openPage(browser, { viewport: { width: 1280, height: 800 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${server.url}/designer/?form=${form}`);
  await page.locator('.canvas h1').waitFor();
  await replaceInEditor(page, (text) => text.replace('"when": "wohnort == \'nein\'"', '"when": "wohn"'));
  await page.keyboard.press('Control+F');
  await page.keyboard.type('"when": "wohn');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+Space');
  await page.locator('.suggest-widget', { hasText: 'wohnort' }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('F12');
  // The field is declared far above the condition: the editor has gone there.
  await page
    .locator('.monaco-editor .view-line', { hasText: /"wohnort":\s*\{/ })
    .first()
    .waitFor();
  await context.close();
});

test('is accessible and fits at 1280 and 360 px', async () => {
  for (const width of [1280, 360]) {
    const { page, context } = await openPage(browser, { viewport: { width, height: 800 } });
    await page.goto(`${server.url}/designer/?form=${form}`);
    await page.locator('.canvas h1').waitFor();
    await expectAccessible(page, `the designer at ${width} px`);
    await context.close();
  }
});
