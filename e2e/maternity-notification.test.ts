import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openPage } from './support/browser.ts';
import { journey } from './support/cases.ts';
import { readPdf } from './support/pdf.ts';
import { type RunningServer, startServer, temporaryFolder } from './support/server.ts';
import { startSmtp } from './support/smtp.ts';
import { until } from './support/until.ts';
import { goOn, isScripted, startForm, walk } from './support/walk.ts';

const form = 'mutterschutz-benachrichtigung';
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let smtp: Awaited<ReturnType<typeof startSmtp>>;
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  folder = await temporaryFolder();
  smtp = await startSmtp();
  server = await startServer({
    dataDir: `${folder.path}/data`,
    config: {
      mail: {
        adapter: 'mail/smtp',
        from: 'Stadt Musterstadt <formulare@musterstadt.example>',
        options: { host: '127.0.0.1', port: smtp.port, security: 'none' },
      },
    },
  });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await smtp?.close();
  await folder?.remove();
});

/** What a person reads on the form's page, shadow root or not. */
const shown = (page: Page) => page.locator('.page:visible').first().innerText();

test('a person fills in the official form, mends mistakes, changes an answer, and files it', async () => {
  const { page, context, complaints, foreign } = await openPage(browser, { viewport: { width: 1280, height: 900 } });
  const { answers } = journey(form, 'Schwangere Arbeitnehmerin');
  await startForm(page, server.url, form);
  await until(() => isScripted(page));

  // Wrong entries: the summary takes the focus, its links lead to the fields, the title says so.
  await goOn(page);
  const summary = page.locator('.error-summary');
  await summary.waitFor();
  expect(await summary.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element)).toBe(
    true,
  );
  expect(await page.title()).toMatch(/^Fehler: /);
  expect(await summary.innerText()).toContain('Geben Sie den Namen des Arbeitgebers an.');
  await summary.getByRole('link', { name: 'Geben Sie den Namen des Arbeitgebers an.' }).click();
  const name = page.locator('[name="/arbeitgeber/name"]:visible');
  expect(await name.evaluate((input) => (input.getRootNode() as ShadowRoot).activeElement === input)).toBe(true);

  // Mended, the problem goes.
  await name.fill('Muster Feinmechanik GmbH');
  await name.blur();
  await until(async () => !(await summary.innerText()).includes('Namen des Arbeitgebers'));

  await walk(page, answers);
  expect(await page.locator('h1:visible').innerText()).toContain('Angaben prüfen');

  // An earlier answer changes: a page goes, another comes, and what was said there is not sent.
  await page
    .getByRole('button', { name: /ändern.*(Person|schwanger)/i })
    .or(page.getByRole('link', { name: /ändern.*(Person|schwanger)/i }))
    .first()
    .click();
  await page.locator('[name="/frau/status"][value="002"]:visible').check({ force: true });
  await goOn(page);
  const born = new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 10);
  const frau = { ...(answers.frau as object), status: '002', entbindungstag: born };
  await walk(page, { ...answers, frau });
  const text = await shown(page);
  expect(text).not.toContain('Voraussichtlicher Entbindungstermin');
  expect(text).toContain('Tag der Entbindung');

  // In English and back: answers and page stay.
  await page.getByRole('button', { name: 'English' }).click();
  await until(async () => (await page.locator('h1:visible').innerText()).includes('Check'));
  expect(await shown(page)).toContain('Muster Feinmechanik GmbH');
  await page.getByRole('button', { name: 'Deutsch' }).click();
  await until(async () => (await page.locator('h1:visible').innerText()).includes('Angaben prüfen'));

  await goOn(page, 'submit');
  await page.locator('.confirmation').waitFor();
  const reference = await page.locator('.panel__reference').innerText();
  expect(reference).not.toBe('');

  // The receipt opens and says what was filed.
  const href = await page.locator('a[href*="receipt.pdf"]').first().getAttribute('href');
  const response = await page.request.get(new URL(href ?? '', page.url()).href);
  const pdf = await readPdf(await response.body());
  expect(pdf.info.Title).toContain('Benachrichtigung');
  for (const part of [reference, 'Muster Feinmechanik GmbH', 'Erika Maria', 'Tag der Entbindung', 'Seite 1 von']) {
    expect(pdf.text).toContain(part);
  }
  expect(pdf.text).not.toContain('Voraussichtlicher Entbindungstermin');

  // A mail arrives, and the office has the answers, valid by the form's plain JSON Schema.
  const mail = await smtp.mailTo('personal@muster.example').catch((error) => {
    throw new Error(`${error.message}\n${server.output()}`);
  });
  expect(`${mail.subject} ${mail.text}`).toContain(reference);
  const deliveries = join(server.dataDir, 'deliveries');
  const file = await until(
    () =>
      existsSync(deliveries) &&
      readdirSync(deliveries, { recursive: true, encoding: 'utf8' }).find(
        (path) => path.includes(reference) && path.endsWith('submission.json'),
      ),
  );
  const document = JSON.parse(readFileSync(join(deliveries, file), 'utf8'));
  const { version } = await (await page.request.get(`${server.url}/api/forms/${form}`)).json();
  const schema = await (await page.request.get(`${server.url}/api/forms/${form}/${version}/schema.json`)).json();
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
  expect(document.frau).toMatchObject({ status: '002', entbindungstag: born });
  expect(document.frau).not.toHaveProperty('entbindungstermin');

  expect(complaints).toEqual([]);
  expect(foreign).toEqual([]);
  await context.close();
});

test('the page carries its strict policy', async () => {
  const { page, context } = await openPage(browser);
  await startForm(page, server.url, form);
  const response = await page.reload();
  const policy = (await response?.headerValue('content-security-policy')) ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/unsafe/);
  await context.close();
});

test('answers stay when the browser goes back, forward and is reloaded', async () => {
  const { page, context } = await openPage(browser);
  const { answers } = journey(form, 'Schwangere Arbeitnehmerin');
  await startForm(page, server.url, form);
  await until(() => isScripted(page));
  const first = await page.locator('h1:visible').innerText();
  await page.locator('[name="/arbeitgeber/name"]:visible').fill('Muster Feinmechanik GmbH');
  await page.locator('[name="/arbeitgeber/name"]:visible').blur();
  const pages: string[] = [];
  await walk(page, answers, async (heading) => void pages.push(heading)).catch(() => {});
  await page.goBack();
  await until(async () => (await page.locator('h1:visible').innerText()) === pages.at(-2));
  await page.goForward();
  await until(async () => (await page.locator('h1:visible').innerText()) === pages.at(-1));
  await until(async () => /gespeichert|saved/i.test(await shown(page)), 10).catch(() => {});
  await page.reload();
  await until(() => isScripted(page));
  expect(await shown(page)).toContain('Muster Feinmechanik GmbH');
  expect(first).toBe(pages[0]);
  await context.close();
});
