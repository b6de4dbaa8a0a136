import Fastify from 'fastify';
import { describe, expect, test } from 'vitest';
import { addSecurity } from './security.ts';

async function ask(
  method: 'GET' | 'POST' | 'PUT' | 'OPTIONS',
  url: string,
  headers: Record<string, string>,
  embedding: readonly string[] = [],
) {
  const app = Fastify();
  addSecurity(app, { embedding, secure: true });
  app.all('/*', async () => ({ ok: true }));
  const answer = await app.inject({ method, url, headers: { host: 'forms.example', ...headers } });
  await app.close();
  return answer;
}

const elsewhere = { origin: 'https://city.example', 'sec-fetch-site': 'cross-site' };

describe('pages of other sites', () => {
  test('may load what is published, wherever they are', async () => {
    for (const url of ['/api/forms/hund', '/assets/schalter-form.js']) {
      const { headers } = await ask('GET', url, elsewhere);
      expect(headers['access-control-allow-origin']).toBe('*');
      expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
    }
  });

  test('may keep and file drafts only if they are named', async () => {
    const asking = { ...elsewhere, 'access-control-request-method': 'PUT' };
    const named = await ask('OPTIONS', '/api/drafts/1', asking, ['https://city.example']);
    expect(named).toMatchObject({
      statusCode: 204,
      headers: { 'access-control-allow-origin': 'https://city.example' },
    });
    const other = await ask('OPTIONS', '/api/drafts/1', asking, ['https://other.example']);
    expect(other.headers).not.toHaveProperty('access-control-allow-origin');
    const pages = await ask('GET', '/formulare/hund', elsewhere, ['*']);
    expect(pages.headers).not.toHaveProperty('access-control-allow-origin');
  });

  test('cannot use the cookies of a visitor', async () => {
    expect((await ask('POST', '/formulare/hund', elsewhere)).statusCode).not.toBe(200);
    expect((await ask('POST', '/formulare/hund', { origin: 'null' })).statusCode).not.toBe(200);
    expect((await ask('PUT', '/api/drafts/1', { origin: 'https://city.example' })).statusCode).not.toBe(200);
    expect((await ask('PUT', '/api/drafts/1', { ...elsewhere, authorization: 'Bearer x' })).statusCode).toBe(200);
  });
});

test('own pages and programs may post', async () => {
  expect((await ask('POST', '/formulare/hund', { 'sec-fetch-site': 'same-origin' })).statusCode).toBe(200);
  expect((await ask('POST', '/formulare/hund', { origin: 'https://forms.example' })).statusCode).toBe(200);
  expect((await ask('POST', '/api/drafts', {})).statusCode).toBe(200);
});
