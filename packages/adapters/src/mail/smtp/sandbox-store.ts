import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ParsedMail } from 'mailparser';

/** A mail as people see it. */
export interface SandboxMail {
  readonly name: string;
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  /** ISO instant of arrival. */
  readonly arrived: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly bytes: Uint8Array }[];
}

export interface MailStore {
  add(source: Buffer): Promise<void>;
  /** Newest first. */
  names(): Promise<string[]>;
  source(name: string): Promise<Buffer | undefined>;
  read(name: string): Promise<SandboxMail | undefined>;
  clear(): Promise<void>;
}

const namePattern = /^[0-9TZ-]+_[0-9a-f-]{36}\.eml$/;

/** Mails as files in a folder, the oldest dropped beyond `limit`. */
export async function openMailStore(folder: string, limit = 200): Promise<MailStore> {
  await mkdir(folder, { recursive: true, mode: 0o700 });

  async function names(): Promise<string[]> {
    return (await readdir(folder))
      .filter((name) => namePattern.test(name))
      .sort()
      .reverse();
  }

  async function source(name: string): Promise<Buffer | undefined> {
    // Names come from addresses of pages: only what this store wrote is read.
    if (!namePattern.test(name)) return undefined;
    return readFile(join(folder, name)).catch(() => undefined);
  }

  return {
    names,
    source,
    async add(mail) {
      const name = `${new Date().toISOString().replace(/[:.]/g, '-')}_${randomUUID()}.eml`;
      const place = join(folder, `.${name}`);
      await writeFile(place, mail, { mode: 0o600 });
      await rename(place, join(folder, name));
      for (const old of (await names()).slice(limit)) await rm(join(folder, old), { force: true });
    },
    async read(name) {
      const found = await source(name);
      if (!found) return undefined;
      const { simpleParser } = await import('mailparser');
      return toSandboxMail(name, await simpleParser(found));
    },
    async clear() {
      for (const name of await names()) await rm(join(folder, name), { force: true });
    },
  };
}

function toSandboxMail(name: string, mail: ParsedMail): SandboxMail {
  return {
    name,
    id: mail.messageId ?? '',
    from: mail.from?.text ?? '',
    to: [mail.to ?? []]
      .flat()
      .map((address) => address.text)
      .join(', '),
    subject: mail.subject ?? '',
    arrived: name.replace(/^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)-(\d{3}Z).*$/, '$1:$2:$3.$4'),
    text: mail.text ?? '',
    html: mail.html || '',
    attachments: mail.attachments.map((attachment) => ({
      name: attachment.filename ?? 'unnamed',
      type: attachment.contentType,
      bytes: attachment.content,
    })),
  };
}
