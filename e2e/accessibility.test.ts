import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, launchBrowser, openPage } from './support/browser.ts';
import { journeys } from './support/cases.ts';
import { type RunningServer, startServer, temporaryFolder } from './support/server.ts';
import { goOn, startForm, walk } from './support/walk.ts';

const forms = ['hundesteuer-anmeldung', 'mutterschutz-benachrichtigung', 'ferienbetreuung-anmeldung'];
const widths = [360, 1280];

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

const isTaskList = async (page: Page) => (await page.locator('.tasks:visible').count()) > 0;

/** Nothing reaches past the right edge: no sideways scrolling. */
async function expectNoOverflow(page: Page, where: string) {
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(excess, `sideways scrolling on ${where}`).toBe(0);
}

for (const form of forms) {
  for (const width of widths) {
    test(`no page of ${form} violates a rule of axe at ${width} px`, async () => {
      const { page, context, foreign } = await openPage(browser, { viewport: { width, height: 900 } });
      const seen = new Set<string>();
      const visited = new Set<string>();
      for (const { name, answers, expect: expected } of journeys(form)) {
        // A journey that shows no new page is left out.
        const path = expected.path ?? [];
        if (path.every((step) => visited.has(step))) continue;
        for (const step of path) visited.add(step);
        await context.clearCookies();
        await startForm(page, server.url, form);
        await walk(page, answers, async (heading) => {
          const where = `"${heading}" of ${form} (${name})`;
          if (seen.has(heading)) return;
          seen.add(heading);
          await expectAccessible(page, where);
          await expectNoOverflow(page, where);
          // The page again with its errors, where leaving it empty is one; a task list can always be left.
          const asks = (await page.locator('button[value="next"]:visible').count()) > 0 && !(await isTaskList(page));
          if (asks && seen.size % 2 === 1) {
            await goOn(page).catch(() => {});
            await expectAccessible(page, `${where}, after "Weiter"`);
          }
        });
      }
      expect(seen.size).toBeGreaterThan(5);
      // Filed with the last journey: the confirmation.
      if ((await page.locator('button[value="submit"]:visible').count()) > 0) {
        await goOn(page, 'submit');
        await page.locator('.confirmation:visible').waitFor();
        await expectAccessible(page, `the confirmation of ${form}`);
        await expectNoOverflow(page, `the confirmation of ${form}`);
      }
      expect(foreign).toEqual([]);
      await context.close();
    });
  }
}

describe('the portal', () => {
  for (const path of [
    '/',
    '/impressum',
    '/datenschutz',
    '/barrierefreiheit',
    '/gibt-es-nicht',
    `/formulare/${forms[0]}`,
  ]) {
    for (const width of widths) {
      test(`${path} at ${width} px`, async () => {
        const { page, context } = await openPage(browser, { viewport: { width, height: 900 } });
        await page.goto(server.url + path);
        await expectAccessible(page, path);
        await expectNoOverflow(page, path);
        await context.close();
      });
    }
  }

  test('an unknown form is a page of the portal with status 404', async () => {
    const { page, context } = await openPage(browser);
    const response = await page.goto(`${server.url}/formulare/gibt-es-nicht`);
    expect(response?.status()).toBe(404);
    expect(await page.locator('header:visible').count()).toBe(1);
    await context.close();
  });
});

describe('the keyboard alone', () => {
  for (const form of forms) {
    test(`goes through ${form}`, async () => {
      const { page, context } = await openPage(browser, { viewport: { width: 1280, height: 900 } });
      const [journey] = journeys(form);
      await startForm(page, server.url, form);
      await walkByKeyboard(page, journey?.answers ?? {});
      await context.close();
    });
  }
});

/** Fills in page after page with Tab, arrows, space and Enter; the pointer is never used. */
async function walkByKeyboard(page: Page, answers: Parameters<typeof walk>[1]) {
  const headings = await walk(page, answers, undefined, { keyboard: true });
  expect(headings.length).toBeGreaterThan(3);
  expect(await page.locator('button[value="submit"]:visible').count()).toBe(1);
}
