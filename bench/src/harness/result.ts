/** What a figure has to keep to. */
export type Bar = { readonly atMost: number } | { readonly atLeast: number };

/** One line of a benchmark: a figure of ours, beside those of peers that do the same work. */
export interface Row {
  readonly metric: string;
  /** Size of the form: fields, or entries. `null` where there is none. */
  readonly n: number | null;
  readonly unit: string;
  readonly ours: number;
  /** By the peer's name; who has no such thing is left out, who fails at it is `null`. */
  readonly peers: Readonly<Record<string, number | null>>;
  readonly bar: Bar | null;
  /** `null` without a bar. */
  readonly ok: boolean | null;
}

export interface Result {
  readonly machine: Machine;
  readonly rows: readonly Row[];
}

export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memory: string;
  readonly system: string;
  readonly node: string;
}

export type Figure = Omit<Row, 'bar' | 'ok' | 'peers'> & Partial<Pick<Row, 'bar' | 'peers'>>;

/** A figure with the verdict on it. What could not be measured keeps to no bar. */
export function row({ metric, n, unit, ours, peers = {}, bar = null }: Figure): Row {
  return { metric, n, unit, ours, peers, bar, ok: bar && keeps(ours, bar) };
}

function keeps(value: number, bar: Bar): boolean {
  return 'atMost' in bar ? value <= bar.atMost : value >= bar.atLeast;
}

/** Rows that miss their bar. */
export function misses(rows: readonly Row[]): readonly Row[] {
  return rows.filter(({ ok }) => ok === false);
}
