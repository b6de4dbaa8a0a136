import { functionSignatures } from '../expression/signatures.ts';
import type { ValueType } from './expression-scope.ts';

/** A type as signatures write it: a kind, `any`, a type variable, or a list of one of them. */
export type TypePattern =
  | { readonly kind: 'string' | 'number' | 'boolean' | 'date' | 'any' | 'T' | 'O' }
  | { readonly kind: 'list'; readonly of: TypePattern };

export interface Signature {
  readonly name: string;
  /** Whether it is called as a method; the receiver is the first parameter. */
  readonly method: boolean;
  /** Per parameter the patterns one of which must fit. */
  readonly parameters: readonly (readonly TypePattern[])[];
  readonly result: TypePattern;
}

function parseSignature(text: string): Signature {
  const match = /^(?:(\w+)\.)?(\w+)\((.*)\): (\S+)$/.exec(text);
  const [, receiver, name = '', inner = '', result = ''] = match ?? [];
  const written = [...(receiver ? [receiver] : []), ...(inner === '' ? [] : inner.split(', '))];
  return {
    name,
    method: receiver !== undefined,
    parameters: written.map((parameter) => parameter.split(' | ').map(parsePattern)),
    result: parsePattern(result),
  };
}

function parsePattern(text: string): TypePattern {
  const list = /^list<(.+)>$/.exec(text);
  if (list?.[1]) return { kind: 'list', of: parsePattern(list[1]) };
  return { kind: text as Exclude<TypePattern['kind'], 'list'> };
}

/** The signatures of the profile's functions, read once from their one table. */
export const signatures: ReadonlyMap<string, Signature> = new Map(
  [...functionSignatures].map(([name, signature]) => [name, parseSignature(signature)]),
);

const names: Readonly<Record<Exclude<TypePattern['kind'], 'list'>, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  date: 'a date',
  any: 'a value',
  T: 'a value of the same type',
  O: 'a number, text or date',
};

const plurals: Readonly<Record<Exclude<TypePattern['kind'], 'list'>, string>> = {
  string: 'texts',
  number: 'numbers',
  boolean: 'true and false',
  date: 'dates',
  any: 'values',
  T: 'values of the same type',
  O: 'numbers, texts or dates',
};

/** What a parameter needs, as sentences say it. */
export function describeParameter(patterns: readonly TypePattern[]): string {
  return patterns.map(describePattern).join(' or ');
}

function describePattern(pattern: TypePattern): string {
  if (pattern.kind !== 'list') return names[pattern.kind];
  if (pattern.of.kind === 'any') return 'a list';
  return pattern.of.kind === 'list' ? 'a list of lists' : `a list of ${plurals[pattern.of.kind]}`;
}

/** Whether a type fits a pattern; type variables are bound by `unify` of the caller. */
export function fits(
  type: ValueType,
  pattern: TypePattern,
  bind: (variable: 'T' | 'O', type: ValueType) => boolean,
): boolean {
  switch (pattern.kind) {
    case 'any':
      return true;
    case 'T':
    case 'O':
      return bind(pattern.kind, type);
    case 'list':
      return type.kind === 'list' && (type.of.kind === 'null' || fits(type.of, pattern.of, bind));
    case 'string':
      return type.kind === 'string' || type.kind === 'date';
    default:
      return type.kind === pattern.kind;
  }
}
