import type { UploadedFile, UploadPort, UploadRequest } from '../ports/upload.ts';
import { failure, Remote } from './remote.ts';

export interface UploadDouble extends UploadPort {
  readonly remote: Remote;
  readonly requests: readonly UploadRequest[];
  /** So many bytes more of the upload that is under way arrive; without a number all that are left. */
  arrive(bytes?: number): void;
  /** The line breaks; what has arrived stays there. */
  interrupt(code?: string, retry?: boolean): void;
  /** What arrived is thrown away: handles lead nowhere. */
  forget(): void;
  /** What the scanner finds in files that have arrived from now on, or in those that wait for it. */
  find(outcome: 'clean' | 'scanning' | { readonly refused: string }): void;
  /** Names of the files that are there. */
  stored(): readonly string[];
}

interface Stored {
  readonly id: string;
  readonly request: UploadRequest;
  sent: number;
  outcome: 'clean' | 'scanning' | { readonly refused: string } | undefined;
}

interface Line {
  readonly file: Stored;
  readonly report: Parameters<UploadPort['upload']>[1];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * A file store in memory. Bytes arrive when it is told so (`arrive`), or at once.
 * @param atOnce files arrive as they are sent
 */
export function uploadDouble(atOnce = false): UploadDouble {
  const remote = new Remote();
  const requests: UploadRequest[] = [];
  const files = new Map<string, Stored>();
  const lines: Line[] = [];
  let outcome: Stored['outcome'] = 'clean';
  let made = 0;

  /** The newest upload that is under way. */
  const current = () => lines.at(-1);
  const drop = (line: Line) => void lines.splice(lines.indexOf(line), 1);
  const arriveAt = (line: Line, bytes: number) => {
    const { file, report } = line;
    file.sent = Math.min(file.sent + bytes, file.request.file.size);
    report({ sent: file.sent, handle: `handle-${file.id}` });
    if (file.sent < file.request.file.size) return;
    drop(line);
    line.resolve();
  };

  return {
    remote,
    requests,
    upload: (request, report, signal) =>
      remote.answer('upload', signal, async () => {
        requests.push(request);
        const { handle, key } = request;
        const before = [...files.values()].find((one) => `handle-${one.id}` === handle || one.request.key === key);
        if (handle !== undefined && !before) throw failure('upload-gone');
        if (!before) made++;
        const file = before ?? { id: `file-${made}`, request, sent: 0, outcome: undefined };
        files.set(file.id, file);
        await new Promise<void>((resolve, reject) => {
          const line = { file, report, resolve, reject };
          lines.push(line);
          signal.addEventListener('abort', () => {
            if (lines.includes(line)) drop(line);
            reject(failure('aborted'));
          });
          if (atOnce) arriveAt(line, request.file.size);
        });
        file.outcome ??= outcome;
        return { id: file.id };
      }),
    status: (id, signal) =>
      remote.answer('status', signal, () => {
        const found = files.get(id);
        if (found?.outcome === undefined) throw failure('unknown-file');
        if (found.outcome === 'scanning') return { state: 'scanning' };
        if (found.outcome !== 'clean') return { state: 'refused', reason: found.outcome.refused };
        const { name, type, size } = found.request.file;
        const file: UploadedFile = { id, name, type, size };
        return { state: 'clean', file };
      }),
    remove: ({ id, handle }, signal) =>
      remote.answer('remove', signal, () => {
        for (const one of [...files.keys()]) if (one === id || `handle-${one}` === handle) files.delete(one);
      }),
    arrive(bytes = Number.POSITIVE_INFINITY) {
      const line = current();
      if (line) arriveAt(line, bytes);
    },
    interrupt(code = 'offline', retry = true) {
      const line = current();
      if (!line) return;
      drop(line);
      line.reject(failure(code, retry));
    },
    forget: () => files.clear(),
    find(next) {
      outcome = next;
      for (const file of files.values()) if (file.outcome === 'scanning') file.outcome = next;
    },
    stored: () => [...files.values()].map(({ request }) => request.file.name),
  };
}
