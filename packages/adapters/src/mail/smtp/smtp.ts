import { SchalterError } from '@schalter/definition';
import type { Transporter } from 'nodemailer';
import { AdapterError, runCheck } from '../../adapter.ts';
import { checkOptions } from '../../options.ts';
import { readAddress } from '../address.ts';
import type { Mail, MailPort } from '../port.ts';
import { toAdapterError } from './failure.ts';
import { toMessage } from './message.ts';
import { type SmtpOptions, options as schema } from './options.ts';

const adapter = 'mail/smtp';
const defaultPorts = { starttls: 587, tls: 465, none: 25 } as const;

/**
 * Mail by SMTP, one connection per mail.
 * @throws SchalterError `adapter-options`
 * @example const mail = smtpMail({ host: 'mail.stadt.example', user: 'formulare', password, from: 'formulare@stadt.example' })
 */
export function smtpMail(options: SmtpOptions): MailPort {
  const settings = checkOptions<SmtpOptions>(adapter, schema, options);
  if (settings.from !== undefined) checkSender(settings.from);
  const { host, security = 'starttls' } = settings;
  const port = settings.port ?? defaultPorts[security];
  const target = `${host}:${port}`;
  let transport: Promise<Transporter> | undefined;
  let closed = false;
  const underWay = new Set<Promise<unknown>>();

  // nodemailer is loaded with the first mail: a server that sends none never pays for it.
  async function open(): Promise<Transporter> {
    if (closed) throw new AdapterError('adapter-closed', { adapter }, { retry: false });
    transport ??= connectLater(settings, host, port, security);
    return transport;
  }

  async function send(mail: Mail, signal: AbortSignal): Promise<{ id: string }> {
    const message = toMessage(mail, settings.from);
    const opened = await open();
    if (signal.aborted) throw new AdapterError('adapter-aborted', { adapter }, { retry: true });
    try {
      await opened.sendMail({ ...message, signal });
      return { id: message.messageId };
    } catch (error) {
      throw toAdapterError(error, target, signal);
    }
  }

  return {
    send(mail, signal) {
      const sending = send(mail, signal);
      underWay.add(sending);
      const done = () => underWay.delete(sending);
      sending.then(done, done);
      return sending;
    },

    check() {
      return runCheck([
        { part: 'settings', run: async () => void (await open()) },
        {
          part: 'connection',
          run: async () => {
            try {
              await (await open()).verify();
            } catch (error) {
              throw toAdapterError(error, target);
            }
          },
        },
        ...(settings.user === undefined ? [] : [{ part: 'credentials' as const, run: async () => {} }]),
      ]);
    },

    async close() {
      closed = true;
      await Promise.allSettled(underWay);
      (await transport)?.close();
    },
  };
}

async function connectLater(
  settings: SmtpOptions,
  host: string,
  port: number,
  security: 'starttls' | 'tls' | 'none',
): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  const { connection = 15_000, greeting = 15_000, socket = 60_000 } = settings.timeouts ?? {};
  const { ca, servername, minVersion = 'TLSv1.2' } = settings.tls ?? {};
  return createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(settings.name === undefined ? {} : { name: settings.name }),
    ...(settings.user === undefined ? {} : { auth: { user: settings.user, pass: settings.password ?? '' } }),
    tls: { minVersion, ...(ca === undefined ? {} : { ca }), ...(servername === undefined ? {} : { servername }) },
    connectionTimeout: connection,
    greetingTimeout: greeting,
    socketTimeout: socket,
    dnsTimeout: connection,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

function checkSender(from: string): void {
  try {
    readAddress(from, { named: true });
  } catch (cause) {
    const detail = '/from: is not one mail address';
    throw new SchalterError('adapter-options', { adapter, detail }, { at: '/from', cause });
  }
}
