import { readdirSync, readFileSync } from 'node:fs';
import type { Json, Shape } from './plain-environment.ts';

/** A file of cases that give a value. */
export interface ValueTable {
  readonly about: string;
  readonly today: string;
  readonly shape: { readonly [name: string]: Shape };
  /** Named expressions of the form. */
  readonly define?: Readonly<Record<string, string>>;
  readonly cases: readonly ValueCase[];
}

export interface ValueCase {
  readonly name: string;
  readonly expression: string;
  readonly data: Json;
  readonly today?: string;
  /** Where the expression stands: pointer of `self`, and the name of the entry. */
  readonly at?: string;
  readonly as?: string;
  /** Either this or `unknown`. */
  readonly expects?: Json;
  readonly unknown?: true;
}

/** A file of cases that give problems. */
export interface ProblemTable {
  readonly about: string;
  readonly shape: { readonly [name: string]: Shape };
  readonly at: string;
  readonly cases: readonly ProblemCase[];
}

export interface ProblemCase {
  readonly name: string;
  readonly expression: string;
  /** Code of the first problem; absent: there is none. */
  readonly code?: string;
  /** The part of the text that the problem points at. */
  readonly place?: string;
}

const folder = new URL('.', import.meta.url);

function read<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as T;
}

const ofProblems = ['refused.json', 'warnings.json'];

export const valueTables: ReadonlyMap<string, ValueTable> = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith('.json') && !ofProblems.includes(file))
    .map((file) => [file, read<ValueTable>(file)]),
);

export const refused: ProblemTable = read('refused.json');
export const warnings: ProblemTable = read('warnings.json');
