import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, client, goodAnswers, until } from '../../test/support/client.ts';
import { temporaryFolder, testConfig } from '../../test/support/config.ts';
import { type FakeOffice, fakeOffice } from '../../test/support/fake-office.ts';
import { startPostgresql } from '../../test/support/postgresql.ts';
import { createServer, type FormServer } from '../index.ts';

// What the server keeps, it keeps alike in both databases.
describe.each(['embedded', 'postgresql'] as const)('with the %s database', (kind) => {
  let postgresql: Awaited<ReturnType<typeof startPostgresql>> | undefined;
  let dataDir: string;
  let office: FakeOffice;
  let server: FormServer;
  let api: ReturnType<typeof client>;
  const clock = { now: new Date('2026-11-23T10:00:00Z') };

  const start = async () => {
    const services = { '*': { steueramt: { port: office } } };
    const mail = {
      adapter: 'mail/smtp',
      options: { host: '127.0.0.1', port: 1, security: 'none', from: 'a@b.example' },
    };
    const config = testConfig(dataDir, { databaseUrl: postgresql?.url }, { services, mail });
    server = await createServer(config, { now: () => clock.now });
    const { addresses } = await server.listen();
    api = client((addresses[0]?.url ?? '').replace(/\/$/, ''));
  };

  beforeAll(async () => {
    dataDir = await temporaryFolder();
    if (kind === 'postgresql') postgresql = await startPostgresql();
    office = fakeOffice();
    await start();
  }, 120_000);
  afterAll(async () => {
    await server?.close();
    await postgresql?.close();
    await rm(dataDir, { recursive: true, force: true });
  }, 60_000);

  const session = (name: string) => ({
    format: 1,
    form: { id: 'hundesteuer', version: '1.0.0', hash: 'x' },
    language: 'de',
    today: '2026-11-23',
    answers: { name },
    flow: { step: 'person', left: [], fromSummary: false },
  });

  test('a draft is kept, and never overwritten by an older one', async () => {
    const draft = await api.draft();
    expect(await draft.save(session('Erika'), 0)).toMatchObject({ status: 200, body: { revision: 1 } });
    expect(await draft.save(session('Max'), 0)).toMatchObject({
      status: 409,
      body: { code: 'draft-conflict', revision: 1 },
    });
    expect((await draft.get()).body).toMatchObject({ revision: 1, snapshot: session('Erika') });
    expect(
      await draft.save({ ...session('Max'), form: { id: 'andere', version: '1.0.0', hash: 'x' } }, 1),
    ).toMatchObject({
      status: 422,
      body: { code: 'draft-other-form' },
    });
  });

  test('of two savings at once one wins', async () => {
    const draft = await api.draft();
    const answers = await Promise.all(['A', 'B', 'C', 'D'].map((name) => draft.save(session(name), 0)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });

  test('a submission is filed once, however often it is sent, and delivered once', async () => {
    const before = office.received.length;
    const draft = await api.draft();
    const answers = await Promise.all([1, 2, 3].map(() => draft.submit(goodAnswers)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
    expect(new Set(answers.map(({ body }) => body.reference)).size).toBe(1);
    const body: Answer['body'] = answers[0]?.body ?? {};
    expect(body).toMatchObject({ state: 'released', paymentLater: true, mailedTo: 'erika@mustermann.example' });
    expect(body.reference).toMatch(/^2026-[A-Z0-9]{4}-[A-Z0-9]{4}$/);

    expect(await draft.submit({ ...goodAnswers, name: 'Max Mustermann' })).toMatchObject({
      status: 409,
      body: { code: 'key-conflict' },
    });
    expect((await draft.get()).body).toMatchObject({ snapshot: null, submission: body.id });
    expect(await draft.save(session('Max'), 0)).toMatchObject({ status: 409, body: { code: 'draft-submitted' } });

    await until(async () => (await draft.get(`/api/submissions/${body.id}`)).body.state === 'delivered');
    expect(office.received).toHaveLength(before + 1);
    expect(office.received.at(-1)).toMatchObject({
      receiver: 'steueramt',
      reference: body.reference,
      receivedAt: '2026-11-23T10:00:00.000Z',
      document: { ...goodAnswers, steuer: 20_000 },
      files: [{ name: 'receipt.pdf', type: 'application/pdf' }],
    });
    const pdf = await draft.get(`/api/submissions/${body.id}/receipt.pdf`);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(pdf.text.startsWith('%PDF-')).toBe(true);
    // Somebody else's draft opens nothing.
    expect((await (await api.draft()).get(`/api/submissions/${body.id}`)).status).toBe(404);
  });

  test('a delivery that fails is tried again, with growing pauses, and at last shown to an operator', async () => {
    const list = async (state: string) => JSON.parse((await api.call(`/api/operator/deliveries?state=${state}`)).text);
    office.failing = Number.POSITIVE_INFINITY;
    const draft = await api.draft();
    const { body } = await draft.submit({ ...goodAnswers, email: undefined });
    const pending = async () =>
      (await list('pending')).find((one: { reference: string }) => one.reference === body.reference);
    await until(async () => (await pending())?.attempts === 1 && (await pending()).lastError !== null);
    const { nextTry, lastError } = await pending();
    expect(new Date(nextTry).getTime() - clock.now.getTime()).toBe(10_000);
    expect(lastError).not.toContain('mustermann');

    const { id } = await pending();
    const state = async () => (await draft.get(`/api/submissions/${body.id}`)).body.state;
    const before = clock.now;
    while ((await state()) === 'released') {
      const { attempts } = office;
      clock.now = new Date(clock.now.getTime() + 13 * 3_600_000);
      await server.sweep();
      await until(async () => office.attempts > attempts);
      await until(async () => (await pending())?.nextTry !== null);
    }
    expect(await state()).toBe('needs-attention');
    // For days, not for hours.
    expect(clock.now.getTime() - before.getTime()).toBeGreaterThan(5 * 86_400_000);
    expect(await list('needs-attention')).toContainEqual(expect.objectContaining({ id, attempts: 22 }));
    clock.now = before;

    office.failing = 0;
    expect((await api.call(`/api/operator/deliveries/${id}/retry`, { method: 'POST' })).status).toBe(202);
    await until(async () => (await state()) === 'delivered');
  });

  test('what was kept is there after a restart, and what was left undone is done', async () => {
    const draft = await api.draft();
    await draft.save(session('Erika'), 0);
    office.failing = 1;
    const filed = await api.draft();
    const { body } = await filed.submit(goodAnswers);
    await server.close();
    clock.now = new Date('2026-11-23T10:10:00Z');
    await start();
    const headers = { authorization: `Bearer ${draft.token}` };
    expect((await api.call(`/api/drafts/${draft.id}`, { headers })).body).toMatchObject({ snapshot: session('Erika') });
    const state = async () =>
      (await api.call(`/api/submissions/${body.id}`, { headers: { authorization: `Bearer ${filed.token}` } })).body
        .state;
    await until(async () => (await state()) === 'delivered');
    expect(office.received.filter(({ reference }) => reference === body.reference)).toHaveLength(1);
  });

  test('what has expired is deleted', async () => {
    const draft = await api.draft();
    const filed = await api.draft();
    const { body } = await filed.submit({ ...goodAnswers, email: undefined });
    await until(async () => (await filed.get(`/api/submissions/${body.id}`)).body.state === 'delivered');
    const before = clock.now;
    clock.now = new Date(before.getTime() + 11 * 86_400_000);
    await server.sweep();
    expect((await draft.get()).status).toBe(404);
    expect((await filed.get(`/api/submissions/${body.id}`)).status).toBe(200);
    clock.now = new Date(before.getTime() + 21 * 86_400_000);
    await server.sweep();
    expect((await filed.get(`/api/submissions/${body.id}`)).status).toBe(404);
    clock.now = before;
  });
});
