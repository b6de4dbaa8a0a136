import { createHash, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SchalterError } from '@schalter/definition';

/** A lock of another machine (or container) counts as abandoned when its file was not touched for this long. */
const abandonedAfter = 10_000;
const heartbeat = 3_000;

/** Held while a process uses the data folder. */
export interface DataFolderLock {
  release(): Promise<void>;
}

interface Owner {
  readonly id: string;
  readonly pid: number;
  readonly host: string;
  /** When the process started, as the kernel counts: tells it from a later process with the same number. */
  readonly started: string;
}

/**
 * Makes the data folder and takes it for this process alone: the embedded database knows no second one.
 * What a killed process left behind is recognised (its process is gone) and taken over.
 * @throws SchalterError `data-dir-in-use`, `data-dir-not-writable`
 */
export async function lockDataFolder(folder: string): Promise<DataFolderLock> {
  const path = join(folder, 'schalter.lock');
  const owner: Owner = { id: randomUUID(), pid: process.pid, host: hostname(), started: await startOf(process.pid) };
  try {
    await mkdir(folder, { recursive: true });
    await acquire(path, owner);
  } catch (cause) {
    if (cause instanceof InUse) throw new SchalterError('data-dir-in-use', { path: folder, pid: cause.holder.pid });
    const detail = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw new SchalterError('data-dir-not-writable', { path: folder, detail }, { cause });
  }

  const timer = setInterval(() => {
    const now = new Date();
    // The folder may be removed under a running server; the database says so better than the lock could.
    utimes(path, now, now).catch(() => undefined);
  }, heartbeat);
  timer.unref();
  return {
    async release() {
      clearInterval(timer);
      if ((await readOwner(path))?.id === owner.id) await rm(path, { force: true });
    },
  };
}

/** Somebody who is alive holds the lock. */
class InUse extends RangeError {
  readonly holder: Owner;
  constructor(holder: Owner) {
    super('in use');
    this.holder = holder;
  }
}

/**
 * Linking is atomic and refuses to replace: the lock appears whole, and only once. An abandoned lock is replaced by
 * whoever holds the right to replace just this one, which is a lock of its own: of several that find it, one does.
 * @throws InUse
 */
async function acquire(path: string, owner: Owner): Promise<void> {
  const own = `${path}.new-${randomUUID()}`;
  await writeFile(own, `${JSON.stringify(owner)}\n`, { flush: true });
  try {
    while (!(await claim(own, path))) {
      const holder = await readOwner(path);
      if (holder === undefined) continue;
      if (await isAlive(holder, path)) throw new InUse(holder);
      if (await replace(own, path, holder, owner)) return;
    }
  } finally {
    await rm(own, { force: true });
  }
}

async function claim(own: string, path: string): Promise<boolean> {
  try {
    await link(own, path);
    return true;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false;
    throw cause;
  }
}

async function replace(own: string, path: string, abandoned: Owner, owner: Owner): Promise<boolean> {
  const right = `${path}.after-${createHash('sha256').update(abandoned.id).digest('hex').slice(0, 12)}`;
  try {
    await acquire(right, owner);
  } catch (cause) {
    if (!(cause instanceof InUse)) throw cause;
    // Somebody else is at it, and will be alive when we look again.
    await pause(20);
    return false;
  }
  try {
    if ((await readOwner(path))?.id !== abandoned.id) return false;
    await rename(own, path);
    return true;
  } finally {
    await rm(right, { force: true });
  }
}

async function isAlive(holder: Owner, path: string): Promise<boolean> {
  if (holder.host !== hostname()) return await isTouched(path);
  try {
    process.kill(holder.pid, 0);
  } catch (cause) {
    // EPERM: there is such a process, of somebody else.
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EPERM')) return false;
  }
  return (await startOf(holder.pid)) === holder.started;
}

/** Whether someone on another machine keeps touching the file: waits as long as that takes to tell. */
async function isTouched(path: string): Promise<boolean> {
  const modified = async () => (await stat(path).catch(() => undefined))?.mtimeMs;
  const first = await modified();
  if (first === undefined || Date.now() - first > abandonedAfter) return false;
  for (let waited = 0; waited < abandonedAfter; waited += 500) {
    await pause(500);
    if ((await modified()) !== first) return true;
  }
  return false;
}

async function readOwner(path: string): Promise<Owner | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
  const unknown: Owner = { id: text, pid: 0, host: hostname(), started: 'never' };
  try {
    const { id, pid, host, started } = JSON.parse(text);
    const known = typeof id === 'string' && Number.isInteger(pid) && pid > 0 && typeof host === 'string';
    return known ? { id, pid, host, started: String(started) } : unknown;
  } catch {
    return unknown;
  }
}

/** Start of a process in kernel ticks since boot, with the boot's id; 'unknown' where there is no /proc. */
async function startOf(pid: number): Promise<string> {
  try {
    const [status, boot] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
    ]);
    // The second field is the program's name in brackets and may contain anything; start time is field 22.
    return `${boot.trim()}/${status.slice(status.lastIndexOf(')') + 2).split(' ')[19]}`;
  } catch {
    return 'unknown';
  }
}
