import { beforeEach, describe, expect, test } from 'vitest';
import type { FileStatus, UploadPort, UploadProgress, UploadSource } from '../../src/index.ts';
import { codeOf } from './code.ts';

/** A port with a store and a scanner at the other end. */
export interface UploadHarness {
  readonly port: UploadPort;
  /** Pointer template of a field for files. */
  readonly template: string;
  /** A file that the scanner finds nothing in, and one that it refuses. */
  readonly clean: UploadSource;
  readonly infected: UploadSource;
  /** Breaks the line of the upload that is under way after some of it has arrived, as soon as there is one. */
  interrupt(): Promise<void>;
}

const never = new AbortController().signal;

/** What everything that a session takes for an upload port has to do. */
export function uploadConformance(name: string, open: () => Promise<UploadHarness>): void {
  describe(`${name} as upload port`, () => {
    let harness: UploadHarness;
    let progress: UploadProgress[];
    const send = (file: UploadSource, key: string, handle?: string, signal = never) =>
      harness.port.upload(
        { template: harness.template, file, key, ...(handle === undefined ? {} : { handle }) },
        (one) => progress.push(one),
        signal,
      );
    const settled = async (id: string): Promise<FileStatus> => {
      for (let time = 0; time < 100; time++) {
        const status = await harness.port.status(id, never);
        if (status.state !== 'scanning') return status;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      throw new TypeError('the scanner does not answer');
    };

    beforeEach(async () => {
      harness = await open();
      progress = [];
    });

    test('takes a file and says in the end that it is clean', async () => {
      const { id } = await send(harness.clean, 'a');
      const { name: given, type, size } = harness.clean;
      expect(await settled(id)).toEqual({ state: 'clean', file: { id, name: given, type, size } });
    });

    test('tells how much has arrived, never less than before', async () => {
      await send(harness.clean, 'a');
      const sent = progress.map((one) => one.sent);
      expect([...sent].sort((left, right) => left - right)).toEqual(sent);
      expect(sent.at(-1)).toBe(harness.clean.size);
    });

    test('refuses what the scanner refuses, with a reason', async () => {
      const { id } = await send(harness.infected, 'a');
      expect(await settled(id)).toEqual({ state: 'refused', reason: expect.stringMatching(/^[a-z-]+$/) });
    });

    test('gives every file an id of its own', async () => {
      const { id } = await send(harness.clean, 'a');
      expect((await send(harness.clean, 'b')).id).not.toBe(id);
    });

    test('goes on where it was interrupted', async () => {
      const interrupted = codeOf(send(harness.clean, 'a'));
      await harness.interrupt();
      expect(await interrupted).toMatchObject({ retry: true });
      const { handle, sent = 0 } = progress.at(-1) ?? {};
      expect(handle).toBeDefined();
      progress = [];
      const { id } = await send(harness.clean, 'a', handle);
      expect(progress[0]?.sent).toBeGreaterThanOrEqual(sent);
      expect(await settled(id)).toMatchObject({ state: 'clean' });
    });

    test('says "upload-gone" to a handle that leads nowhere', async () => {
      expect(await codeOf(send(harness.clean, 'a', 'made-up'))).toEqual({ code: 'upload-gone', retry: false });
    });

    test('removes a file, as often as it is told to', async () => {
      const { id } = await send(harness.clean, 'a');
      await harness.port.remove({ id }, never);
      expect(await codeOf(harness.port.status(id, never))).toMatchObject({ retry: false });
      await expect(harness.port.remove({ id }, never)).resolves.toBeUndefined();
    });

    test('lets go of an upload that is aborted', async () => {
      const controller = new AbortController();
      controller.abort();
      await expect(send(harness.clean, 'a', undefined, controller.signal)).rejects.toBeDefined();
    });
  });
}
