import { functionSignatures } from '../expression/signatures.ts';
import type { Expression } from '../expression/tree.ts';

const operators: Readonly<Record<string, readonly [sign: string, rank: number]>> = {
  or: ['||', 2],
  and: ['&&', 3],
  equal: ['==', 4],
  unequal: ['!=', 4],
  less: ['<', 4],
  lessOrEqual: ['<=', 4],
  greater: ['>', 4],
  greaterOrEqual: ['>=', 4],
  in: ['in', 4],
  add: ['+', 5],
  subtract: ['-', 5],
  multiply: ['*', 6],
  divide: ['/', 6],
  remainder: ['%', 6],
};
const marked = new Set(['words', 'size']);
const choice = 1;
const prefix = 7;
const member = 8;

/** An expression as authors write it, for messages about a part of one. */
export function print(tree: Expression): string {
  return printed(tree, 0);
}

/** @param around the rank of the operator around: a weaker one inside stands in brackets */
function printed(tree: Expression, around: number): string {
  const bracketed = (rank: number, text: string) => (rank < around ? `(${text})` : text);
  switch (tree[0]) {
    case 'literal':
      return typeof tree[1] === 'string' ? quoted(tree[1]) : String(tree[1]);
    case 'listLiteral':
      return `[${tree[1].map(print).join(', ')}]`;
    case 'get':
      return named(tree);
    case 'select':
      return `${printed(tree[1], member)}.${tree[2]}`;
    case 'index':
      return `${printed(tree[1], member)}[${print(tree[2])}]`;
    case 'not':
      return bracketed(prefix, `!${printed(tree[1], prefix)}`);
    case 'negate':
      return bracketed(prefix, `-${printed(tree[1], prefix)}`);
    case 'choose': {
      const [, condition, yes, no] = tree;
      return bracketed(choice, `${printed(condition, choice + 1)} ? ${printed(yes, choice)} : ${printed(no, choice)}`);
    }
    case 'macro':
      return `${printed(tree[2], member)}.${tree[1]}(${tree[3]}, ${print(tree[4])})`;
    case 'call':
      return called(tree[1], tree[2]);
    default: {
      const [sign, rank] = operators[tree[0]] ?? ['?', 0];
      return bracketed(rank, `${printed(tree[1], rank)} ${sign} ${printed(tree[2], rank + 1)}`);
    }
  }
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

function named(tree: Expression & readonly ['get', ...unknown[]]): string {
  const [, base, path] = tree;
  const start =
    base.base === 'root'
      ? []
      : base.base === 'define' || base.base === 'variable'
        ? [base.name]
        : [base.base === 'item' ? (base.as ?? 'item') : base.base];
  return [...start, ...path].join('.');
}

function called(name: string, args: readonly Expression[]): string {
  const [receiver, ...rest] = args;
  if (receiver && functionSignatures.get(name)?.startsWith('string.')) {
    return `${printed(receiver, member)}.${name}(${rest.map(print).join(', ')})`;
  }
  // By a second argument the compiler tells rich text from other text, lists from texts.
  return `${name}(${(marked.has(name) ? args.slice(0, 1) : args).map(print).join(', ')})`;
}
