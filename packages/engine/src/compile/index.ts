// Definition in, program out
export { type CompileOptions, compileForm } from './form.ts';
// Single expressions: for editors that check while someone types
export { compileExpression } from './expression.ts';
export type { CompiledExpression, ExpressionProblem, ExpressionScope, ValueType } from './expression-scope.ts';
