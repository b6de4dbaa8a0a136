// Definition in, program out

// Single expressions: for editors that check while someone types
export { compileExpression } from './expression.ts';
export { expressionFunctions } from './expression-functions.ts';
export type { CompiledExpression, ExpressionProblem, ExpressionScope, ValueType } from './expression-scope.ts';
export { type CompileOptions, compileForm } from './form.ts';
