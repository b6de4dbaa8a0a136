import { beforeEach, describe, expect, test } from 'vitest';
import type { LookupContext, LookupPort } from '../../src/index.ts';
import { codeOf } from './code.ts';

/** A port that knows some streets; `strassen` checks them and offers them. */
export interface LookupHarness {
  readonly port: LookupPort;
  /** Name of the service it answers for. */
  readonly service: string;
  /** Known beside `given`; at least three begin with `query`. */
  readonly known: string;
  readonly query: string;
  readonly given: LookupContext['given'];
}

const never = new AbortController().signal;

/** What everything that a session takes for a lookup port has to do. */
export function lookupConformance(name: string, open: () => Promise<LookupHarness>): void {
  describe(`${name} as lookup port`, () => {
    let harness: LookupHarness;
    let context: LookupContext;
    beforeEach(async () => {
      harness = await open();
      context = { language: 'de', given: harness.given };
    });

    test('knows what it offers, and says so of nothing else', async () => {
      const { port, service, known } = harness;
      expect(await port.check(service, known, context, never)).toEqual({ known: true });
      expect(await port.check(service, 'Gibt es nicht 17', context, never)).toMatchObject({ known: false });
    });

    test('offers what begins so, each once, and says whether there is more', async () => {
      const { port, service, query, known } = harness;
      const { options, more } = await port.options(service, query, context, never);
      const values = options.map(({ value }) => value);
      expect(values.length).toBeGreaterThanOrEqual(3);
      expect(new Set(values).size).toBe(values.length);
      expect(more).toBe(false);
      const exact = await port.options(service, known, context, never);
      expect(exact.options.map(({ value }) => value)).toContain(known);
    });

    test('has an answer when nothing begins so', async () => {
      const { port, service } = harness;
      expect(await port.options(service, 'Xyzzy', context, never)).toEqual({ options: [], more: false });
    });

    test('does not know a service that nobody serves, and trying again does not help', async () => {
      const { port, known } = harness;
      expect(await codeOf(port.check('niemand', known, context, never))).toMatchObject({ retry: false });
      expect(await codeOf(port.options('niemand', known, context, never))).toMatchObject({ retry: false });
    });

    test('lets go of a call that is aborted', async () => {
      const { port, service, known } = harness;
      const controller = new AbortController();
      controller.abort();
      await expect(port.check(service, known, context, controller.signal)).rejects.toBeDefined();
      await expect(port.options(service, known, context, controller.signal)).rejects.toBeDefined();
    });
  });
}
