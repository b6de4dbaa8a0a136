import type { Terminal } from './output.ts';

/** Milliseconds before a run counts as long, and between two lines of progress. */
const patience = { first: 1_000, next: 200 } as const;

/**
 * Says on the error output how far a long run is; on terminals only, where the line is overwritten.
 * @param what `forms checked`
 */
export function progressLine(
  terminal: Terminal,
  what: string,
): { show(done: number, total: number): void; clear(): void } {
  let due = Date.now() + patience.first;
  let shown = false;
  return {
    show(done, total) {
      if (!terminal.interactive || Date.now() < due) return;
      due = Date.now() + patience.next;
      shown = true;
      terminal.writeError(`\r\u001b[K${done} of ${total} ${what} …`);
    },
    clear() {
      if (shown) terminal.writeError('\r\u001b[K');
      shown = false;
    },
  };
}
