import type { ASTNode } from '@marcbachmann/cel-js';
import type { Expression } from '../expression/tree.ts';
import { translateCall, translateMethod } from './expression-calls.ts';
import { translateArithmetic, translateEquality, translateIn, translateOrder } from './expression-compare.ts';
import { type Context, fail, type MacroVariables, type NodeNote, type Part } from './expression-context.ts';
import { translateMember, translateName } from './expression-names.ts';
import type { ExpressionProblem, ExpressionScope, ValueType } from './expression-scope.ts';
import { booleanType, describe, nullType, numberType, typeOfText, unify } from './expression-types.ts';

/** A translated expression, all its problems, and the type and place of every node of its tree. */
export interface Translation extends Part {
  readonly problems: ExpressionProblem[];
  readonly notes: ReadonlyMap<Expression, NodeNote>;
}

/**
 * Translates a syntax tree of CEL into the tree of the program: resolves names, computes types, and refuses what does
 * not belong to the profile. Everything not named here is refused.
 */
export function translateExpression(ast: ASTNode, text: string, scope: ExpressionScope): Translation {
  const problems: ExpressionProblem[] = [];
  const notes = new Map<Expression, NodeNote>();
  const contextWith = (variables: MacroVariables): Context => ({
    scope,
    text,
    problems,
    notes,
    variables,
    translate(node, inner = variables) {
      const part = translate(contextFor(inner), node);
      notes.set(part.tree, { type: part.type, start: node.start, end: node.end });
      return part;
    },
  });
  const contextFor = (variables: MacroVariables) =>
    variables === outermost.variables ? outermost : contextWith(variables);
  const outermost = contextWith(new Map());
  return { ...outermost.translate(ast), problems, notes };
}

function translate(context: Context, node: ASTNode): Part {
  switch (node.op) {
    case 'value':
      return translateConstant(context, node);
    case 'id':
      return translateName(context, node);
    case '.':
      return translateMember(context, node);
    case '[]':
      return translateIndex(context, node);
    case 'list':
      return translateList(context, node);
    case 'call':
      return translateCall(context, node);
    case 'rcall':
      return translateMethod(context, node);
    case '&&':
    case '||': {
      const [left, right] = node.args.map((side) => condition(context, side, node.op)) as [Part, Part];
      return { tree: [node.op === '&&' ? 'and' : 'or', left.tree, right.tree], type: booleanType };
    }
    case '!_':
      return { tree: ['not', condition(context, node.args, '!').tree], type: booleanType };
    case '-_':
      return translateSign(context, node);
    case '?:':
      return translateChoice(context, node);
    case '==':
    case '!=':
      return translateEquality(context, node);
    case '<':
    case '<=':
    case '>':
    case '>=':
      return translateOrder(context, node);
    case 'in':
      return translateIn(context, node);
    case '+':
    case '-':
    case '*':
    case '/':
    case '%':
      return translateArithmetic(context, node);
    case 'map':
      return fail(context, node, 'expression-refused', { what: 'A map {…}', suggestion: '' });
    default:
      return fail(context, node, 'expression-refused', { what: `"${node.op}"`, suggestion: '' });
  }
}

function translateConstant(context: Context, node: ASTNode & { readonly op: 'value' }): Part {
  const value = node.args;
  const written = context.text.slice(node.start, node.end);
  if (value === null) return fail(context, node, 'expression-null');
  if (typeof value === 'string') return { tree: ['literal', value], type: typeOfText(value) };
  if (typeof value === 'boolean') return { tree: ['literal', value], type: booleanType };
  if (typeof value === 'number') return { tree: ['literal', value], type: numberType };
  if (typeof value === 'bigint') {
    const number = Number(value);
    if (Number.isSafeInteger(number)) return { tree: ['literal', number], type: numberType };
    return fail(context, node, 'expression-number', { text: written });
  }
  return fail(context, node, 'expression-refused', { what: written, suggestion: '' });
}

function translateIndex(context: Context, node: ASTNode & { readonly op: '[]' }): Part {
  const list = context.translate(node.args[0]);
  const index = context.translate(node.args[1]);
  if (!list.type || !index.type) return { tree: ['literal', null], type: undefined };
  if (list.type.kind !== 'list' || index.type.kind !== 'number') {
    return fail(context, node, 'expression-index', { left: describe(list.type), right: describe(index.type) });
  }
  return { tree: ['index', list.tree, index.tree], type: list.type.of };
}

function translateList(context: Context, node: ASTNode & { readonly op: 'list' }): Part {
  const parts = node.args.map((element) => context.translate(element));
  const tree: Expression = ['listLiteral', parts.map((part) => part.tree)];
  let of: ValueType = nullType;
  for (const [index, part] of parts.entries()) {
    if (!part.type) return { tree, type: undefined };
    const both = unify(of, part.type);
    if (!both) {
      const params = { left: describe(of), right: describe(part.type) };
      return { ...fail(context, node.args[index] ?? node, 'expression-list-elements', params), tree };
    }
    of = both;
  }
  return { tree, type: { kind: 'list', of } };
}

/** An operand that has to be true or false. */
function condition(context: Context, node: ASTNode, operator: string): Part {
  const part = context.translate(node);
  if (part.type && part.type.kind !== 'boolean') {
    fail(context, node, 'expression-operand', { operator, expected: 'a condition', actual: describe(part.type) });
  }
  return part;
}

function translateSign(context: Context, node: ASTNode & { readonly op: '-_' }): Part {
  const part = context.translate(node.args);
  if (part.type && part.type.kind !== 'number') {
    const params = { operator: '-', expected: 'a number', actual: describe(part.type) };
    return fail(context, node, 'expression-operand', params);
  }
  const [kind, value] = part.tree;
  if (kind === 'literal' && typeof value === 'number') return { tree: ['literal', 0 - value], type: part.type };
  return { tree: ['negate', part.tree], type: part.type };
}

function translateChoice(context: Context, node: ASTNode & { readonly op: '?:' }): Part {
  const [question, yes, no] = node.args.map((part) => context.translate(part)) as [Part, Part, Part];
  if (question.type && question.type.kind !== 'boolean') {
    fail(context, node.args[0], 'expression-condition', { actual: describe(question.type) });
  }
  const tree: Expression = ['choose', question.tree, yes.tree, no.tree];
  if (!yes.type || !no.type) return { tree, type: undefined };
  const type = unify(yes.type, no.type);
  if (type) return { tree, type };
  return fail(context, node, 'expression-branches', { left: describe(yes.type), right: describe(no.type) });
}
