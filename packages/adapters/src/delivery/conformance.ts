import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Delivery, DeliveryPort } from './port.ts';

/** What stands at the receiver. */
export interface ArrivedDelivery {
  readonly receiver: string;
  readonly reference: string;
  readonly document: unknown;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/** An adapter at work with a receiver. */
export interface DeliveryHarness {
  readonly port: DeliveryPort;
  /** A second adapter with the same options, as another process would have it. */
  another(): DeliveryPort;
  arrived(): Promise<ArrivedDelivery[]>;
  /** The receiver takes everything away, as people do when they have dealt with it. */
  collect(): Promise<void>;
  /** Takes the receiver away. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

/** What every delivery adapter has to do. Call it from the adapter's test with a harness made anew for each test. */
export function deliveryConformance(name: string, open: () => Promise<DeliveryHarness>): void {
  describe(`${name} as delivery adapter`, () => {
    let harness: DeliveryHarness;
    const never = new AbortController().signal;
    const delivery: Delivery = {
      id: 'submission-1/steueramt',
      receiver: 'steueramt',
      form: { id: 'hundesteuer-anmeldung', version: '1.0.0' },
      reference: 'HST-2026-7K3M-Q9PD',
      receivedAt: '2026-11-23T13:05:12.345Z',
      document: { reference: 'HST-2026-7K3M-Q9PD', answers: { name: 'Łukašević', hunde: [{ name: 'C̆ M̂ k̆' }] } },
      files: [
        { name: 'Eingangsbestätigung.pdf', type: 'application/pdf', bytes: new Uint8Array([37, 80, 68, 70, 0, 255]) },
      ],
    };

    beforeEach(async () => {
      harness = await open();
    });
    afterEach(() => harness.close());

    it('delivers document and files unchanged, to the receiver named', async () => {
      const { confirmation } = await harness.port.deliver(delivery, never);
      expect(confirmation).not.toBe('');
      const [arrived, ...more] = await harness.arrived();
      expect(more).toEqual([]);
      expect(arrived).toMatchObject({
        receiver: 'steueramt',
        reference: 'HST-2026-7K3M-Q9PD',
        document: delivery.document,
      });
      expect(arrived?.files.map((file) => file.name)).toEqual(['Eingangsbestätigung.pdf']);
      expect(digest(arrived?.files[0]?.bytes)).toBe(digest(delivery.files[0]?.bytes));
    });

    it('confirms a repeated delivery as the first time, without a second copy', async () => {
      const first = await harness.port.deliver(delivery, never);
      expect(await harness.port.deliver(delivery, never)).toEqual(first);
      expect(await harness.another().deliver(delivery, never)).toEqual(first);
      expect(await harness.arrived()).toHaveLength(1);
    });

    it('does so even when the first copy has been taken away', async () => {
      const first = await harness.port.deliver(delivery, never);
      await harness.collect();
      expect(await harness.another().deliver(delivery, never)).toEqual(first);
      expect(await harness.arrived()).toEqual([]);
    });

    it('delivers once when several try at the same time', async () => {
      const ports = [harness.port, harness.another(), harness.another()];
      const confirmed = await Promise.all([...ports, ...ports].map((port) => port.deliver(delivery, never)));
      expect(new Set(confirmed.map((one) => one.confirmation)).size).toBe(1);
      expect(await harness.arrived()).toHaveLength(1);
    });

    it('keeps two deliveries of one submission apart, whatever order they come in', async () => {
      const second = { ...delivery, id: 'submission-1/archiv', document: { other: true } };
      const confirmed = await Promise.all([delivery, second].map((one) => harness.port.deliver(one, never)));
      expect(new Set(confirmed.map((one) => one.confirmation)).size).toBe(2);
      expect(await harness.arrived()).toHaveLength(2);
    });

    it('reaches several receivers', async () => {
      await harness.port.deliver(delivery, never);
      await harness.port.deliver({ ...delivery, id: 'submission-1/ordnungsamt', receiver: 'ordnungsamt' }, never);
      expect((await harness.arrived()).map((one) => one.receiver).sort()).toEqual(['ordnungsamt', 'steueramt']);
    });

    it.each(['..', '../steueramt', '/etc', 'a/b', 'a\\b', '', '.', 'a\u0000b', 'CON', 'x'.repeat(200)])(
      'refuses %j as receiver or reference, and delivers nothing',
      async (evil) => {
        for (const key of ['receiver', 'reference'] as const) {
          await expect(harness.port.deliver({ ...delivery, [key]: evil }, never)).rejects.toMatchObject({
            code: 'delivery-name',
            retry: false,
          });
        }
        expect(await harness.arrived()).toEqual([]);
      },
    );

    it.each([
      ['../x.pdf'],
      ['a/b.pdf'],
      ['a\\b.pdf'],
      ['..'],
      ['.hidden'],
      ['a\nb'],
      ['nul.pdf'],
      [''],
      ['A.pdf', 'a.PDF'],
    ])('refuses %j as names of files, and delivers nothing', async (...names) => {
      const files = names.map((fileName) => ({ name: fileName, type: 'application/pdf', bytes: new Uint8Array([1]) }));
      await expect(harness.port.deliver({ ...delivery, files }, never)).rejects.toMatchObject({
        code: 'delivery-name',
        retry: false,
      });
      expect(await harness.arrived()).toEqual([]);
    });

    it('delivers nothing when it was told to stop, and can try again', async () => {
      await expect(harness.port.deliver(delivery, AbortSignal.abort())).rejects.toMatchObject({
        code: 'adapter-aborted',
        retry: true,
      });
      expect(await harness.arrived()).toEqual([]);
      await harness.port.deliver(delivery, never);
      expect(await harness.arrived()).toHaveLength(1);
    });

    it('checks itself without leaving anything at the receiver', async () => {
      expect(await harness.port.check()).toMatchObject({ ok: true });
      expect(await harness.arrived()).toEqual([]);
    });

    it('says when the receiver is away, and that another attempt is worth while', async () => {
      await harness.stop();
      expect(await harness.another().check()).toMatchObject({ ok: false });
      await expect(harness.another().deliver(delivery, never)).rejects.toMatchObject({ retry: true });
    });

    it('finishes what is under way and refuses what comes after it was closed', async () => {
      const delivering = harness.port.deliver(delivery, never);
      await harness.port.close();
      await delivering;
      expect(await harness.arrived()).toHaveLength(1);
      await expect(harness.port.deliver(delivery, never)).rejects.toMatchObject({ code: 'adapter-closed' });
    });
  });
}

function digest(bytes: Uint8Array | undefined): string {
  return createHash('sha256')
    .update(bytes ?? new Uint8Array())
    .digest('hex');
}
