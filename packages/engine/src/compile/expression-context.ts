import type { ASTNode } from '@marcbachmann/cel-js';
import type { Expression } from '../expression/tree.ts';
import type { ExpressionProblem, ExpressionScope } from './expression-scope.ts';
import type { MaybeType } from './expression-types.ts';

/** A translated part: its tree and its type, `undefined` where a problem has been reported. */
export interface Part {
  readonly tree: Expression;
  readonly type: MaybeType;
}

/** What is known about a node of the tree besides the tree. */
export interface NodeNote {
  readonly type: MaybeType;
  readonly start: number;
  readonly end: number;
}

/** Variables of the macros around a place. */
export type MacroVariables = ReadonlyMap<string, MaybeType>;

/** What the translation of one expression carries along. */
export interface Context {
  readonly scope: ExpressionScope;
  readonly text: string;
  readonly problems: ExpressionProblem[];
  readonly notes: Map<Expression, NodeNote>;
  readonly variables: MacroVariables;
  /** Translates a part; `variables` where a macro adds one. */
  translate(node: ASTNode, variables?: MacroVariables): Part;
}

/** Reports an error at a node and answers a part that fits everywhere, so that one mistake gives one problem. */
export function fail(
  context: Context,
  node: { readonly start: number; readonly end: number },
  code: ExpressionProblem['code'],
  params: ExpressionProblem['params'] = {},
): Part {
  context.problems.push({ code, severity: 'error', params, ...wholePlace(context.text, node) });
  return { tree: ['literal', null], type: undefined };
}

/** Whether a node is the constant `null`. */
export function isNull(node: ASTNode): boolean {
  return node.op === 'value' && node.args === null;
}

/** The text of a text constant. */
export function constantText(node: ASTNode): string | undefined {
  return node.op === 'value' && typeof node.args === 'string' ? node.args : undefined;
}

/** A place with the parentheses that belong to it: cel-js leaves those at the edges of a node out (`(a) == (b`). */
export function wholePlace(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): { start: number; end: number } {
  // Constants may hold parentheses too.
  const outside = text.slice(start, end).replace(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"/g, '');
  let open = 0;
  let unopened = 0;
  for (const character of outside) {
    if (character === '(') open++;
    else if (character === ')' && open > 0) open--;
    else if (character === ')') unopened++;
  }
  const before = new RegExp(`(?:\\(\\s*){${unopened}}$`).exec(text.slice(0, start))?.[0] ?? '';
  const after = new RegExp(`^(?:\\s*\\)){${open}}`).exec(text.slice(end))?.[0] ?? '';
  return { start: start - before.length, end: end + after.length };
}
