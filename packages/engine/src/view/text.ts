import type { Block, Inline, TextTree } from '@schalter/definition';
import { printNumber } from '../entry/number.ts';
import { printDate } from '../entry/print-date.ts';
import { wordsOf } from '../entry/words.ts';
import { evaluate } from '../expression/evaluate.ts';
import type { Environment, Value } from '../expression/tree.ts';
import type { LeafNode, NodeTexts, Program, ProgramNode, ProgramText, ValuePart } from '../program.ts';
import { remembered } from '../run/remembered.ts';
import { valueLines } from './lines.ts';

/** Where a text is read: interpolations are evaluated there. */
export interface Reading {
  readonly program: Program;
  readonly language: string;
  readonly environment: () => Environment;
}

/** A line of text in the reading's language, interpolations written out; empty where there is no such text. */
export function lineOf(reading: Reading, key: string | undefined): string {
  const text = find(reading, key);
  return text?.kind === 'line' ? text.parts.map((part) => inlineText(reading, part)).join('') : '';
}

/** A text of paragraphs; `undefined` where there is none. One without interpolations is the program's own object. */
export function treeOf(reading: Reading, key: string | undefined): TextTree | undefined {
  const text = find(reading, key);
  if (text?.kind === 'tree') return fillTree(reading, text.tree);
  if (text?.kind !== 'line') return undefined;
  return [{ kind: 'paragraph', children: [lineOf(reading, key)] }];
}

/** What helps with a field or group. */
export function hintsOf(reading: Reading, texts: NodeTexts): { readonly hint?: TextTree; readonly help?: TextTree } {
  const hint = treeOf(reading, texts.description);
  const help = treeOf(reading, texts.help);
  return { ...(hint ? { hint } : {}), ...(help ? { help } : {}) };
}

/** Whether a line has something to fill in. */
export function interpolates(program: Program, language: string, key: string | undefined): boolean {
  const text = find({ program, language }, key);
  return text?.kind === 'line' && text.parts.some((part) => typeof part !== 'string');
}

function find(reading: Pick<Reading, 'program' | 'language'>, key: string | undefined): ProgramText | undefined {
  if (key === undefined) return undefined;
  const { texts, language } = reading.program;
  return own(texts[reading.language], key) ?? own(texts[language], key);
}

function own<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}

function inlineText(reading: Reading, part: string | ValuePart): string {
  if (typeof part === 'string') return part;
  const value = evaluate(part.tree, reading.environment());
  const leaf = part.leaf === undefined ? undefined : leafOf(reading.program, part.leaf);
  if (leaf && isPlain(value)) return valueLines(reading, leaf, value).join(', ');
  return print(value, part.type, reading.language);
}

function isPlain(value: Value): value is string | number | boolean | readonly (string | number)[] {
  return value !== null && value !== undefined && (typeof value !== 'object' || Array.isArray(value));
}

function print(value: Value, type: ValuePart['type'], language: string): string {
  if (typeof value === 'number') return printNumber(value, language);
  if (typeof value === 'boolean') return wordsOf(language)[value ? 1 : 0];
  if (typeof value !== 'string') return '';
  return type === 'date' ? printDate(value, language) : value;
}

/** The leaf of a template. */
function leafOf({ root }: Program, template: string): LeafNode | undefined {
  let node: ProgramNode | undefined = root;
  for (const name of template.slice(1).split('/')) {
    if (node?.kind === 'group') node = node.members.find((member) => member.name === name);
    else node = node?.kind === 'list' ? node.item : undefined;
  }
  return node?.kind === 'leaf' ? node : undefined;
}

/** Whether nothing is to be filled in anywhere below. */
const isConstant: (tree: object) => boolean = remembered((tree: object): boolean => {
  if ('kind' in tree && tree.kind === 'value') return false;
  return Object.values(tree).every((part) => typeof part !== 'object' || part === null || isConstant(part));
});

function fillTree(reading: Reading, tree: TextTree<ValuePart>): TextTree {
  // Without interpolations a tree is its own result.
  if (isConstant(tree)) return tree as TextTree;
  return tree.map((block) => fillBlock(reading, block));
}

function fillBlock(reading: Reading, block: Block<ValuePart>): Block {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return { ...block, children: fillLine(reading, block.children) };
    case 'list':
      return { ...block, items: block.items.map((item) => fillTree(reading, item)) };
    case 'quote':
      return { ...block, children: fillTree(reading, block.children) };
    case 'table':
      return {
        ...block,
        head: block.head.map((cell) => fillLine(reading, cell)),
        rows: block.rows.map((row) => row.map((cell) => fillLine(reading, cell))),
      };
    default:
      return block;
  }
}

function fillLine(reading: Reading, line: readonly Inline<ValuePart>[]): Inline[] {
  return line.map((inline): Inline => {
    if (typeof inline === 'string') return inline;
    if (inline.kind === 'value') return inlineText(reading, inline);
    if (inline.kind === 'code' || inline.kind === 'break') return inline;
    return { ...inline, children: fillLine(reading, inline.children) };
  });
}
