import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browser } from '../../test/support/browser.ts';
import { client } from '../../test/support/client.ts';
import { fixtureForms } from '../../test/support/config.ts';
import { startTestServer, type TestServer } from '../../test/support/server.ts';

let running: TestServer;
let api: ReturnType<typeof client>;
let drafts: Awaited<ReturnType<ReturnType<typeof client>['draft']>>[];

const answers = {
  wohnort: 'ja',
  name: 'Erika Mustermann',
  telefon: '+498923300',
  hunde: [{ name: 'Waldi' }, { name: 'Rex' }],
};
const session = {
  format: 1,
  form: { id: 'hundesteuer', version: '1.0.0', hash: '' },
  language: 'de',
  today: '2026-11-23',
  answers,
  flow: { step: 'person', left: ['zustaendigkeit', 'person'], fromSummary: false },
};

/** Renames one field, gives up another, takes fewer entries. */
function newVersion(text: string): string {
  const form = JSON.parse(text);
  const { name, telefon: _, ...properties } = form.data.properties;
  properties.hunde.maxItems = 1;
  form.version = '2.0.0';
  form.title = 'Hund neu anmelden';
  form.migrations = [{ from: ['1.0.0'], move: { '/name': '/halter' } }];
  form.data.properties = { halter: name, ...properties };
  form.data.required = ['wohnort', 'halter', 'rettungshund', 'hunde'];
  form.steps[2].fields = ['/halter', '/email'];
  return JSON.stringify(form);
}

const retire = (version: string) => api.call(`/api/operator/forms/hundesteuer/${version}/retire`, { method: 'POST' });

beforeAll(async () => {
  running = await startTestServer();
  api = client(running.url);
  drafts = [];
  for (let count = 0; count < 3; count++) {
    const draft = await api.draft();
    expect(await draft.save(session, 0)).toMatchObject({ status: 200 });
    drafts.push(draft);
  }
  const form = newVersion(await readFile(join(fixtureForms, 'hundesteuer/form.json'), 'utf8'));
  const path = '/api/designer/forms/hundesteuer';
  await api.call(path, { method: 'PUT', headers: { 'if-match': '"0"' }, json: { form, locales: {} } });
  expect(await api.call(`${path}/publish`, { method: 'POST' })).toMatchObject({ status: 201 });
}, 60_000);
afterAll(() => running?.close());

const one = (index: number) => drafts[index] ?? expect.fail('no draft');
const codesOf = (migrated: unknown) =>
  (migrated as { code: string; label: string; lines: string[] }[]).map(
    ({ code, label, lines }) => `${code} ${label}: ${lines.join(' ')}`,
  );
const lost = ['no-field Telefonnummer: 089 23300', 'too-many Rex: Rufname: Rex'];

test('a draft stays on its version while that is offered beside a newer one', async () => {
  const { body } = await one(0).get();
  expect(body).toMatchObject({ form: { version: '1.0.0' }, revision: 1, snapshot: { answers } });
  expect(body).not.toHaveProperty('migrated');
});

test('only what exists can be retired', async () => {
  expect(await retire('7.0.0')).toMatchObject({ status: 404, body: { code: 'unknown-form' } });
});

test('once its version is retired, the draft becomes one of the newest when it is opened, and says what was lost', async () => {
  const retired = await retire('1.0.0');
  expect(retired).toMatchObject({ status: 200, body: { id: 'hundesteuer', version: '1.0.0' } });
  expect((await retire('1.0.0')).body).toEqual(retired.body);

  const draft = one(0);
  const { body } = await draft.get();
  expect(body).toMatchObject({
    form: { id: 'hundesteuer', version: '2.0.0' },
    revision: 2,
    snapshot: {
      form: { version: '2.0.0' },
      answers: { wohnort: 'ja', halter: 'Erika Mustermann', hunde: [{ name: 'Waldi' }] },
      flow: { step: 'person', left: ['zustaendigkeit', 'person'] },
    },
  });
  expect(codesOf(body.migrated)).toEqual(lost);
  expect((await draft.get()).body).toEqual(body);

  // A page that was open meanwhile does not write over it.
  expect(await draft.save(session, 1)).toMatchObject({ status: 409, body: { code: 'draft-conflict', revision: 2 } });

  // It is told until the person is on another page.
  const snapshot = body.snapshot as typeof session;
  await draft.save(snapshot, 2);
  expect(codesOf((await draft.get()).body.migrated)).toEqual(lost);
  await draft.save({ ...snapshot, flow: { ...snapshot.flow, step: 'hunde' } }, 3);
  expect((await draft.get()).body).not.toHaveProperty('migrated');
});

test('without script the page says it, until the next one', async () => {
  const page = browser(running.url);
  await page.open(`/fortsetzen/${one(1).token}`);
  expect(page.path()).toMatch(/\/person$/);
  expect(page.html()).toContain('value="Erika Mustermann"');
  expect(page.text()).toContain('Es gibt eine neue Fassung dieses Formulars');
  expect(page.text()).toContain('Telefonnummer: 089 23300 (wird nicht mehr gefragt)');
  expect(page.text()).toContain('Rex: Rufname: Rex (so viele Einträge sind nicht mehr möglich)');
  await page.open(page.path());
  expect(page.text()).toContain('089 23300');
  await page.post({ '/halter': 'Erika Mustermann', '/email': '', do: 'next' });
  expect(page.path()).toMatch(/\/hunde$/);
  expect(page.text()).not.toContain('neue Fassung');
});

test('a page of the older version that is still open can be posted; then the draft moves on', async () => {
  const draft = one(2);
  const page = browser(running.url, new Map([[`schalter-${draft.id}`, draft.token]]));
  page.restore(
    `<form method="post" action="/formulare/hundesteuer/${draft.id}/person"><input type="hidden" name="csrf" value="1"></form>`,
    '/',
  );
  await page.post({ '/name': 'Max Beispiel', '/email': '', '/telefon': '', do: 'save' });
  await page.open(`/formulare/hundesteuer/${draft.id}/person`);
  expect(page.html()).toContain('value="Max Beispiel"');
  expect(page.html()).toContain('name="/halter"');
});
