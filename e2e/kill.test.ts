import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSession } from '@schalter/engine';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { journeys } from './support/cases.ts';
import { api } from './support/draft-api.ts';
import { startServer, temporaryFolder } from './support/server.ts';
import { startSmtp } from './support/smtp.ts';
import { until } from './support/until.ts';

const form = 'mutterschutz-benachrichtigung';
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let smtp: Awaited<ReturnType<typeof startSmtp>>;

beforeEach(async () => {
  folder = await temporaryFolder();
  smtp = await startSmtp();
});
afterEach(async () => {
  await smtp.close();
  await folder.remove();
});

const dataDir = () => join(folder.path, 'data');
const deliveriesIn = (path: string) => {
  mkdirSync(path, { recursive: true });
  return readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('submission.json'));
};

test('a half-filled draft survives SIGKILL', async () => {
  const [journey] = journeys(form);
  const first = await startServer({ dataDir: dataDir() });
  const client = api(first.url);
  const draft = await client.newDraft(form);
  const program = await client.program(form);
  const session = createSession(program, { validate: () => [], today: draft.today, answers: journey?.answers ?? {} });
  const snapshot = JSON.parse(JSON.stringify(session.persist()));
  session.dispose();
  expect(await client.save(draft, snapshot, 0)).toMatchObject({ status: 200, body: { revision: 1 } });
  await first.kill();

  const second = await startServer({ dataDir: dataDir() });
  const restored = await api(second.url).draft(draft);
  expect(restored).toMatchObject({ status: 200, body: { revision: 1, snapshot } });
  expect(await second.stop()).toBe(0);
});

test('what was confirmed is delivered after SIGKILL, once', async () => {
  const answers = journeys(form)[0]?.answers ?? {};
  const config = {
    mail: {
      adapter: 'mail/smtp',
      from: 'formulare@musterstadt.example',
      options: { host: '127.0.0.1', port: smtp.port, security: 'none' },
    },
  };
  const first = await startServer({ dataDir: dataDir(), config });
  const draft = await api(first.url).newDraft(form);
  const { status, body } = await api(first.url).submit(draft, answers);
  expect(body).toMatchObject({ reference: expect.any(String) });
  expect(status).toBe(201);
  await first.kill();

  const second = await startServer({ dataDir: dataDir(), config });
  const deliveries = join(dataDir(), 'deliveries');
  await until(async () => (await api(second.url).submission(draft, body.id)).body.state === 'delivered');
  const files = deliveriesIn(deliveries);
  expect(files).toHaveLength(1);
  expect(files[0]).toContain(body.reference);
  expect(JSON.parse(readFileSync(join(deliveries, files[0] ?? ''), 'utf8'))).toEqual(answers);
  // The same submission again is answered, not filed again.
  expect(await api(second.url).submit(draft, answers)).toMatchObject({
    status: 200,
    body: { reference: body.reference },
  });
  expect(await second.stop()).toBe(0);
  expect(deliveriesIn(deliveries)).toHaveLength(1);
});
