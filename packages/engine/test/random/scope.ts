/** What expressions can name. */
export type Kind = 'text' | 'number' | 'boolean' | 'date' | 'texts' | 'entries' | 'group' | 'file';

export interface Name {
  /** As it is written where it is used. */
  readonly text: string;
  readonly kind: Kind;
  /** Of a choice: what can be chosen. */
  readonly constants?: readonly string[];
  /** Of a list of groups: the names in an entry, relative to it. */
  readonly members?: readonly Name[];
  /** JSON Schema cannot see it in a submission: computed. */
  readonly computed?: true;
}

/** The names that can be used at a place. */
export interface Scope {
  readonly names: readonly Name[];
  /** Only what JSON Schema has words for. */
  readonly expressible: boolean;
  /** How many macros stand around: they cost as much as their lists are long, times each other. */
  readonly macros?: number;
}

/** Names as they are written from outside of the group they stand in. */
export function below(prefix: string, names: readonly Name[]): Name[] {
  return prefix === '' ? [...names] : names.map((name) => ({ ...name, text: `${prefix}.${name.text}` }));
}
