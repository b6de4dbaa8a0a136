import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { mailConformance, type ReceivedMail } from '../conformance.ts';
import type { Mail } from '../port.ts';
import { type SmtpOptions, smtpMail } from './index.ts';

const never = new AbortController().signal;
const mail: Mail = { id: '1', from: 'a@musterstadt.example', to: 'b@example.org', subject: 'S', text: 'T' };

/** A real SMTP server that keeps what it gets. */
async function startServer(options: ConstructorParameters<typeof SMTPServer>[0] = {}) {
  const sources: Buffer[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 200,
    onRcptTo({ address }, _session, callback) {
      const status = address.startsWith('refused') ? 550 : address.startsWith('later') ? 451 : 0;
      callback(status === 0 ? null : Object.assign(new Error('no'), { responseCode: status }));
    },
    onData(stream, _session, callback) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        sources.push(Buffer.concat(parts));
        callback();
      });
    },
    ...options,
  });
  server.on('error', () => {});
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const address = server.server.address();
  let open = true;
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    sources,
    async received(): Promise<ReceivedMail[]> {
      return Promise.all(sources.map(read));
    },
    stop: () =>
      open
        ? new Promise<void>((done) => {
            open = false;
            server.close(() => done());
          })
        : Promise.resolve(),
  };
}

async function read(source: Buffer): Promise<ReceivedMail> {
  const parsed = await simpleParser(source);
  return {
    id: parsed.messageId ?? '',
    from: parsed.from?.text ?? '',
    to: [parsed.to ?? []]
      .flat()
      .map((one) => one.text)
      .join(', '),
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    html: parsed.html || '',
    headers: new Map(parsed.headerLines.map(({ key, line }) => [key, line.slice(key.length + 1).trim()])),
    attachments: parsed.attachments.map((one) => ({
      name: one.filename ?? '',
      type: one.contentType,
      bytes: one.content,
    })),
  };
}

mailConformance('mail/smtp', async () => {
  const server = await startServer();
  const port = smtpMail({ host: '127.0.0.1', port: server.port, security: 'none' });
  return {
    port,
    received: server.received,
    refused: 'refused@example.org',
    later: 'later@example.org',
    stop: server.stop,
    async close() {
      await port.close();
      await server.stop();
    },
  };
});

describe('mail/smtp', () => {
  async function start(options: ConstructorParameters<typeof SMTPServer>[0], own: Partial<SmtpOptions> = {}) {
    const server = await startServer(options);
    onTestFinished(server.stop);
    const port = smtpMail({ host: '127.0.0.1', port: server.port, security: 'none', ...own });
    onTestFinished(() => port.close());
    return { server, port };
  }

  it('uses the configured sender for mails that name none, and refuses a mail without any', async () => {
    const { from: _, ...anonymous } = mail;
    const { server, port } = await start({}, { from: 'Stadt <stadt@musterstadt.example>' });
    const { id } = await port.send(anonymous, never);
    expect(id).toMatch(/^<schalter\.[0-9a-f]{32}@musterstadt\.example>$/);
    expect((await server.received())[0]?.from).toContain('stadt@musterstadt.example');
    const { port: bare } = await start({});
    await expect(bare.send(anonymous, never)).rejects.toMatchObject({ code: 'adapter-options' });
  });

  it('logs in, and says at check and at sending when it is not let in', async () => {
    const auth = {
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ((given, _session, callback) =>
        given.password === 'right'
          ? callback(null, { user: 'x' })
          : callback(Object.assign(new Error('no'), { responseCode: 535 }))) satisfies SMTPServer['onAuth'],
    };
    const { server, port } = await start(auth, { user: 'x', password: 'right' });
    expect(await port.check()).toEqual({
      ok: true,
      parts: ['settings', 'connection', 'credentials'].map((part) => ({ part, ok: true })),
    });
    await port.send(mail, never);
    expect(server.sources).toHaveLength(1);

    const { port: stranger } = await start(auth, { user: 'x', password: 'wrong' });
    expect(await stranger.check()).toMatchObject({
      ok: false,
      parts: [{ part: 'settings' }, { part: 'credentials', ok: false, code: 'adapter-credentials' }],
    });
    await expect(stranger.send(mail, never)).rejects.toMatchObject({ code: 'adapter-credentials', retry: true });
  });

  it('sends nothing in the clear unless told so', async () => {
    const { server, port } = await start({}, { security: 'starttls' });
    await expect(port.send(mail, never)).rejects.toMatchObject({ code: 'adapter-secure-channel', retry: true });
    expect(server.sources).toEqual([]);
  });

  it('refuses a certificate that nobody vouches for', async () => {
    // The server's own certificate from smtp-server is known to the whole world.
    const { server, port } = await start({ disabledCommands: [], logger: false }, { security: 'starttls' });
    await expect(port.send(mail, never)).rejects.toMatchObject({ code: 'adapter-secure-channel', retry: true });
    expect(server.sources).toEqual([]);
  });

  it('gives up on a server that says nothing', async () => {
    const silent = createServer(() => {});
    await new Promise<void>((done) => {
      silent.listen(0, '127.0.0.1', done);
    });
    onTestFinished(() => void silent.close());
    const address = silent.address();
    const port = smtpMail({
      host: '127.0.0.1',
      port: typeof address === 'object' && address ? address.port : 0,
      security: 'none',
      timeouts: { greeting: 50 },
    });
    await expect(port.send(mail, never)).rejects.toMatchObject({ code: 'adapter-unreachable', retry: true });
  });

  it('stops in the middle when it is told so', async () => {
    const { server, port } = await start({ onMailFrom: () => controller.abort() });
    const controller = new AbortController();
    await expect(port.send(mail, controller.signal)).rejects.toMatchObject({ code: 'adapter-aborted', retry: true });
    expect(server.sources).toEqual([]);
  });

  it.each([
    [{}, ''],
    [{ host: 'a b' }, '/host'],
    [{ host: 'a', port: 0 }, '/port'],
    [{ host: 'a', user: 'x' }, ''],
    [{ host: 'a', secure: true }, '/secure'],
    [{ host: 'a', timeouts: { socket: 'long' } }, '/timeouts/socket'],
    [{ host: 'a', from: 'x\nBcc: y@example.org' }, '/from'],
    [null, ''],
  ])('refuses %j as options, at %j', (options, at) => {
    expect(() => smtpMail(options as never)).toThrow(expect.objectContaining({ code: 'adapter-options', at }));
  });
});

describe('the sandbox', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  it('takes mails by SMTP, keeps them over a restart, and shows them on a page that says what it is', async () => {
    const { startMailSandbox } = await import('./sandbox.ts');
    const folder = mkdtempSync(join(tmpdir(), 'schalter-mails-'));
    folders.push(folder);
    const first = await startMailSandbox({ folder });
    const port = smtpMail({ ...first.smtp, security: 'none' });
    const attachments = [{ name: 'Quittung ä.pdf', type: 'application/pdf', bytes: new Uint8Array([1, 2, 3]) }];
    await port.send({ ...mail, subject: '<b>Hund</b> & Katze', html: '<script>x</script>', attachments }, never);
    await expect(port.send({ ...mail, to: 'refused@example.org' }, never)).rejects.toMatchObject({
      code: 'mail-refused',
    });
    await port.close();
    await first.close();

    const sandbox = await startMailSandbox({ folder });
    onTestFinished(() => sandbox.close());
    expect(await sandbox.mails()).toMatchObject([{ subject: '<b>Hund</b> & Katze', to: 'b@example.org', text: 'T' }]);
    const list = await fetch(sandbox.page, { headers: { 'Accept-Language': 'de' } });
    expect(list.headers.get('content-security-policy')).toContain("default-src 'none'");
    const html = await list.text();
    expect(html).toContain('Dies ist eine Sandbox');
    expect(html).toContain('&#60;b&#62;Hund&#60;/b&#62; &#38; Katze');
    const href = /href="(\/mail\/[^"]+)"/.exec(html)?.[1] ?? expect.unreachable();
    const shown = await (await fetch(new URL(href, sandbox.page), { headers: { 'Accept-Language': 'en' } })).text();
    expect(shown).toContain('This is a sandbox');
    expect(shown).not.toContain('<script>');
    const attachment = await fetch(new URL(`${href}/attachment/0`, sandbox.page));
    expect(new Uint8Array(await attachment.arrayBuffer())).toEqual(new Uint8Array([1, 2, 3]));
    expect(attachment.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''Quittung%20%C3%A4.pdf");
    expect(await (await fetch(new URL(`${href}/source`, sandbox.page))).text()).toContain('Message-ID: <schalter.');

    for (const path of ['/mail/..%2f..%2fetc%2fpasswd', '/mail/x.eml', `${href}/attachment/9`, '/nothing']) {
      expect((await fetch(new URL(path, sandbox.page))).status).toBe(404);
    }
    const origin = new URL(sandbox.page).origin;
    for (const other of [undefined, 'null', 'http://evil.example']) {
      const headers = other === undefined ? {} : { origin: other };
      expect((await fetch(new URL('/clear', sandbox.page), { method: 'POST', headers })).status).toBe(403);
    }
    // Its own button sends its origin: a referrer policy that hides it would make it useless.
    expect(list.headers.get('referrer-policy')).toBe('same-origin');
    await fetch(new URL('/clear', sandbox.page), { method: 'POST', headers: { origin } });
    expect(await sandbox.mails()).toEqual([]);
  });
});
