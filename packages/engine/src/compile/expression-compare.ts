import type { ASTNode } from '@marcbachmann/cel-js';
import type { Expression } from '../expression/tree.ts';
import { type Context, constantText, fail, isNull, type Part } from './expression-context.ts';
import { booleanType, describe, isOrdered, isText, type MaybeType, numberType } from './expression-types.ts';

type Binary<Op extends string> = ASTNode & { readonly op: Op; readonly args: [ASTNode, ASTNode] };

const equalities = { '==': 'equal', '!=': 'unequal' } as const;
const orders = { '<': 'less', '<=': 'lessOrEqual', '>': 'greater', '>=': 'greaterOrEqual' } as const;
const arithmetic = { '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide', '%': 'remainder' } as const;

/** `==` and `!=`: leaves of one type, or a leaf and `null`. */
export function translateEquality(context: Context, node: Binary<keyof typeof equalities>): Part {
  const [left, right] = node.args.map((side) =>
    // The only place where `null` may stand.
    isNull(side) ? { tree: ['literal', null] as const, type: { kind: 'null' } as const } : context.translate(side),
  ) as [Part, Part];
  checkComparison(context, node, [left, right], isComparable);
  checkConstant(context, left.tree, node.args[1]);
  checkConstant(context, right.tree, node.args[0]);
  return { tree: [equalities[node.op], left.tree, right.tree], type: booleanType };
}

/** `<` and its like: two numbers, two texts, two dates. */
export function translateOrder(context: Context, node: Binary<keyof typeof orders>): Part {
  const left = context.translate(node.args[0]);
  const right = context.translate(node.args[1]);
  checkComparison(context, node, [left, right], isOrdered);
  return { tree: [orders[node.op], left.tree, right.tree], type: booleanType };
}

/** `x in list`: a leaf and a list of leaves of the same type. */
export function translateIn(context: Context, node: Binary<'in'>): Part {
  const [leftNode, rightNode] = node.args;
  const left = context.translate(leftNode);
  const right = context.translate(rightNode);
  if (right.type && right.type.kind !== 'list') {
    fail(context, rightNode, 'expression-operand', {
      operator: 'in',
      expected: 'a list on its right',
      actual: describe(right.type),
    });
  } else if (rightNode.op === 'list') {
    for (const [index, element] of rightNode.args.entries()) {
      // Elements are translated already: only their types are needed again.
      const type = context.notes.get(elementTree(right.tree, index))?.type;
      compare(context, element, 'in', [left.type, type], [leftNode, element], isComparable);
      checkConstant(context, left.tree, element);
    }
  } else if (right.type) {
    const of = right.type.of.kind === 'null' ? left.type : right.type.of;
    compare(context, node, 'in', [left.type, of], [leftNode, undefined], isComparable);
  }
  return { tree: ['in', left.tree, right.tree], type: booleanType };
}

function elementTree(list: Expression, index: number): Expression {
  return (list[0] === 'listLiteral' ? list[1][index] : undefined) ?? list;
}

/** Arithmetic over numbers; `+` joins texts too. */
export function translateArithmetic(context: Context, node: Binary<keyof typeof arithmetic>): Part {
  const left = context.translate(node.args[0]);
  const right = context.translate(node.args[1]);
  const texts = node.op === '+' && [left, right].every(({ type }) => !type || isText(type));
  if (!texts) {
    for (const [side, part] of [left, right].entries()) {
      if (!part.type || part.type.kind === 'number') continue;
      fail(context, node.args[side] ?? node, 'expression-operand', {
        operator: node.op,
        expected:
          part.type.kind === 'date' ? ofDates(node.op) : node.op === '+' ? 'two numbers or two texts' : 'numbers',
        actual: describe(part.type),
      });
    }
  }
  const type = left.type && right.type && (texts ? ({ kind: 'string' } as const) : numberType);
  return { tree: [arithmetic[node.op], left.tree, right.tree], type };
}

/** What arithmetic needs, with what to write where dates are meant. */
function ofDates(operator: string): string {
  return operator === '-'
    ? 'numbers (between dates write days(from, to))'
    : 'numbers (for dates write addDays(date, n))';
}

function isComparable(type: NonNullable<MaybeType>): boolean {
  return type.kind !== 'list' && type.kind !== 'group';
}

function checkComparison(
  context: Context,
  node: Binary<string & ASTNode['op']>,
  [left, right]: readonly [Part, Part],
  allowed: (type: NonNullable<MaybeType>) => boolean,
): void {
  compare(context, node, node.op, [left.type, right.type], node.args, allowed);
}

/** Reports what cannot be compared. `nodes`: where constants may stand. */
function compare(
  context: Context,
  place: ASTNode,
  operator: string,
  [left, right]: readonly [MaybeType, MaybeType],
  nodes: readonly [ASTNode, ASTNode | undefined],
  allowed: (type: NonNullable<MaybeType>) => boolean,
): void {
  if (!left || !right) return;
  if (left.kind === 'null' || right.kind === 'null') {
    const other = left.kind === 'null' ? right : left;
    if (other.kind === 'list' || other.kind === 'group') {
      fail(context, place, 'expression-always-there', { actual: capital(describe(other)) });
    }
    return;
  }
  if (isText(left) && isText(right)) {
    if (left.kind === right.kind) return;
    // A text constant that is no date, beside a date.
    const wrong = [left, right].findIndex((type, side) => type.kind === 'string' && isConstant(nodes[side]));
    const constant = nodes[wrong];
    if (constant) {
      fail(context, constant, 'expression-date-constant', { text: constantText(constant) ?? '' });
      return;
    }
    // A date constant beside a text is a text that happens to look like a date.
    if (nodes.some(isConstant)) return;
  } else if (left.kind === right.kind && allowed(left)) {
    return;
  }
  fail(context, place, 'expression-compare', { operator, left: describe(left), right: describe(right) });
}

function isConstant(node: ASTNode | undefined): boolean {
  return node !== undefined && constantText(node) !== undefined;
}

/** Answers are trimmed, in NFC and never empty: a constant that is not can never be met. */
function checkConstant(context: Context, tree: Expression, node: ASTNode): void {
  const text = constantText(node);
  if (text === undefined || tree[0] !== 'get' || !['root', 'self', 'item'].includes(tree[1].base)) return;
  if (text !== '' && text === text.trim() && text === text.normalize('NFC')) return;
  fail(context, node, 'expression-constant-never', { text: JSON.stringify(text) });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
