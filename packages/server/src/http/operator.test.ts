import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { testConfig } from '../../test/support/config.ts';
import type { ConfigFile, ServerConfig } from '../config/config.ts';
import { operatorGuard } from './operator.ts';

async function ask(headers: Record<string, string>, more: Partial<ServerConfig> = {}, settings: ConfigFile = {}) {
  const app = Fastify();
  app.get('/', { onRequest: operatorGuard(testConfig('/nowhere', more, settings)) }, async () => 'ok');
  const { statusCode } = await app.inject({ url: '/', headers });
  await app.close();
  return statusCode === 200;
}

const operatorToken = 'a token for operators';
const basic = (password: string) => ({
  authorization: `Basic ${Buffer.from(`operator:${password}`).toString('base64')}`,
});

test('with a token, only the token counts', async () => {
  expect(await ask({}, { operatorToken })).toBe(false);
  expect(await ask({ authorization: `Bearer ${operatorToken}x` }, { operatorToken })).toBe(false);
  expect(await ask(basic(''), { operatorToken })).toBe(false);
  expect(await ask(basic(operatorToken), { operatorToken })).toBe(true);
  expect(await ask({ authorization: `Bearer ${operatorToken}` }, { operatorToken })).toBe(true);
});

test('without a token, only this machine by a name of its own, and not behind a proxy', async () => {
  expect(await ask({ host: 'localhost:8080' })).toBe(true);
  expect(await ask({ host: '127.0.0.1' })).toBe(true);
  expect(await ask({ host: 'rebound.example' })).toBe(false);
  expect(await ask({ host: 'localhost' }, {}, { baseUrl: 'https://formulare.example' })).toBe(false);
  expect(await ask({ host: 'localhost' }, { trustProxy: true })).toBe(false);
});
