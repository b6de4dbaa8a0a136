import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { client, goodAnswers } from '../../test/support/client.ts';
import { startTestServer, type TestServer } from '../../test/support/server.ts';
import { bodyLimit, depthLimit } from '../http/body.ts';

let running: TestServer;
let api: ReturnType<typeof client>;

beforeAll(async () => {
  running = await startTestServer();
  api = client(running.url);
}, 60_000);
afterAll(() => running?.close());

/** Nested deeper than allowed. */
function nested(levels: number): unknown {
  return levels === 0 ? 1 : [nested(levels - 1)];
}

describe('a submission', () => {
  const refused: [string, unknown, object, { status: number; code: string; at?: string; problem?: string }][] = [
    [
      'with an invalid value',
      { ...goodAnswers, email: 'keine' },
      {},
      { status: 422, code: 'refused', at: '/email', problem: 'format:email' },
    ],
    [
      'with a value of another type',
      { ...goodAnswers, name: 5 },
      {},
      { status: 422, code: 'refused', at: '/name', problem: 'type' },
    ],
    [
      'with an option that is not offered',
      { ...goodAnswers, wohnort: 'vielleicht' },
      {},
      { status: 422, code: 'refused', at: '/wohnort' },
    ],
    [
      'that lacks what is required',
      { ...goodAnswers, name: undefined },
      {},
      { status: 422, code: 'refused', at: '/name', problem: 'required' },
    ],
    [
      'that fails a check',
      { ...goodAnswers, hunde: [{ name: 'Bello', wurftag: '2027-01-01' }] },
      {},
      { status: 422, code: 'refused', at: '/hunde/0/wurftag', problem: 'check:wurftag' },
    ],
    [
      'with an irrelevant value',
      { ...goodAnswers, nachweis: '123' },
      {},
      { status: 422, code: 'refused', at: '/nachweis', problem: 'irrelevant' },
    ],
    [
      'with an unknown field',
      { ...goodAnswers, zusatz: 'x' },
      {},
      { status: 422, code: 'refused', at: '/zusatz', problem: 'unknown-field' },
    ],
    [
      'with a tampered computed value',
      { ...goodAnswers, steuer: 1 },
      {},
      { status: 422, code: 'refused', at: '/steuer', problem: 'computed-differs' },
    ],
    [
      'from a route that ends elsewhere',
      { wohnort: 'nein' },
      {},
      { status: 422, code: 'refused', problem: 'not-submittable' },
    ],
    [
      'dated in the future',
      goodAnswers,
      { today: '2026-11-24' },
      { status: 422, code: 'today-in-future', at: '/today' },
    ],
    [
      'dated before its session',
      goodAnswers,
      { today: '2026-11-22' },
      { status: 422, code: 'today-before-session', at: '/today' },
    ],
    [
      'of another version',
      goodAnswers,
      { form: { id: 'hundesteuer', version: '0.9.0' } },
      { status: 422, code: 'draft-other-form', at: '/form' },
    ],
    ['that is too deep', { ...goodAnswers, name: nested(depthLimit) }, {}, { status: 400, code: 'body-too-deep' }],
    ['that is too large', { ...goodAnswers, name: 'x'.repeat(bodyLimit) }, {}, { status: 413, code: 'body-too-large' }],
    ['that is no object', [], {}, { status: 400, code: 'body-invalid', at: '/answers' }],
    ['with more than the API knows', goodAnswers, { amount: 0 }, { status: 400, code: 'body-invalid' }],
  ];
  test.each(refused)('%s is refused', async (_, answers, more, expected) => {
    const draft = await api.draft();
    const { status, headers, body } = await draft.submit(answers, more);
    expect({ status, code: body.code }).toEqual({ status: expected.status, code: expected.code });
    expect(headers.get('content-type')).toContain('application/problem+json');
    if (expected.at !== undefined) expect(body.at).toBe(expected.at);
    if (expected.problem !== undefined) {
      expect(body.problems).toContainEqual(expect.objectContaining({ code: expected.problem }));
    }
  });

  test.each(['__proto__', 'constructor'])('with the name %s is refused with its place', async (name) => {
    const draft = await api.draft();
    const text = JSON.stringify({ draft: draft.id, form: draft.form, language: 'de', today: draft.today });
    const body = `${text.slice(0, -1)},"answers":{"hunde":[{"${name}":{"polluted":true}}]}}`;
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${draft.token}`,
      'idempotency-key': draft.key,
    };
    const answer = await api.call('/api/submissions', { method: 'POST', headers, body });
    expect(answer).toMatchObject({ status: 400, body: { code: 'body-forbidden-key', at: `/answers/hunde/0/${name}` } });
  });

  test("without the draft's key or token is refused", async () => {
    const draft = await api.draft();
    expect(await draft.submit(goodAnswers, {}, { 'idempotency-key': 'other' })).toMatchObject({
      status: 400,
      body: { code: 'key-missing' },
    });
    expect(await draft.submit(goodAnswers, {}, { authorization: 'Bearer nobody-nobody-nobody-nobody' })).toMatchObject({
      status: 404,
      body: { code: 'unknown-draft' },
    });
  });

  test('leaves nothing behind when it is refused', async () => {
    const draft = await api.draft();
    await draft.submit({ ...goodAnswers, steuer: 1 });
    expect((await draft.get()).body).toMatchObject({ revision: 0, snapshot: null });
    expect((await draft.get()).body).not.toHaveProperty('submission');
    for (const state of ['held', 'pending', 'confirmed', 'needs-attention']) {
      expect((await api.call(`/api/operator/deliveries?state=${state}`)).text).toBe('[]');
    }
  });
});

describe('a request', () => {
  test.each([
    ['that is no JSON', '{"form":', 400, 'body-syntax'],
    ['with a byte order mark before rubbish', '\uFEFF{', 400, 'body-syntax'],
    ['whose body is missing', '', 400, 'body-syntax'],
    ['for a form that is not there', '{"form":"nix"}', 404, 'unknown-form'],
    ['for a form with a strange id', '{"form":"../../etc"}', 400, 'body-invalid'],
  ])('%s is refused', async (_, body, status, code) => {
    const answer = await api.call('/api/drafts', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(answer).toMatchObject({ status, body: { code } });
    expect(answer.text).not.toMatch(/\bat .*\.ts:/);
  });

  test('of another media type is refused', async () => {
    const answer = await api.call('/api/drafts', {
      method: 'POST',
      headers: { 'content-type': 'text/xml' },
      body: '<a/>',
    });
    expect(answer).toMatchObject({ status: 415, body: { code: 'media-type' } });
  });

  test('from a page of another site is refused, unless it carries the token', async () => {
    const draft = await api.draft();
    const cookie = `schalter-${draft.id}=${draft.token}`;
    const headers = { cookie, 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
    expect(await api.call(`/api/drafts/${draft.id}`, { method: 'DELETE', headers })).toMatchObject({
      status: 403,
      body: { code: 'foreign-origin' },
    });
    expect((await draft.get()).status).toBe(200);
  });

  test('to an address that does not exist is answered in kind', async () => {
    expect(await api.call('/api/nix')).toMatchObject({ status: 404, body: { code: 'not-found' } });
    const page = await api.call('/nix');
    expect(page.status).toBe(404);
    expect(page.headers.get('content-type')).toContain('text/html');
  });
});
