import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { client, goodAnswers } from '../../test/support/client.ts';
import { fixtureForms } from '../../test/support/config.ts';
import { startTestServer, type TestServer } from '../../test/support/server.ts';

let running: TestServer;
let api: ReturnType<typeof client>;
let text: string;

beforeAll(async () => {
  running = await startTestServer();
  api = client(running.url);
  text = await readFile(join(fixtureForms, 'hundesteuer/form.json'), 'utf8');
}, 60_000);
afterAll(() => running?.close());

const path = '/api/designer/forms/hundesteuer';
const save = (form: string, revision: number, at = path) =>
  api.call(at, { method: 'PUT', headers: { 'if-match': `"${revision}"` }, json: { form, locales: {} } });

test('a form is opened, checked, saved, published; earlier drafts stay on their version', async () => {
  expect(JSON.parse((await api.call('/api/designer/forms')).text)).toEqual([
    { id: 'hundesteuer', title: 'Hund anmelden', version: '1.0.0' },
  ]);
  const opened = await api.call(path);
  expect(opened.body).toMatchObject({ revision: 0 });
  expect(JSON.parse(String(opened.body.form))).toEqual(JSON.parse(text));

  const broken = await api.call(`${path}/check`, {
    method: 'POST',
    json: { form: text.replace("wohnort == 'nein'", "wonort == 'nein'"), locales: {} },
  });
  expect(broken.body.problems).toContainEqual(expect.objectContaining({ code: 'expression-unknown-name' }));
  const sound = await api.call(`${path}/check`, { method: 'POST', json: { form: text, locales: {} } });
  expect(sound.body).toMatchObject({ program: { id: 'hundesteuer' }, data: { type: 'object' } });

  const changed = text.replace('"Hund anmelden"', '"Einen Hund anmelden"');
  expect(await save(changed, 0)).toMatchObject({ status: 200, body: { revision: 1 } });
  expect(await save(text, 0)).toMatchObject({ status: 409, body: { code: 'draft-conflict', revision: 1 } });
  // The same version with other content is refused: published versions never change.
  expect(await api.call(`${path}/publish`, { method: 'POST' })).toMatchObject({
    status: 409,
    body: { code: 'version-exists', at: '/version' },
  });

  const early = await api.draft();
  await save(changed.replace('"version": "1.0.0"', '"version": "1.1.0"'), 1);
  expect(await api.call(`${path}/publish`, { method: 'POST' })).toMatchObject({
    status: 201,
    body: { id: 'hundesteuer', version: '1.1.0' },
  });
  expect((await api.call('/api/forms/hundesteuer')).body).toMatchObject({
    version: '1.1.0',
    title: 'Einen Hund anmelden',
  });
  expect((await api.call('/api/forms/hundesteuer?version=1.0.0')).body).toMatchObject({ title: 'Hund anmelden' });
  expect((await early.submit(goodAnswers)).status).toBe(201);
});

test('what is broken is not published, and says all that is wrong', async () => {
  await save('{"id":"neu","version":"1.0.0","language":"de","title":"Neu"}', 0, '/api/designer/forms/neu');
  const answer = await api.call('/api/designer/forms/neu/publish', { method: 'POST' });
  expect(answer).toMatchObject({ status: 422, body: { code: 'form-not-publishable' } });
  expect(answer.body.problems).not.toEqual([]);
  await save('{"id":', 0, '/api/designer/forms/kaputt');
  expect(await api.call('/api/designer/forms/kaputt/publish', { method: 'POST' })).toMatchObject({
    status: 422,
    body: { problems: [expect.objectContaining({ code: 'json-syntax' })] },
  });
});

test('a service that nobody serves keeps a form from being published', async () => {
  const form = text
    .replaceAll('"hundesteuer"', '"termin"')
    .replace('"steueramt": {', '"termin": { "kind": "booking" },\n    "steueramt": {');
  await save(form, 0, '/api/designer/forms/termin');
  const answer = await api.call('/api/designer/forms/termin/publish', { method: 'POST' });
  expect(answer.body.problems).toContainEqual(
    expect.objectContaining({ code: 'service-unmapped', at: '/services/termin' }),
  );
});

test('is for this machine only, by its own name', async () => {
  const response = await running.server.app.inject({ url: '/api/designer/forms', headers: { host: 'evil.example' } });
  expect(response.statusCode).toBe(401);
  const remote = await running.server.app.inject({ url: '/api/designer/forms', remoteAddress: '192.0.2.1' });
  expect(remote.statusCode).toBe(401);
});
