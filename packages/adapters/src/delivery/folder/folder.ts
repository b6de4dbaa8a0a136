import { createHash } from 'node:crypto';
import { access, constants, mkdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { AdapterError, runCheck } from '../../adapter.ts';
import { checkOptions } from '../../options.ts';
import { checkFileNames, folderName } from '../names.ts';
import type { Delivery, DeliveryPort } from '../port.ts';
import { type FolderOptions, options as schema } from './options.ts';
import { isCode, type Modes, removeLeftovers, writeFileAtOnce, writeFolder } from './write.ts';

const adapter = 'delivery/folder';
const documentName = 'submission.json';
const slipName = 'delivery.json';
// Which ids have been delivered, kept apart: offices take folders away when they have dealt with them.
const ledgerName = '.delivered';

/** What stands in `delivery.json` beside the submission. */
interface Slip {
  readonly id: string;
  readonly confirmation: string;
}

/**
 * Delivers into `<path>/<receiver>/<reference>/`: `submission.json`, the files as named, and `delivery.json` with
 * the delivery's id and the checksums.
 * @throws SchalterError `adapter-options`
 * @example const delivery = folderDelivery({ path: '/srv/posteingang' })
 */
export function folderDelivery(options: FolderOptions): DeliveryPort {
  const settings = checkOptions<FolderOptions>(adapter, schema, options);
  const root = resolve(settings.path);
  const modes: Modes = settings.groupReadable ? { folder: 0o750, file: 0o640 } : { folder: 0o700, file: 0o600 };
  const ledger = join(root, ledgerName);
  const underWay = new Set<Promise<unknown>>();
  let closed = false;
  let prepared: Promise<void> | undefined;

  /** Once per adapter; tried again after a failure. */
  function prepare(): Promise<void> {
    prepared ??= (async () => {
      await mkdir(ledger, { recursive: true, mode: modes.folder });
      await removeLeftovers(root);
    })().catch((error: unknown) => {
      prepared = undefined;
      throw error;
    });
    return prepared;
  }

  async function deliver(delivery: Delivery, signal: AbortSignal): Promise<{ confirmation: string }> {
    if (closed) throw new AdapterError('adapter-closed', { adapter }, { retry: false });
    const receiver = folderName(delivery.receiver);
    const reference = folderName(delivery.reference);
    checkFileNames(
      delivery.files.map((file) => file.name),
      [documentName, slipName],
    );
    try {
      signal.throwIfAborted();
      await prepare();
      const entry = join(ledger, `${digest(delivery.id)}.json`);
      const known = await readSlip(entry);
      if (known) return { confirmation: known.confirmation };
      const above = join(root, receiver);
      await mkdir(above, { recursive: true, mode: modes.folder });
      await removeLeftovers(above);
      const slip = await place(delivery, `${receiver}/${reference}`, signal);
      await writeFileAtOnce(entry, print({ id: slip.id, confirmation: slip.confirmation }), modes.file);
      return { confirmation: slip.confirmation };
    } catch (error) {
      if (error instanceof AdapterError) throw error;
      if (signal.aborted) throw new AdapterError('adapter-aborted', { adapter }, { retry: true, cause: error });
      throw unwritable(error);
    }
  }

  /** Two deliveries of one submission to one receiver stand side by side; one delivery never stands there twice. */
  async function place(delivery: Delivery, wanted: string, signal: AbortSignal): Promise<Slip> {
    for (const confirmation of [wanted, `${wanted}-${digest(delivery.id).slice(0, 8)}`]) {
      const path = join(root, confirmation);
      const there = await readSlip(join(path, slipName));
      if (there?.id === delivery.id) return there;
      if (there) continue;
      const slip = { id: delivery.id, confirmation };
      if (await writeFolder(path, filesOf(delivery, slip), modes, signal)) return slip;
      // Another process was faster, or something else stands there.
      const faster = await readSlip(join(path, slipName));
      if (faster?.id === delivery.id) return faster;
    }
    throw new AdapterError(
      'delivery-unwritable',
      { path: join(root, wanted), detail: 'the place is taken' },
      { retry: true },
    );
  }

  function unwritable(cause: unknown): AdapterError {
    const detail = cause instanceof Error ? cause.message : String(cause);
    return new AdapterError('delivery-unwritable', { path: root, detail }, { retry: true, cause });
  }

  return {
    deliver(delivery, signal) {
      const delivering = deliver(delivery, signal);
      underWay.add(delivering);
      const done = () => underWay.delete(delivering);
      delivering.then(done, done);
      return delivering;
    },

    check() {
      return runCheck([
        {
          part: 'settings',
          run: async () => {
            if (closed) throw new AdapterError('adapter-closed', { adapter }, { retry: false });
          },
        },
        {
          part: 'connection',
          run: async () => {
            const probe = join(ledger, '.check');
            try {
              await prepare();
              await access(root, constants.R_OK | constants.W_OK | constants.X_OK);
              await writeFileAtOnce(probe, '', modes.file);
              await rm(probe, { force: true });
            } catch (error) {
              throw unwritable(error);
            }
          },
        },
      ]);
    },

    async close() {
      closed = true;
      await Promise.allSettled(underWay);
    },
  };
}

function filesOf(delivery: Delivery, slip: Slip) {
  const files = [
    { name: documentName, type: 'application/json', bytes: Buffer.from(print(delivery.document)) },
    ...delivery.files,
  ];
  return [
    ...files,
    {
      name: slipName,
      bytes: print({
        id: slip.id,
        confirmation: slip.confirmation,
        receiver: delivery.receiver,
        form: { id: delivery.form.id, version: delivery.form.version },
        reference: delivery.reference,
        receivedAt: delivery.receivedAt,
        files: files.map(({ name, type, bytes }) => ({
          name,
          type,
          size: bytes.byteLength,
          sha256: createHash('sha256').update(bytes).digest('hex'),
        })),
      }),
    },
  ];
}

/** `undefined` when there is none or what stands there is no slip. */
async function readSlip(path: string): Promise<Slip | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw error;
  }
  try {
    const { id, confirmation }: { id?: unknown; confirmation?: unknown } = JSON.parse(text) ?? {};
    return typeof id === 'string' && typeof confirmation === 'string' ? { id, confirmation } : undefined;
  } catch {
    return undefined;
  }
}

function digest(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}

function print(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
