import type { SampleForm } from '../forms/sample.ts';

/** A library that does the same work. Its own files do what its users do, no less and no more. */
export interface Peer {
  readonly name: string;
  /** From the definition to a form that can be asked; `undefined` where it has no such thing. */
  load(form: SampleForm): LoadedForm | undefined;
  /** A repeated group with so many entries of ten text fields. */
  loadEntries(entries: number): LoadedEntries | undefined;
}

export interface LoadedForm {
  /** Answers all fields that are asked. */
  fill(): void;
  /** Sets one answer and reads what a page shows then. */
  answer(name: string, value: string | number): unknown;
  end?(): void;
}

export interface LoadedEntries {
  /** Adds an entry and reads what a page shows then. */
  add(): unknown;
  /** Takes the last one away again. */
  drop(): void;
}
