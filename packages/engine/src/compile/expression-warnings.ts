import type { Expression } from '../expression/tree.ts';
import { type NodeNote, wholePlace } from './expression-context.ts';
import type { ExpressionProblem } from './expression-scope.ts';

type Notes = ReadonlyMap<Expression, NodeNote>;
type Known = ReadonlySet<string>;

/**
 * Warnings for what is decided although an answer is missing: `a != b`, `!(a == b)`, `!(a in b)` and `!a` over a leaf
 * that the expression has not made sure of before (`answered(a) && a != b` is fine).
 */
export function unansweredWarnings(tree: Expression, notes: Notes, text: string): ExpressionProblem[] {
  const found: ExpressionProblem[] = [];
  const warn = (node: Expression, operator: string, sides: readonly Expression[], known: Known): void => {
    if (sides.some(isNullConstant)) return;
    const name = sides.map((side) => leafName(side, notes)).find((leaf) => leaf !== undefined && !known.has(leaf));
    const note = notes.get(node);
    if (name === undefined || !note) return;
    const place = wholePlace(text, note);
    found.push({ code: 'expression-unanswered', severity: 'warning', params: { operator, name }, ...place });
  };
  const walk = (node: Expression, known: Known): void => {
    switch (node[0]) {
      case 'unequal':
        warn(node, '!=', [node[1], node[2]], known);
        break;
      case 'not': {
        const inner = node[1];
        if (inner[0] === 'equal') warn(node, '!', [inner[1], inner[2]], known);
        else if (inner[0] === 'in') warn(node, '!', [inner[1]], known);
        else warn(node, '!', [inner], known);
        break;
      }
      case 'and':
        walk(node[1], both(known, factsOf(node[2], true, notes)));
        walk(node[2], both(known, factsOf(node[1], true, notes)));
        return;
      case 'or':
        walk(node[1], both(known, factsOf(node[2], false, notes)));
        walk(node[2], both(known, factsOf(node[1], false, notes)));
        return;
      case 'choose':
        walk(node[1], known);
        walk(node[2], both(known, factsOf(node[1], true, notes)));
        walk(node[3], both(known, factsOf(node[1], false, notes)));
        return;
    }
    for (const part of partsOf(node)) walk(part, known);
  };
  walk(tree, new Set());
  return found;
}

/** The leaves that are answered if the condition has this outcome. */
function factsOf(node: Expression, outcome: boolean, notes: Notes): string[] {
  const leaf = leafName(node, notes);
  if (leaf !== undefined) return [leaf];
  switch (node[0]) {
    case 'not':
      return factsOf(node[1], !outcome, notes);
    case 'and':
    case 'or':
      if ((node[0] === 'and') !== outcome) return [];
      return [...factsOf(node[1], outcome, notes), ...factsOf(node[2], outcome, notes)];
    case 'equal':
    case 'unequal': {
      const sides = [node[1], node[2]];
      const same = (node[0] === 'equal') === outcome;
      // Not null, or the same as a constant.
      if (sides.some(isNullConstant) ? same : !(same && sides.some(([kind]) => kind === 'literal'))) return [];
      return leaves(sides, notes);
    }
    case 'in':
      return outcome && node[2][0] === 'listLiteral' ? leaves([node[1]], notes) : [];
    case 'less':
    case 'lessOrEqual':
    case 'greater':
    case 'greaterOrEqual':
      return leaves([node[1], node[2]], notes);
    case 'call':
      return outcome && node[1] === 'answered' ? leaves(node[2], notes) : [];
    default:
      return [];
  }
}

function leaves(nodes: readonly Expression[], notes: Notes): string[] {
  return nodes.map((node) => leafName(node, notes)).filter((name) => name !== undefined);
}

/** How authors write a leaf of the answers; `undefined` for everything else. */
function leafName(node: Expression, notes: Notes): string | undefined {
  if (node[0] !== 'get') return undefined;
  const [, base, path] = node;
  const type = notes.get(node)?.type;
  if (!type || type.kind === 'group' || type.kind === 'list' || path.length === 0) return undefined;
  switch (base.base) {
    case 'root':
      return path.join('.');
    case 'self':
      return ['self', ...path].join('.');
    case 'item':
      return [base.as ?? 'item', ...path].join('.');
    case 'variable':
      return [base.name, ...path].join('.');
    default:
      // What a named expression gives is not an answer.
      return undefined;
  }
}

function isNullConstant(node: Expression): boolean {
  return node[0] === 'literal' && node[1] === null;
}

function both(known: Known, more: readonly string[]): Known {
  return more.length === 0 ? known : new Set([...known, ...more]);
}

function partsOf(node: Expression): readonly Expression[] {
  switch (node[0]) {
    case 'literal':
    case 'get':
      return [];
    case 'listLiteral':
      return node[1];
    case 'select':
    case 'not':
    case 'negate':
      return [node[1]];
    case 'macro':
      return [node[2], node[4]];
    case 'call':
      return node[2];
    case 'choose':
      return [node[1], node[2], node[3]];
    default:
      return [node[1], node[2]];
  }
}
