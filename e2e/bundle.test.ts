import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCli } from '@schalter/cli';
import type { FormCase, JsonObject } from '@schalter/definition';
import type * as Engine from '@schalter/engine';
import type { FormModule } from '@schalter/validators/bundle';
import type { Browser } from 'playwright';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openPage } from './support/browser.ts';
import { journey } from './support/cases.ts';
import { temporaryFolder } from './support/server.ts';
import { serveFiles } from './support/static-site.ts';

const root = join(import.meta.dirname, '..');
const forms = ['hundesteuer-anmeldung', 'mutterschutz-benachrichtigung'];
/** The strictest policy that lets scripts run at all. */
const policy = "default-src 'none'; script-src 'self'";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let browser: Browser;
let site: Awaited<ReturnType<typeof serveFiles>>;
/** What each page below has made ready. */
interface Ready {
  readonly engine: typeof Engine;
  readonly form: FormModule;
}

beforeAll(async () => {
  folder = await temporaryFolder();
  const files = new Map<string, string | Uint8Array>([['/engine.js', await engineScript()]]);
  for (const form of forms) {
    for (const language of [undefined, 'en']) {
      const name = await bundled(form, language);
      const page = language === undefined ? form : `${form}-${language}`;
      files.set(`/${name}`, readFileSync(join(folder.path, name)));
      files.set(
        `/${page}.js`,
        `import * as engine from './engine.js';
         import * as form from './${name}';
         Object.assign(globalThis, { engine, form });`,
      );
      files.set(
        `/${page}.html`,
        `<!doctype html><html lang="de"><title>Formular</title><script type="module" src="/${page}.js"></script>`,
      );
    }
  }
  site = await serveFiles(files, policy);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
  await folder?.remove();
});

/** Runs `schalter bundle`; the name of the file it wrote. */
async function bundled(form: string, language: string | undefined): Promise<string> {
  let output = '';
  const words = ['bundle', `forms/${form}`, '--output', folder.path];
  const status = await runCli([...words, ...(language === undefined ? [] : ['--language', language])], {
    write: (text) => (output += text),
    writeError: (text) => (output += text),
    colour: false,
    folder: root,
  });
  expect(status, output).toBe(0);
  return /[^/]+\.js/.exec(output)?.[0] ?? '';
}

/** The engine as a site would build it. */
async function engineScript(): Promise<string> {
  const entry = join(root, 'packages/engine/src/index.ts');
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, lib: { entry, formats: ['es'], fileName: 'engine' } },
  });
  const [output] = Array.isArray(result) ? result : [];
  const chunk = output?.output[0];
  return chunk?.type === 'chunk' ? chunk.code : '';
}

function casesOf(form: string): FormCase[] {
  const cases = join(root, 'forms', form, 'cases');
  return readdirSync(cases).map((file) => JSON.parse(readFileSync(join(cases, file), 'utf8')));
}

test.each(forms)(
  '%s runs its cases from its one module, without a form server and under a strict policy',
  async (form) => {
    const { page, complaints, context } = await openPage(browser);
    await page.goto(`${site.url}/${form}.html`);
    const cases = casesOf(form);
    const found = await page.evaluate((text) => {
      const { engine, form } = globalThis as unknown as Ready;
      const cases: FormCase[] = JSON.parse(text);
      return cases.map((one) => engine.runCase(form.program, one, form.validate));
    }, JSON.stringify(cases));
    expect(found).toEqual(cases.map(() => ({ ok: true, differences: [] })));
    expect(complaints).toEqual([]);
    await context.close();
  },
);

test('the dog tax form is filled in page by page, in the one language that its module holds', async () => {
  const { page, complaints, context } = await openPage(browser);
  await page.goto(`${site.url}/hundesteuer-anmeldung-en.html`);
  const { answers } = journey('hundesteuer-anmeldung', 'zwei hunde');
  const filled = await page.evaluate((text) => {
    const { engine, form } = globalThis as unknown as Ready;
    const answers: JsonObject = JSON.parse(text);
    const session = engine.createSession(form.program, { validate: form.validate, today: '2026-11-23', answers });
    session.send({ type: 'answer', at: '/kontakt/telefon', value: 'keine Nummer' });
    const headings: string[] = [];
    const problems: string[] = [];
    for (let pages = 0; pages < 30; pages++) {
      const { step, problems: found } = session.view();
      headings.push(step.title);
      for (const { message } of found) problems.push(message);
      if (found.length > 0) session.send({ type: 'answer', at: '/kontakt/telefon', value: '089 23300' });
      if (step.kind === 'summary') break;
      session.send({ type: 'another', at: '/hunde', value: false });
      session.send({ type: 'next' });
    }
    return { languages: form.program.languages, headings, problems, submission: session.submission() };
  }, JSON.stringify(answers));
  expect(filled.languages).toEqual(['en']);
  expect(filled.headings[0]).toBe('Do you live in Munich?');
  expect(filled.problems).toEqual([expect.stringMatching(/^Enter .*phone/)]);
  expect(filled.submission).toMatchObject({ language: 'en', form: { id: 'hundesteuer-anmeldung' } });
  expect(filled.submission.answers).toMatchObject({ kontakt: { telefon: '089 23300' } });
  expect(complaints).toEqual([]);
  await context.close();
});
