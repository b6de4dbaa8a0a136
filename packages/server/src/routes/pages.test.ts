import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browser } from '../../test/support/browser.ts';
import { startTestServer, type TestServer } from '../../test/support/server.ts';

let running: TestServer;

beforeAll(async () => {
  running = await startTestServer({}, { city: { name: 'Stadt Kleinstadt' }, theme: 'city-blue' });
}, 60_000);
afterAll(() => running?.close());

/** From the start page to the first question. */
async function begin(query = '') {
  const page = browser(running.url);
  await page.open(`/formulare/hundesteuer${query}`);
  await page.post({ do: 'start' });
  return page;
}

/** On to the summary, with one dog. */
async function toSummary(page: ReturnType<typeof browser>) {
  await page.post({ '/wohnort': 'ja', do: 'next' });
  await page.post({ '/name': 'Erika Mustermann', '/email': 'erika@mustermann.example', do: 'next' });
  await page.post({ do: 'addItem:/hunde' });
  await page.post({
    '/hunde/0/name': 'Bello',
    '/hunde/0/wurftag#day': '1',
    '/hunde/0/wurftag#month': '2',
    '/hunde/0/wurftag#year': '2024',
    do: 'next',
  });
  await page.post({ 'another:/hunde': 'no', do: 'next' });
  await page.post({ '/rettungshund': 'false', do: 'next' });
}

test('pages and the form in them have the look of the configuration', async () => {
  const page = await begin();
  expect(page.html()).toMatch(/<html lang="de" dir="ltr" data-theme="city-blue">/);
  expect(page.html()).toMatch(/<schalter-form [^>]*theme="city-blue"/);
});

test('what is not there is said in the language that was read before', async () => {
  const answer = await fetch(`${running.url}/nirgends`, { headers: { cookie: 'schalter-language=ar' } });
  const html = await answer.text();
  expect(html).toContain('<html lang="ar" dir="rtl"');
  expect(html).toContain('هذه الصفحة غير موجودة');
});

describe('without script', () => {
  test('a form is filled in and filed', async () => {
    const page = await begin();
    expect(page.path()).toMatch(/^\/formulare\/hundesteuer\/[0-9a-f-]{36}\/zustaendigkeit$/);
    expect(page.heading()).toBe('Wo wohnen Sie?');
    await toSummary(page);
    expect(page.path()).toMatch(/\/pruefen$/);
    expect(page.text()).toContain('Bello');
    expect(page.text()).toMatch(/100,00\s*€/);
    await page.post({ do: 'submit' });
    expect(page.path()).toMatch(/^\/antraege\/[0-9a-f-]{36}$/);
    const reference = /2026-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(page.text())?.[0];
    expect(reference).toBeDefined();
    const href = /href="(\/api\/submissions\/[^"]+receipt\.pdf)"/.exec(page.html())?.[1] ?? '';
    expect((await page.fetch(href)).headers.get('content-disposition')).toContain(`${reference}.pdf`);
    // Going back finds it filed.
    await page.open(page.visited().find((path) => path.endsWith('/pruefen')) ?? '');
    expect(page.path()).toMatch(/^\/antraege\//);
  });

  test('errors are shown on the page and what was typed stays', async () => {
    const page = await begin();
    await page.post({ do: 'next' });
    expect(page.html()).toMatch(/<title>Fehler: /);
    expect(page.html()).toContain('error-summary');
    await page.post({ '/wohnort': 'ja', do: 'next' });
    await page.post({ '/name': 'Erika', '/email': 'keine', do: 'next' });
    expect(page.path()).toMatch(/\/person$/);
    expect(page.html()).toContain('value="keine"');
  });

  test('a question that appears is asked before anything is blamed', async () => {
    const page = await begin();
    await toSummary(page);
    await page.post({ do: 'goTo:rettung' });
    await page.post({ '/rettungshund': 'true', do: 'next' });
    expect(page.heading()).toBe('Rettungshunde');
    expect(page.html()).toContain('name="/nachweis"');
    expect(page.html()).not.toContain('error-summary');
    await page.post({ '/rettungshund': 'true', '/nachweis': 'R 17', do: 'next' });
    expect(page.path()).toMatch(/\/pruefen$/);
  });

  test('what was typed is filed in its usual form, and shown as people write it', async () => {
    const page = await begin();
    await page.post({ '/wohnort': 'ja', do: 'next' });
    await page.post({ '/name': 'Erika Mustermann', '/telefon': '089 / 233-00', do: 'save' });
    const address = page.path().replace(/\?.*$/, '');
    const [, draft] = /\/hundesteuer\/([0-9a-f-]{36})\//.exec(address) ?? [];
    const { snapshot } = await (await page.fetch(`/api/drafts/${draft}`)).json();
    expect(snapshot.answers.telefon).toBe('+498923300');
    await page.open(address);
    expect(page.html()).toContain('value="089 23300"');
  });

  test('an exit ends the form and leads back', async () => {
    const page = await begin();
    await page.post({ '/wohnort': 'nein', do: 'next' });
    expect(page.heading()).toBe('Bitte wenden Sie sich an Ihre Gemeinde');
    await page.post({ do: 'back' });
    expect(page.heading()).toBe('Wo wohnen Sie?');
  });

  test('an entry has a page of its own, and its removal is confirmed', async () => {
    const page = await begin();
    await toSummary(page);
    const list = page.visited().find((path) => path.endsWith('/hunde')) ?? '';
    await page.open(`${list}?entfernen=%2Fhunde%2F0`);
    expect(page.heading()).toContain('Bello');
    await page.post({ do: 'removeItem:/hunde/0' });
    expect(page.text()).not.toContain('Bello');
    await page.post({ do: 'addItem:/hunde' });
    expect(page.path()).toMatch(/\/hunde\?eintrag=%2Fhunde%2F0$/);
  });

  test('a change link leads to its page and back to the summary', async () => {
    const page = await begin();
    await toSummary(page);
    await page.post({ do: 'goTo:person' });
    expect(page.path()).toMatch(/\/person$/);
    await page.post({ '/name': 'Erika Beispiel', '/email': '', do: 'next' });
    expect(page.path()).toMatch(/\/pruefen$/);
    expect(page.text()).toContain('Erika Beispiel');
  });

  test('the draft is saved and goes on elsewhere', async () => {
    const page = await begin('?name=Erika%20Mustermann');
    await page.post({ '/wohnort': 'ja', do: 'save' });
    expect(page.path()).toMatch(/gespeichert=1/);
    const resume = /href="[^"]*(\/fortsetzen\/[\w-]+)"/.exec(page.html())?.[1] ?? '';
    expect(page.text()).toContain('3. Dezember 2026');
    const other = browser(running.url);
    await other.open(resume);
    expect(other.heading()).toBe('Wo wohnen Sie?');
    expect(other.html()).toMatch(/value="ja"[^>]*checked/);
    await other.post({ '/wohnort': 'ja', do: 'next' });
    // The link to the form brought the name along.
    expect(other.html()).toContain('value="Erika Mustermann"');
  });

  test('two tabs never overwrite each other silently', async () => {
    const page = await begin();
    await page.post({ '/wohnort': 'ja', do: 'next' });
    const stale = page.copy();
    await page.post({ '/name': 'Erika', '/email': '', do: 'next' });
    expect(page.heading()).toBe('Ihre Hunde');
    await stale.post({ '/name': 'Max', '/email': '', do: 'next' });
    expect(stale.status()).toBe(409);
    // The same again, as a second click sends it, is no conflict.
    const twice = page.copy();
    await page.post({ do: 'addItem:/hunde' });
    await twice.post({ do: 'addItem:/hunde' });
    expect(twice.status()).toBe(200);
    expect(twice.path()).toMatch(/eintrag=%2Fhunde%2F0$/);
  });

  test('a draft of somebody else is not there', async () => {
    const page = await begin();
    const stranger = browser(running.url);
    await stranger.open(page.path());
    expect(stranger.status()).toBe(404);
    expect(stranger.html()).toContain('Stadt Kleinstadt');
  });
});

describe('the portal', () => {
  test('lists the forms and searches them', async () => {
    const page = browser(running.url);
    await page.open('/');
    expect(page.html()).toContain('href="/formulare/hundesteuer"');
    await page.open('/?q=HUND%20steuera');
    expect(page.html()).toContain('href="/formulare/hundesteuer"');
    await page.open('/?q=nixdergleichen');
    expect(page.html()).not.toContain('href="/formulare/hundesteuer"');
  });

  test('has imprint, privacy and accessibility pages in both languages', async () => {
    const page = browser(running.url);
    for (const path of ['/impressum', '/datenschutz', '/barrierefreiheit']) {
      await page.open(path);
      expect(page.text()).toContain('Beispieltext');
      await page.open(`${path}?lang=en`);
      expect(page.html()).toContain('<html lang="en"');
      expect(page.text()).toContain('example text');
      await page.open(`${path}?lang=de`);
    }
  });

  test('answers an unknown form with a page in its look', async () => {
    const page = browser(running.url);
    await page.open('/formulare/nix');
    expect(page.status()).toBe(404);
    expect(page.html()).toContain('Stadt Kleinstadt');
  });

  test('sends the strict policy with every page, and nothing inline', async () => {
    const page = await begin();
    for (const path of ['/', '/impressum', '/formulare/hundesteuer', '/formulare/nix', page.path()]) {
      await page.open(path);
      expect(page.headers().get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
      expect(page.headers().get('x-content-type-options')).toBe('nosniff');
      expect(page.html()).not.toMatch(/<script(?![^>]*\ssrc=)|\sstyle="|\son[a-z]+="/);
    }
    expect(page.headers().get('cache-control')).toBe('no-store');
  });
});
