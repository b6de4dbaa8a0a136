import { createHash } from 'node:crypto';
import { SchalterError } from '@schalter/definition';
import type { SendMailOptions } from 'nodemailer';
import { asciiDomain, readAddress } from '../address.ts';
import type { Mail } from '../port.ts';

/**
 * A mail as nodemailer takes it. Nothing a citizen typed reaches a header unread: addresses are taken apart, texts
 * lose their control characters, attachments are bytes (never a path or an address to fetch).
 */
export function toMessage(mail: Mail, sender: string | undefined): SendMailOptions & { messageId: string } {
  const text = mail.from ?? sender;
  if (text === undefined) {
    throw new SchalterError(
      'adapter-options',
      { adapter: 'mail/smtp', detail: '/from: a sender is needed' },
      { at: '/from' },
    );
  }
  const from = readAddress(text, { named: true });
  return {
    messageId: messageId(mail.id, from.address),
    from: { ...from },
    to: { ...readAddress(mail.to) },
    ...(mail.replyTo === undefined ? {} : { replyTo: { ...readAddress(mail.replyTo, { named: true }) } }),
    subject: oneLine(mail.subject),
    text: mail.text,
    ...(mail.html === undefined ? {} : { html: mail.html }),
    headers: {
      // RFC 3834: out-of-office notices do not answer a machine.
      'Auto-Submitted': 'auto-generated',
      ...(mail.language === undefined ? {} : { 'Content-Language': oneLine(mail.language) }),
    },
    attachments: (mail.attachments ?? []).map(({ name, type, bytes }) => ({
      filename: oneLine(name).replace(/[/\\]/g, '_'),
      contentType: mediaType(type),
      content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** The same for every attempt; the id itself stays inside the house. */
function messageId(id: string, from: string): string {
  return `<schalter.${createHash('sha256').update(id).digest('hex').slice(0, 32)}@${asciiDomain(from)}>`;
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

function mediaType(type: string): string {
  return /^[\w.+-]+\/[\w.+-]+(;\s*charset=[\w-]+)?$/.test(type) ? type : 'application/octet-stream';
}
