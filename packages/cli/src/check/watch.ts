import { watch } from 'node:fs';

/** Milliseconds to wait for more of the same: editors save in several steps. */
const settling = 60;

/**
 * Tells which forms of a folder change, until it is told to stop. One report at a time: what changes meanwhile comes
 * with the next.
 * @param changed folders of forms; undefined when blocks or lists changed, which any form may use
 */
export async function watchForms(
  root: string,
  signal: AbortSignal,
  changed: (folders: ReadonlySet<string> | undefined) => Promise<void>,
): Promise<void> {
  let waiting = new Set<string>();
  let wake: (() => void) | undefined;
  const watcher = watch(root, { recursive: true, signal }, (_, name) => {
    const path = String(name ?? '').replaceAll('\\', '/');
    // Editors leave swap files beside; folders themselves say nothing of what is in them.
    if (!path.endsWith('.json') || path.split('/').some((part) => part.startsWith('.'))) return;
    waiting.add(path.split('/')[0] ?? '');
    wake?.();
  });
  const stopped = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
    watcher.once('close', resolve);
  });
  while (!signal.aborted) {
    if (waiting.size === 0) {
      await Promise.race([stopped, new Promise<void>((resolve) => (wake = resolve))]);
      if (signal.aborted) break;
      await new Promise((resolve) => setTimeout(resolve, settling));
    }
    const folders = waiting;
    waiting = new Set();
    await changed([...folders].some((name) => name.startsWith('_')) ? undefined : folders);
  }
}
