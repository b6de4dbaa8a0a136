import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Mail, MailPort } from './port.ts';

/** What a receiver got, as its own software reads it. */
export interface ReceivedMail {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly bytes: Uint8Array }[];
}

/** An adapter at work with a receiver that speaks its protocol. */
export interface MailHarness {
  readonly port: MailPort;
  /** All mails that have arrived so far. */
  received(): Promise<ReceivedMail[]>;
  /** An address the receiver refuses for good, and one it refuses for now. */
  readonly refused: string;
  readonly later: string;
  /** Takes the receiver away. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

/** What every mail adapter has to do. Call it from the adapter's test with a harness made anew for each test. */
export function mailConformance(name: string, open: () => Promise<MailHarness>): void {
  describe(`${name} as mail adapter`, () => {
    let harness: MailHarness;
    const never = new AbortController().signal;
    const mail: Mail = {
      id: 'submission-1/confirmation',
      from: 'Stadt Musterstadt <formulare@musterstadt.example>',
      to: 'erika.mustermann@example.org',
      subject: 'Eingangsbestätigung: Hund zur Hundesteuer anmelden',
      text: 'Guten Tag Frau Łukašević,\n\nIhre Angaben sind eingegangen.\n',
    };

    beforeEach(async () => {
      harness = await open();
    });
    afterEach(() => harness.close());

    async function only(): Promise<ReceivedMail> {
      const [first, ...more] = await harness.received();
      expect(more).toEqual([]);
      return first ?? expect.unreachable('no mail arrived');
    }

    it('sends sender, recipient, subject and text as they are', async () => {
      await harness.port.send(mail, never);
      expect(await only()).toMatchObject({
        from: expect.stringContaining('formulare@musterstadt.example'),
        to: 'erika.mustermann@example.org',
        subject: mail.subject,
        text: mail.text,
      });
    });

    it('says that a machine wrote it, and in which language', async () => {
      await harness.port.send({ ...mail, language: 'de' }, never);
      const { headers } = await only();
      expect(headers.get('auto-submitted')).toBe('auto-generated');
      expect(headers.get('content-language')).toBe('de');
    });

    it('sends HTML beside the text', async () => {
      await harness.port.send({ ...mail, html: '<p lang="de">Grüß Gott</p>' }, never);
      expect(await only()).toMatchObject({ text: mail.text, html: expect.stringContaining('Grüß Gott') });
    });

    it('sends attachments byte by byte, under their names', async () => {
      const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 7) % 256);
      const attachments = [{ name: 'Eingangsbestätigung – Łódź.pdf', type: 'application/pdf', bytes }];
      await harness.port.send({ ...mail, attachments }, never);
      const [attachment] = (await only()).attachments;
      expect(attachment).toMatchObject({ name: 'Eingangsbestätigung – Łódź.pdf', type: 'application/pdf' });
      expect(Buffer.compare(attachment?.bytes ?? new Uint8Array(), bytes)).toBe(0);
    });

    it('gives a repeated mail the same Message-ID, another mail another one', async () => {
      const first = await harness.port.send(mail, never);
      expect(await harness.port.send(mail, never)).toEqual(first);
      const other = await harness.port.send({ ...mail, id: 'submission-2/confirmation' }, never);
      expect(other.id).not.toBe(first.id);
      expect((await harness.received()).map((one) => one.id).sort()).toEqual([first.id, first.id, other.id].sort());
    });

    it.each(['\r\nBcc: eve@example.org', '\nBcc: eve@example.org\n\nbody', '\u2028Bcc: eve@example.org'])(
      'lets no header in through the subject (%j)',
      async (evil) => {
        await harness.port.send({ ...mail, subject: `Hund${evil}`, language: `de${evil}` }, never);
        const { headers, to, subject } = await only();
        expect(headers.has('bcc')).toBe(false);
        expect(to).toBe(mail.to);
        expect(subject).toMatch(/^Hund Bcc: eve@example.org/);
      },
    );

    it('lets no header in through the name of an attachment', async () => {
      const attachments = [
        { name: 'a\r\nX-Evil: 1".pdf', type: 'application/pdf\r\nX-Evil: 2', bytes: new Uint8Array([1]) },
      ];
      await harness.port.send({ ...mail, attachments }, never);
      expect((await only()).headers.has('x-evil')).toBe(false);
    });

    it.each([
      'erika@example.org\r\nBcc: eve@example.org',
      'erika@example.org, eve@example.org',
      'erika@example.org eve@example.org',
      'Erika <erika@example.org>',
      'group: erika@example.org;',
      '"erika"@example.org',
      'erika@example.org\u0000',
      'erika',
      'erika@',
      '@example.org',
      '',
    ])('refuses %j as recipient and sends nothing', async (to) => {
      await expect(harness.port.send({ ...mail, to }, never)).rejects.toMatchObject({
        code: 'mail-address',
        retry: false,
      });
      expect(await harness.received()).toEqual([]);
    });

    it('refuses a sender with a line break and sends nothing', async () => {
      const from = 'Stadt\r\nBcc: eve@example.org <formulare@musterstadt.example>';
      await expect(harness.port.send({ ...mail, from }, never)).rejects.toMatchObject({ code: 'mail-address' });
      expect(await harness.received()).toEqual([]);
    });

    it('tells what is refused for good from what may be tried again', async () => {
      await expect(harness.port.send({ ...mail, to: harness.refused }, never)).rejects.toMatchObject({
        code: 'mail-refused',
        retry: false,
      });
      await expect(harness.port.send({ ...mail, to: harness.later }, never)).rejects.toMatchObject({
        code: 'mail-deferred',
        retry: true,
      });
    });

    it('sends nothing when it was told to stop', async () => {
      await expect(harness.port.send(mail, AbortSignal.abort())).rejects.toMatchObject({
        code: 'adapter-aborted',
        retry: true,
      });
      expect(await harness.received()).toEqual([]);
    });

    it('sends many at once, each exactly once', async () => {
      const ids = Array.from({ length: 12 }, (_, index) => `submission-${index}`);
      const sent = await Promise.all(ids.map((id) => harness.port.send({ ...mail, id }, never)));
      expect((await harness.received()).map((one) => one.id).sort()).toEqual(sent.map((one) => one.id).sort());
    });

    it('checks itself without sending anything', async () => {
      expect(await harness.port.check()).toMatchObject({ ok: true });
      expect(await harness.received()).toEqual([]);
    });

    it('says when the receiver is away, and that another attempt is worth while', async () => {
      await harness.stop();
      expect(await harness.port.check()).toMatchObject({ ok: false });
      await expect(harness.port.send(mail, never)).rejects.toMatchObject({ code: 'adapter-unreachable', retry: true });
    });

    it('finishes what is under way and refuses what comes after it was closed', async () => {
      const sending = harness.port.send(mail, never);
      await harness.port.close();
      await sending;
      expect(await harness.received()).toHaveLength(1);
      await expect(harness.port.send(mail, never)).rejects.toMatchObject({ code: 'adapter-closed' });
    });
  });
}
