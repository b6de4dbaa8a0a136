import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/** A line at a time, in and out. */
export interface Console {
  say(text?: string): void;
  /** A line; `undefined` once there are no more. */
  ask(prompt: string): Promise<string | undefined>;
  close(): void;
}

/**
 * A console over two streams: a terminal, or pipes. Lines that come before anybody asks are kept; what comes through a
 * pipe is written out again, so that the output reads like a conversation.
 * @param interrupted called at Ctrl+C
 */
export function consoleOn(
  input: Readable & { readonly isTTY?: boolean },
  output: Writable,
  interrupted: () => void,
): Console {
  const live = input.isTTY === true;
  const lines = createInterface({ input, output, terminal: live });
  const waiting: string[] = [];
  let answer: ((line: string | undefined) => void) | undefined;
  let ended = false;
  lines.on('line', (line) => {
    if (!answer) {
      waiting.push(line);
      return;
    }
    const give = answer;
    answer = undefined;
    give(line);
  });
  lines.on('close', () => {
    ended = true;
    answer?.(undefined);
  });
  lines.on('SIGINT', interrupted);
  return {
    say: (text = '') => void output.write(`${text}\n`),
    async ask(prompt) {
      if (live) {
        lines.setPrompt(`${prompt} `);
        lines.prompt();
      } else output.write(`${prompt} `);
      const line =
        waiting.shift() ?? (ended ? undefined : await new Promise<string | undefined>((give) => (answer = give)));
      if (!live) output.write(`${line ?? ''}\n`);
      return line;
    },
    close: () => lines.close(),
  };
}
