import { Readable } from 'node:stream';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { addCompression } from './compression.ts';

const text = JSON.stringify({ text: 'Hund '.repeat(1000) });

async function ask(url: string, encoding: string) {
  const app = Fastify();
  addCompression(app);
  app.get('/api/forms/hund', async (_request, reply) => reply.type('application/json').send(text));
  app.get('/assets/form.js', async (_request, reply) => reply.type('text/javascript').send(Readable.from([text])));
  app.get('/api/drafts/1', async (_request, reply) => reply.type('application/json').send(text));
  const answer = await app.inject({ url, headers: { 'accept-encoding': encoding } });
  await app.close();
  return answer;
}

test('what is public is compressed as the browser takes it', async () => {
  for (const url of ['/api/forms/hund', '/assets/form.js']) {
    const br = await ask(url, 'gzip, br');
    expect(br.headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' });
    expect(brotliDecompressSync(br.rawPayload).toString()).toBe(text);
    expect(gunzipSync((await ask(url, 'gzip')).rawPayload).toString()).toBe(text);
    expect((await ask(url, 'identity')).payload).toBe(text);
  }
});

test('what holds a secret is not', async () => {
  expect((await ask('/api/drafts/1', 'gzip, br')).headers).not.toHaveProperty('content-encoding');
});
