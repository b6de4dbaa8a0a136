import { celObjection } from './expression-cel.ts';
import { parseExpression } from './expression-parse.ts';
import type { CompiledExpression, ExpressionProblem, ExpressionScope, ValueType } from './expression-scope.ts';
import { translateExpression } from './expression-translate.ts';
import { describe } from './expression-types.ts';
import { unansweredWarnings } from './expression-warnings.ts';

/**
 * Compiles an expression of a form: parses it as CEL, checks its names, types and constructs against the scope, and
 * gives the tree that `evaluate` runs. All problems at once; never throws, whatever the text is.
 *
 * @param expects the kinds of value that the place allows (`['boolean']` for `when`); a date is a text too.
 */
export function compileExpression(
  text: string,
  scope: ExpressionScope,
  expects?: readonly ValueType['kind'][],
): CompiledExpression {
  const parsed = parseExpression(text);
  if ('problem' in parsed) return { problems: [parsed.problem] };
  const { tree, type, problems, notes } = translateExpression(parsed.ast, text, scope);
  const result = type && expects && expectation(type, expects, text);
  if (result) problems.push(result);
  if (problems.length > 0 || !type) return { problems: inOrder(problems) };
  // What uses a named expression that is wrong itself is no second problem.
  if ([...notes.values()].some((note) => note.type === undefined)) return { tree, type, problems: [] };
  const detail = celObjection(tree, scope, notes);
  if (detail !== undefined) return { problems: [whole('expression-not-cel', text, { detail })] };
  return { tree, type, problems: inOrder(unansweredWarnings(tree, notes, text)) };
}

function expectation(
  type: ValueType,
  expects: readonly ValueType['kind'][],
  text: string,
): ExpressionProblem | undefined {
  if (expects.includes(type.kind) || (type.kind === 'date' && expects.includes('string'))) return undefined;
  const expected = expects.map((kind) => (kind === 'boolean' ? 'a condition' : describe(exampleOf(kind)))).join(' or ');
  return whole('expression-result', text, { expected, actual: describe(type) });
}

function exampleOf(kind: ValueType['kind']): ValueType {
  if (kind === 'list') return { kind, of: { kind: 'null' } };
  return kind === 'group' ? { kind, members: {} } : { kind };
}

function whole(code: ExpressionProblem['code'], text: string, params: ExpressionProblem['params']): ExpressionProblem {
  return { code, severity: 'error', params, start: 0, end: text.length };
}

function inOrder(problems: readonly ExpressionProblem[]): ExpressionProblem[] {
  return [...problems].sort((a, b) => a.start - b.start);
}
