import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, openPage } from './support/browser.ts';
import { journey, journeys } from './support/cases.ts';
import { readPdf } from './support/pdf.ts';
import { type RunningServer, startServer, temporaryFolder } from './support/server.ts';
import { goOn, walk } from './support/walk.ts';

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

describe('the holiday care form with JavaScript off', () => {
  test('is filled in section by section, with lists in lists, and filed', async () => {
    const { page, context } = await openPage(browser, { javaScriptEnabled: false });
    const { answers } = journey('ferienbetreuung-anmeldung', 'zwei Kinder mit mehreren Wochen');
    await page.goto(`${server.url}/formulare/ferienbetreuung-anmeldung`);
    await page.locator('main button[type="submit"]').first().click();
    await page.waitForLoadState();
    const seen = await walk(page, answers);
    expect(seen.filter((heading) => heading === 'Ihre Anmeldung').length).toBe(5);
    expect(seen).toContain('An welchen Tagen kommt Lena vom 16. bis 20. August 2027?');
    expect(await page.locator('main').innerText()).toMatch(/181,60\s*€/);
    await goOn(page, 'submit');
    expect(await page.locator('.panel__reference').first().innerText()).toMatch(/[A-Z0-9-]{6,}/);
    await context.close();
  });
});

describe('the dog tax form with JavaScript off', () => {
  test('is filled in, with two dogs, and filed', async () => {
    const { page, context } = await openPage(browser, { javaScriptEnabled: false });
    const journey = journeys(form).find(({ answers }) => Array.isArray(answers.hunde) && answers.hunde.length === 2);
    if (!journey) throw new Error('No journey with two dogs');
    await page.goto(`${server.url}/formulare/${form}`);
    await page.locator('main button[type="submit"]').first().click();
    await page.waitForLoadState();
    await walk(page, journey.answers);
    await goOn(page, 'submit');
    const reference = await page.locator('.panel__reference').first().innerText();
    expect(reference).toMatch(/[A-Z0-9-]{6,}/);
    const href = await page.locator('a[href$="receipt.pdf"]').first().getAttribute('href');
    const pdf = await page.request.get(new URL(href ?? '', page.url()).href);
    expect((await readPdf(await pdf.body())).text).toContain(reference.trim());
    await context.close();
  });

  test('shows its errors with links to the fields, and keeps what was typed', async () => {
    const { page, context } = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(`${server.url}/formulare/${form}`);
    await page.locator('main button[type="submit"]').first().click();
    await page.waitForLoadState();
    await goOn(page);
    const summary = page.locator('.error-summary');
    expect(await summary.innerText()).toContain('Es gibt ein Problem');
    expect(await page.title()).toMatch(/^Fehler: /);
    const link = summary.locator('a').first();
    const target = await link.getAttribute('href');
    expect(await page.locator(`[id="${target?.slice(1)}"]`).count()).toBe(1);
    await context.close();
  });
});
