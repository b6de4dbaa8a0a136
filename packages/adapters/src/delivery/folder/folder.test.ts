import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ArrivedDelivery, deliveryConformance } from '../conformance.ts';
import type { Delivery } from '../port.ts';
import { folderDelivery } from './index.ts';

const never = new AbortController().signal;
const delivery: Delivery = {
  id: 'submission-1/steueramt',
  receiver: 'steueramt',
  form: { id: 'hundesteuer-anmeldung', version: '1.0.0' },
  reference: 'HST-1',
  receivedAt: '2026-11-23T13:05:12.345Z',
  document: { reference: 'HST-1' },
  files: [{ name: 'receipt.pdf', type: 'application/pdf', bytes: new Uint8Array([1, 2, 3]) }],
};

let place: string;
let root: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'schalter-delivery-'));
  root = join(place, 'posteingang');
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

/** What people see in the folder; dotted names are the adapter's own. */
function arrived(): ArrivedDelivery[] {
  if (!existsSync(root) || !statSync(root).isDirectory()) return [];
  const visible = (folder: string) =>
    readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .sort();
  return visible(root).flatMap((receiver) =>
    visible(join(root, receiver)).map((name) => {
      const folder = join(root, receiver, name);
      const slip = JSON.parse(readFileSync(join(folder, 'delivery.json'), 'utf8'));
      return {
        receiver,
        reference: slip.reference,
        document: JSON.parse(readFileSync(join(folder, 'submission.json'), 'utf8')),
        files: visible(folder)
          .filter((file) => !['delivery.json', 'submission.json'].includes(file))
          .map((file) => ({ name: file, bytes: readFileSync(join(folder, file)) })),
      };
    }),
  );
}

deliveryConformance('delivery/folder', async () => ({
  port: folderDelivery({ path: root }),
  another: () => folderDelivery({ path: root }),
  arrived: async () => arrived(),
  async collect() {
    for (const receiver of readdirSync(root)) {
      if (!receiver.startsWith('.')) rmSync(join(root, receiver), { recursive: true });
    }
  },
  async stop() {
    // A file where the folder should be: not even root can write into it.
    rmSync(root, { recursive: true, force: true });
    writeFileSync(root, '');
  },
  close: async () => {},
}));

describe('delivery/folder', () => {
  it('writes a slip with the checksum of every file', async () => {
    const { confirmation } = await folderDelivery({ path: root }).deliver(delivery, never);
    expect(confirmation).toBe('steueramt/HST-1');
    expect(JSON.parse(readFileSync(join(root, confirmation, 'delivery.json'), 'utf8'))).toMatchObject({
      id: delivery.id,
      form: delivery.form,
      receivedAt: delivery.receivedAt,
      files: [
        { name: 'submission.json', type: 'application/json' },
        {
          name: 'receipt.pdf',
          size: 3,
          sha256: '039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81',
        },
      ],
    });
  });

  it('lets nobody else read what it writes, or the group if told so', async () => {
    await folderDelivery({ path: root }).deliver(delivery, never);
    const mode = (path: string) => statSync(join(root, path)).mode & 0o777;
    expect(mode('steueramt/HST-1').toString(8)).toBe('700');
    expect(mode('steueramt/HST-1/submission.json').toString(8)).toBe('600');
    const shared = folderDelivery({ path: root, groupReadable: true });
    await shared.deliver({ ...delivery, id: 'b', reference: 'HST-2' }, never);
    expect(mode('steueramt/HST-2/receipt.pdf') & 0o007).toBe(0);
  });

  it('confirms what stands there already although a crash lost the note of it', async () => {
    const port = folderDelivery({ path: root });
    const first = await port.deliver(delivery, never);
    rmSync(join(root, '.delivered'), { recursive: true });
    expect(await folderDelivery({ path: root }).deliver(delivery, never)).toEqual(first);
    expect(arrived()).toHaveLength(1);
  });

  it('never touches what somebody else put in its place', async () => {
    mkdirSync(join(root, 'steueramt/HST-1'), { recursive: true });
    writeFileSync(join(root, 'steueramt/HST-1/notiz.txt'), 'Bitte nicht löschen');
    const { confirmation } = await folderDelivery({ path: root }).deliver(delivery, never);
    expect(confirmation).toMatch(/^steueramt\/HST-1-[0-9a-f]{8}$/);
    expect(readdirSync(join(root, 'steueramt/HST-1'))).toEqual(['notiz.txt']);
  });

  it('leaves nothing half-written behind and removes what a killed process left', async () => {
    const left = join(root, 'steueramt/.incoming-old');
    mkdirSync(left, { recursive: true });
    utimesSync(left, new Date(0), new Date(0));
    const young = join(root, 'steueramt/.incoming-young');
    mkdirSync(young);
    await folderDelivery({ path: root }).deliver(delivery, never);
    expect(readdirSync(join(root, 'steueramt')).sort()).toEqual(['.incoming-young', 'HST-1']);
  });

  it.each([{}, { path: '' }, { path: 5 }, { path: 'a', unknown: true }, null, undefined, 'x'])(
    'refuses %j as options',
    (options) => {
      expect(() => folderDelivery(options as never)).toThrow(expect.objectContaining({ code: 'adapter-options' }));
    },
  );

  it.skipIf(process.getuid?.() === 0)('says that a folder is not writable (root may write everywhere)', async () => {
    mkdirSync(root);
    chmodSync(root, 0o500);
    expect(await folderDelivery({ path: root }).check()).toMatchObject({
      ok: false,
      parts: [{ ok: true }, { part: 'connection', code: 'delivery-unwritable' }],
    });
  });
});
