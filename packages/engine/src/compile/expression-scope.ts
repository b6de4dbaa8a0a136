import type { Expression } from '../expression/tree.ts';

/** Type of a value in an expression, as the checker sees it. Dates are strings. */
export type ValueType =
  | {
      readonly kind: 'string' | 'number' | 'boolean' | 'null' | 'date';
      /** Rich text: `words` counts it without Markdown's marks. */
      readonly markdown?: true;
    }
  | { readonly kind: 'list'; readonly of: ValueType }
  | { readonly kind: 'group'; readonly members: Readonly<Record<string, ValueType>> };

/** The names an expression may use. */
export interface ExpressionScope {
  readonly root: ValueType & { readonly kind: 'group' };
  readonly self?: ValueType & { readonly kind: 'group' };
  /** Present inside a repeated group; entries of named lists under their `as`. */
  readonly item?: ValueType;
  readonly named?: Readonly<Record<string, ValueType>>;
  /** Types of the form's named expressions, where already known. */
  readonly defines: Readonly<Record<string, ValueType>>;
  /** Named expressions without a type because they are wrong themselves: using them is no second problem. */
  readonly failed?: readonly string[];
}

/** What went wrong in an expression: a code of the error table's group "expression". `start`, `end`: characters. */
export interface ExpressionProblem {
  readonly code: import('@schalter/definition').ErrorCode;
  readonly severity: 'error' | 'warning';
  readonly params: Readonly<Record<string, string | number | boolean>>;
  readonly start: number;
  readonly end: number;
}

/** What `compileExpression(text, scope)` answers. */
export interface CompiledExpression {
  /** Absent when there are errors. */
  readonly tree?: Expression;
  readonly type?: ValueType;
  readonly problems: readonly ExpressionProblem[];
}
