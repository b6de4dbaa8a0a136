import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import type { SMTPServerSession } from 'smtp-server';
import { listPage, mailPage, type PageLanguage, stylesheet } from './sandbox-page.ts';
import { type MailStore, openMailStore, type SandboxMail } from './sandbox-store.ts';

export type { SandboxMail };

export interface MailSandboxOptions {
  /** Where mails are kept, as files. */
  readonly folder: string;
  /** Default: this machine only. */
  readonly host?: string;
  /** Default 0: any free port. */
  readonly smtpPort?: number;
  readonly pagePort?: number;
}

export interface MailSandbox {
  /** For the options of `mail/smtp`, with `security: 'none'`. */
  readonly smtp: { readonly host: string; readonly port: number };
  /** Address of the page that shows the mails. */
  readonly page: string;
  /** Newest first. */
  mails(): Promise<SandboxMail[]>;
  close(): Promise<void>;
}

/** Largest mail taken, bytes. */
const sizeLimit = 50_000_000;

/**
 * A real SMTP server that delivers to nobody and shows what it got on a page that says so. A recipient `refused@…` is
 * refused for good (550), `later@…` for now (451), the password `wrong` is wrong (535).
 */
export async function startMailSandbox(options: MailSandboxOptions): Promise<MailSandbox> {
  const { host = '127.0.0.1', smtpPort = 0, pagePort = 0 } = options;
  const store = await openMailStore(options.folder);
  const { SMTPServer } = await import('smtp-server');
  const smtp = new SMTPServer({
    name: 'mail-sandbox',
    banner: 'Schalter mail sandbox: nothing is delivered',
    authOptional: true,
    allowInsecureAuth: true,
    // A sandbox has no certificate of its own.
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    size: sizeLimit,
    closeTimeout: 1_000,
    onAuth(auth, _session, callback) {
      if (auth.password === 'wrong') callback(refusal(535, 'wrong password'));
      else callback(null, { user: auth.username ?? 'sandbox' });
    },
    onRcptTo(address, _session, callback) {
      const [name] = address.address.split('@');
      if (name === 'refused') callback(refusal(550, 'no such mailbox'));
      else if (name === 'later') callback(refusal(451, 'try again later'));
      else callback();
    },
    onData(stream, _session: SMTPServerSession, callback) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('error', (error) => callback(error));
      stream.on('end', () => {
        if (stream.sizeExceeded) callback(refusal(552, 'too large'));
        else store.add(Buffer.concat(parts)).then(() => callback(null, 'kept in the sandbox'), callback);
      });
    },
  });
  // A client that breaks off is nothing to fall over.
  smtp.on('error', () => {});
  const page = createServer((request, response) => {
    answer(store, host, request, response).catch(() => {
      response.statusCode = 500;
      response.end();
    });
  });

  const smtpAddress = await listen(smtp.server, smtpPort, host);
  let pageAddress: AddressInfo;
  try {
    pageAddress = await listen(page, pagePort, host);
  } catch (error) {
    smtp.close();
    throw error;
  }
  return {
    smtp: { host, port: smtpAddress.port },
    page: `http://${host.includes(':') ? `[${host}]` : host}:${pageAddress.port}/`,
    async mails() {
      const mails = await Promise.all((await store.names()).map((name) => store.read(name)));
      return mails.filter((mail) => mail !== undefined);
    },
    async close() {
      page.closeAllConnections();
      await Promise.all([
        new Promise<void>((done) => page.close(() => done())),
        new Promise<void>((done) => smtp.close(() => done())),
      ]);
    },
  };
}

async function answer(
  store: MailStore,
  host: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader(
    'Content-Security-Policy',
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  );
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'same-origin');
  // A page elsewhere must not read mails by giving its own name to this machine (DNS rebinding).
  const asked = (request.headers.host ?? '').replace(/:\d+$/, '');
  if (![host, 'localhost', '127.0.0.1', '[::1]'].includes(asked)) return send(response, 421, 'text/plain', '');
  const language: PageLanguage = /^\s*en/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'de';
  const path = new URL(request.url ?? '/', 'http://sandbox').pathname;
  const [, , name = '', what = '', number = ''] = path.split('/');

  if (request.method === 'POST' && path === '/clear') {
    // Only a button of this page deletes: browsers say where a post comes from.
    if (request.headers.origin !== `http://${request.headers.host}`) return send(response, 403, 'text/plain', '');
    await store.clear();
    response.setHeader('Location', '/');
    return send(response, 303, 'text/plain', '');
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, 405, 'text/plain', '');
  if (path === '/style.css') return send(response, 200, 'text/css', stylesheet);
  if (path === '/') {
    const mails = await Promise.all((await store.names()).map((one) => store.read(one)));
    return send(
      response,
      200,
      'text/html',
      listPage(
        mails.filter((mail) => mail !== undefined),
        language,
      ),
    );
  }
  if (path === `/mail/${name}/source`) {
    const source = await store.source(name);
    return send(response, source ? 200 : 404, 'text/plain', source ?? '');
  }
  const mail = path.startsWith('/mail/') ? await store.read(name) : undefined;
  const attachment = what === 'attachment' && /^\d{1,3}$/.test(number) ? mail?.attachments[Number(number)] : undefined;
  if (attachment) {
    response.setHeader('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(attachment.name)}`);
    return send(response, 200, 'application/octet-stream', attachment.bytes);
  }
  const found = path === `/mail/${name}` ? mail : undefined;
  send(response, found ? 200 : 404, 'text/html', mailPage(found, language));
}

function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  response.statusCode = status;
  response.setHeader('Content-Type', type.startsWith('text/') ? `${type}; charset=utf-8` : type);
  response.end(body);
}

function listen(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      done(server.address() as AddressInfo);
    });
  });
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
