/** Where a command writes to, and from where it reads paths: handed in, so that tests see what people see. */
export interface Terminal {
  write(text: string): void;
  writeError(text: string): void;
  /** Whether escape sequences for colour are welcome. */
  readonly colour: boolean;
  /** Folder that relative paths start from. */
  readonly folder: string;
  /** Whether a person watches the error output: then long runs say how far they are. */
  readonly interactive?: boolean;
  /** Ends what runs until it is stopped (`--watch`), beside Ctrl+C. */
  readonly stop?: AbortSignal;
}

/** Exit statuses of every command. */
export const exitStatus = {
  /** All is sound. */
  sound: 0,
  /** There are problems in what was looked at, or the server could not start. */
  problems: 1,
  /** The command could not run: wrong words, nothing to look at. */
  unusable: 2,
} as const;

const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33 } as const;

/** Paints text for terminals that take colour. */
export function paint(terminal: Terminal, style: keyof typeof codes, text: string): string {
  return terminal.colour ? `\u001b[${codes[style]}m${text}\u001b[0m` : text;
}

/** `1 error`, `2 errors`. */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
