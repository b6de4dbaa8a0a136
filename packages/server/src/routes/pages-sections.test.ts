import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browser } from '../../test/support/browser.ts';
import { startTestServer, type TestServer } from '../../test/support/server.ts';

/* A form with sections, lists in lists and a page for every entry of the inner list, without script. */

let running: TestServer;

beforeAll(async () => {
  const formsDir = join(import.meta.dirname, '../../test/forms-with-sections');
  running = await startTestServer({ formsDir }, { city: { name: 'Stadt Kleinstadt' } });
}, 60_000);
afterAll(() => running?.close());

async function begin() {
  const page = browser(running.url);
  await page.open('/formulare/betreuung');
  await page.post({ do: 'start' });
  return page;
}

test('the task list is the first page, says until when the draft is kept, and comes back after each section', async () => {
  const page = await begin();
  expect(page.path()).toMatch(/\/tasks$/);
  expect(page.heading()).toBe('Übersicht');
  expect(page.text()).toContain('0 von 2 Abschnitten erledigt');
  expect(page.text()).toContain('Ihr Entwurf ist bis zum 23. Dezember 2026 gespeichert.');
  expect(page.text()).toContain('Noch nicht möglich. Zuerst: „Ihre Angaben“');
  expect(page.html()).not.toContain('goTo:kinder');
  await page.post({ do: 'goTo:eltern' });
  await page.post({ '/name': 'Erika Mustermann', do: 'next' });
  expect(page.path()).toMatch(/\/tasks$/);
  expect(page.text()).toContain('1 von 2 Abschnitten erledigt');
});

test('what cannot be started yet is not reached by its address either', async () => {
  const page = await begin();
  const base = page.path().replace(/\/tasks$/, '');
  for (const step of ['kinder', 'summary', 'impfung/0/0', 'impfung/0/0/0', 'impfung/']) {
    await page.open(`${base}/${step}`);
    expect(page.path()).toBe(`${base}/tasks`);
  }
});

test('lists in lists are filled in to the end; a page of an inner entry has its address', async () => {
  const page = await begin();
  await page.post({ do: 'next' });
  await page.post({ '/name': 'Erika Mustermann', do: 'next' });
  await page.post({ do: 'next' });
  await page.post({ do: 'addItem:/kinder' });
  await page.post({ '/kinder/0/name': 'Lena', do: 'addItem:/kinder/0/impfungen' });
  expect(page.path()).toMatch(/\/kinder\?eintrag=%2Fkinder%2F0%2Fimpfungen%2F0$/);
  await page.post({ '/kinder/0/impfungen/0/gegen': 'Masern', do: 'next' });
  expect(page.heading()).toBe('Lena');
  await page.post({ '/kinder/0/name': 'Lena', 'another:/kinder/0/impfungen': 'yes', do: 'next' });
  await page.post({ '/kinder/0/impfungen/1/gegen': 'Mumps', do: 'next' });
  await page.post({ '/kinder/0/name': 'Lena', 'another:/kinder/0/impfungen': 'no', do: 'next' });
  await page.post({ 'another:/kinder': 'no', do: 'next' });
  expect(page.path()).toMatch(/\/impfung\/0\/0$/);
  await page.post({ '/kinder/0/impfungen/0/jahr': '2020', do: 'next' });
  expect(page.path()).toMatch(/\/impfung\/0\/1$/);
  expect(page.heading()).toContain('Lena: Mumps');
  await page.post({ do: 'next' });
  expect(page.html()).toContain('error-summary');
  // The address leads there again, with what was told.
  await page.open(page.path());
  expect(page.path()).toMatch(/\/impfung\/0\/1$/);
  await page.post({ '/kinder/0/impfungen/1/jahr': '2021', do: 'next' });
  expect(page.path()).toMatch(/\/tasks$/);
  await page.post({ do: 'goTo:summary' });
  expect(page.text()).toContain('Masern');
  await page.post({ do: 'submit' });
  expect(page.path()).toMatch(/^\/antraege\//);
});
