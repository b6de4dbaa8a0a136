import { beforeEach, describe, expect, test } from 'vitest';
import type { PaymentPort, PaymentState } from '../../src/index.ts';
import { codeOf } from './code.ts';

/** A port with a payment system at the other end. */
export interface PaymentHarness {
  readonly port: PaymentPort;
  /** Name of the service in the form. */
  readonly service: string;
  /** Files something that costs something; its id. */
  submission(): Promise<string>;
  /** What the person does on the page for paying, or what time does. */
  decide(submission: string, outcome: Exclude<PaymentState, 'pending'>): Promise<void>;
}

const never = new AbortController().signal;

/** What everything that a session takes for a payment port has to do. */
export function paymentConformance(name: string, open: () => Promise<PaymentHarness>): void {
  describe(`${name} as payment port`, () => {
    let harness: PaymentHarness;
    let submission: string;
    const begin = (attempt: number) => harness.port.begin({ service: harness.service, submission, attempt }, never);
    const status = () => harness.port.status({ service: harness.service, submission }, never);

    beforeEach(async () => {
      harness = await open();
      submission = await harness.submission();
    });

    test('says what is owed before anything is begun', async () => {
      expect(await status()).toMatchObject({ state: 'pending', submission: 'awaiting-payment' });
      expect(await status()).not.toHaveProperty('url');
    });

    test('leads to a page on which to pay, the same for the same attempt', async () => {
      const { url } = await begin(1);
      expect(url).toMatch(/^(https?:\/\/|\/(?!\/))/);
      expect(await begin(1)).toEqual({ url });
      expect(await status()).toMatchObject({ state: 'pending', url });
    });

    test('begins no second payment while the first is under way', async () => {
      await begin(1);
      expect(await codeOf(begin(2))).toEqual({ code: 'already-begun', retry: false });
    });

    test('releases what was paid, and takes no more money', async () => {
      await begin(1);
      await harness.decide(submission, 'paid');
      expect(await status()).toMatchObject({
        state: 'paid',
        submission: expect.stringMatching(/^(released|delivered)$/),
      });
      expect(await codeOf(begin(2))).toEqual({ code: 'already-paid', retry: false });
    });

    test.each(['failed', 'cancelled'] as const)('begins the next attempt after one that has %s', async (outcome) => {
      await begin(1);
      await harness.decide(submission, outcome);
      expect(await status()).toMatchObject({ state: outcome });
      await begin(2);
      await harness.decide(submission, 'paid');
      expect(await status()).toMatchObject({ state: 'paid' });
    });

    test('takes no money for what has expired', async () => {
      await harness.decide(submission, 'expired');
      expect(await status()).toMatchObject({ state: 'expired', submission: 'expired' });
      expect(await codeOf(begin(1))).toEqual({ code: 'expired', retry: false });
    });

    test('lets go of a call that is aborted', async () => {
      const controller = new AbortController();
      controller.abort();
      await expect(
        harness.port.status({ service: harness.service, submission }, controller.signal),
      ).rejects.toBeDefined();
    });
  });
}
