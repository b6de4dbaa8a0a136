import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * What is typed at a question, by how its label begins; several for a question that comes again. `…(j/n)` is for all other
 * questions that contain what stands behind the dots.
 */
export type Script = Readonly<Record<string, string | readonly string[]>>;

export interface Typed {
  readonly status: number | null;
  /** All that stood on the screen. */
  readonly screen: string;
  readonly errors: string;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const main = fileURLToPath(new URL('./src/main.ts', import.meta.url));

/** Starts the command in the repository's folder. */
export function start(args: readonly string[]): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [main, ...args], { cwd: root });
}

/**
 * Runs the command and answers its questions as a person does: each when it is asked, an empty line where the script says
 * nothing. When the script says `⏏` no more lines come, at `^C` it is interrupted.
 */
export async function type(args: readonly string[], script: Script): Promise<Typed> {
  const child = start(args);
  const left = new Map(Object.entries(script).map(([label, lines]) => [label, [lines].flat()]));
  const asked = new Map<string, number>();
  let screen = '';
  let errors = '';
  let answered = 0;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    // Amounts stand before their unit with a space that does not break.
    screen += text.replaceAll('\u00a0', ' ');
    if (!screen.endsWith(': ') || screen.length === answered) return;
    answered = screen.length;
    const label = labelOf(screen);
    const count = (asked.get(label) ?? 0) + 1;
    asked.set(label, count);
    const prompt = screen.split('\n').at(-1) ?? '';
    const keys = [...left.keys()];
    const key =
      keys.find((one) => label.startsWith(one)) ??
      keys.find((one) => one.startsWith('…') && prompt.includes(one.slice(1)));
    const lines = key === undefined ? [] : (left.get(key) ?? []);
    const line = typeof script[key ?? ''] === 'string' ? (lines[0] ?? '') : (lines.shift() ?? '');
    // Whoever asks the same again and again will not get an answer.
    if (line === '⏏' || count > 12) child.stdin.end();
    else if (line === '^C') child.kill('SIGINT');
    else child.stdin.write(`${line}\n`);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { status, screen, errors };
}

const choice =
  /^(?:Nummer(?:n, mit Komma|, oder ein Teil des Wortes)?|Number(?:s, with commas|, or a part of the word)?): (?!ändern|change)/;

/** The label of the question at the end of the screen; that of a choice stands above its options. */
function labelOf(screen: string): string {
  const lines = screen.split('\n');
  let line = lines.length - 1;
  while (line > 0 && (choice.test(lines[line] ?? '') || /^ {2}/.test(lines[line] ?? ''))) line--;
  return lines[line] ?? '';
}
