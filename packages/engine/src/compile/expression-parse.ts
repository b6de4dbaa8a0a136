import { type ASTNode, Environment, ParseError } from '@marcbachmann/cel-js';
import type { ExpressionProblem } from './expression-scope.ts';

/** The longest expression, in UTF-16 code units. */
export const longestExpression = 5000;

/** The deepest nesting; every operator of a chain (`a && b && c`) is one level. */
export const deepestExpression = 200;

const parser = new Environment({
  limits: { maxAstNodes: longestExpression, maxDepth: deepestExpression, maxListElements: 1000, maxCallArguments: 16 },
});

/** The syntax tree of a CEL text, or what is wrong with it. Length and depth are bounded. */
export function parseExpression(text: string): { ast: ASTNode } | { problem: ExpressionProblem } {
  // Texts come from files that may not have been checked yet.
  if (typeof text !== 'string' || text.trim() === '') return problem('expression-empty', 0, 0);
  if (text.length > longestExpression) {
    return problem('expression-too-long', 0, text.length, { limit: longestExpression });
  }
  try {
    const { ast } = parser.parse(text);
    const deep = tooDeep(ast);
    return deep ? problem('expression-too-deep', deep.start, deep.end, { limit: deepestExpression }) : { ast };
  } catch (error) {
    if (error instanceof ParseError) return syntaxProblem(error, text);
    // The parser descends without a limit of its own through signs (`!!!!…`): then the stack ends.
    return problem('expression-too-deep', 0, text.length, { limit: deepestExpression });
  }
}

function syntaxProblem(error: ParseError, text: string): { problem: ExpressionProblem } {
  const start = Math.min(error.range?.start ?? 0, text.length);
  const end = Math.min(Math.max(error.range?.end ?? start, start), text.length);
  switch (error.code) {
    case 'limit_exceeded':
      return problem('expression-too-deep', start, end, { limit: deepestExpression });
    case 'reserved_identifier':
      return problem('expression-reserved', start, end, { name: text.slice(start, end) });
    case 'invalid_macro_argument': {
      const macro = /^\w+/.exec(error.summary)?.[0] ?? '';
      return problem('expression-macro-variable', start, end, { macro });
    }
    default:
      return problem('expression-syntax', start, end, { detail: readable(error.summary) });
  }
}

const tokens: Readonly<Record<string, string>> = {
  EOF: 'the end',
  NUMBER: 'a number',
  STRING: 'a text',
  BYTES: 'bytes',
  BOOLEAN: 'true or false',
  NULL: 'null',
  IDENTIFIER: 'a name',
  PLUS: '"+"',
  MINUS: '"-"',
  MULTIPLY: '"*"',
  DIVIDE: '"/"',
  MODULO: '"%"',
  EQ: '"=="',
  NE: '"!="',
  LT: '"<"',
  LE: '"<="',
  GT: '">"',
  GE: '">="',
  AND: '"&&"',
  OR: '"||"',
  NOT: '"!"',
  IN: '"in"',
  LPAREN: '"("',
  RPAREN: '")"',
  LBRACKET: '"["',
  RBRACKET: '"]"',
  LBRACE: '"{"',
  RBRACE: '"}"',
  DOT: '"."',
  COMMA: '","',
  COLON: '":"',
  QUESTION: '"?"',
};

/** The parser's sentence with the names of its tokens as authors write them. */
function readable(summary: string): string {
  const text = summary.replace(/\b[A-Z]{2,}\b/g, (token) => tokens[token] ?? token);
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** The node at which the tree becomes too deep. Walks with a stack of its own, since the tree may be very deep. */
function tooDeep(root: ASTNode): ASTNode | undefined {
  const stack: [node: ASTNode, depth: number][] = [[root, 1]];
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    const [node, depth] = entry;
    if (depth > deepestExpression) return node;
    for (const part of partsOf(node)) stack.push([part, depth + 1]);
  }
  return undefined;
}

/** The nodes directly below a node. */
export function partsOf(node: ASTNode): readonly ASTNode[] {
  switch (node.op) {
    case 'value':
    case 'id':
      return [];
    case '.':
    case '.?':
      return [node.args[0]];
    case 'call':
      return node.args[1];
    case 'rcall':
      return [node.args[1], ...node.args[2]];
    case 'map':
      return node.args.flat();
    case '!_':
    case '-_':
      return [node.args];
    default:
      return node.args;
  }
}

function problem(
  code: ExpressionProblem['code'],
  start: number,
  end: number,
  params: ExpressionProblem['params'] = {},
): { problem: ExpressionProblem } {
  return { problem: { code, severity: 'error', params, start, end } };
}
