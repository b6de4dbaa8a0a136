import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { until } from './until.ts';

/** A real SMTP server that keeps what it is sent. */
export async function startSmtp() {
  const mails: ParsedMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    async onData(stream, _session, done) {
      try {
        mails.push(await simpleParser(stream));
        done();
      } catch (error) {
        done(error as Error);
      }
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    /** The first mail to an address. */
    mailTo: (address: string) => until(() => mails.find((mail) => JSON.stringify(mail.to).includes(address))),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
