import type { ASTNode } from '@marcbachmann/cel-js';
import type { Expression, MacroName } from '../expression/tree.ts';
import { germanRegions } from '../holidays/germany.ts';
import { type Context, constantText, fail, type Part } from './expression-context.ts';
import { visibleNames } from './expression-names.ts';
import { deepestExpression } from './expression-parse.ts';
import { patternFault } from './expression-pattern.ts';
import type { ValueType } from './expression-scope.ts';
import { describeParameter, fits, type Signature, signatures, type TypePattern } from './expression-signature.ts';
import { didYouMean, suggest } from './expression-suggest.ts';
import { booleanType, describe, isOrdered, type MaybeType, unify } from './expression-types.ts';

const macros: ReadonlySet<string> = new Set<MacroName>(['all', 'exists', 'exists_one', 'map', 'filter']);

/** What CEL knows and forms do not, with what to write instead. */
const refused: ReadonlyMap<string, string> = new Map([
  ['has', ': write answered(…)'],
  ['dyn', ''],
  ['type', ''],
  ['int', ': all numbers are of one type; write round(…, 0) for a whole one'],
  ['uint', ': all numbers are of one type'],
  ['double', ': all numbers are of one type'],
  ['string', ''],
  ['bool', ''],
  ['bytes', ''],
  ['timestamp', ": dates are texts such as '2026-12-31'"],
  ['duration', ': write addDays, addMonths or addYears'],
  ['bind', ': give the form a named expression in "define"'],
]);

/** More macros inside each other would make an expression as slow as the lists are long, many times over. */
const deepestMacros = 4;

/** `age(x)`: a function. */
export function translateCall(context: Context, node: ASTNode & { readonly op: 'call' }): Part {
  const [name, args] = node.args;
  const signature = signatures.get(name);
  if (!signature || signature.method) return unknownFunction(context, node, name, false);
  return translateArguments(context, node, signature, args);
}

/** `x.contains(y)`: a text method or a macro over a list. */
export function translateMethod(context: Context, node: ASTNode & { readonly op: 'rcall' }): Part {
  const [name, receiver, args] = node.args;
  if (macros.has(name)) return translateMacro(context, node, name as MacroName);
  const signature = signatures.get(name);
  // CEL has `size` both ways.
  if (!signature || !(signature.method || name === 'size')) return unknownFunction(context, node, name, true);
  return translateArguments(context, node, signature, [receiver, ...args]);
}

function unknownFunction(context: Context, node: ASTNode, name: string, asMethod: boolean): Part {
  const hint = refused.get(name);
  if (hint !== undefined) return fail(context, node, 'expression-refused', { what: `${name}(…)`, suggestion: hint });
  if (signatures.has(name)) {
    const instead = asMethod ? `: write ${name}(…)` : `: write text.${name}(…)`;
    return fail(context, node, 'expression-unknown-function', { name, suggestion: instead });
  }
  if (macros.has(name)) {
    return fail(context, node, 'expression-unknown-function', { name, suggestion: `: write list.${name}(x, …)` });
  }
  const known = suggest(name, [...signatures.keys(), ...macros]);
  return fail(context, node, 'expression-unknown-function', {
    name,
    suggestion: didYouMean(known),
    ...(known === undefined ? {} : { known }),
  });
}

function translateArguments(context: Context, node: ASTNode, signature: Signature, args: readonly ASTNode[]): Part {
  const { name, parameters } = signature;
  const parts = args.map((argument) => context.translate(argument));
  if (parts.length !== parameters.length) {
    const receiver = signature.method ? 1 : 0;
    return fail(context, node, 'expression-arguments', {
      function: name,
      expected: parameters.length - receiver,
      actual: parts.length - receiver,
    });
  }
  const bound = new Map<string, ValueType>();
  let valid = true;
  for (const [index, part] of parts.entries()) {
    const patterns = parameters[index] ?? [];
    if (!part.type) valid = false;
    else if (!fitsOne(part.type, patterns, bound)) {
      valid = false;
      reportArgument(context, args[index] ?? node, signature, index, part.type);
    }
  }
  if (!valid || !checkConstants(context, name, args)) return { tree: ['literal', null], type: undefined };
  const trees = parts.map((part) => part.tree);
  // The evaluator does not know types: what is rich text, and what a list, is decided here.
  const [first] = parts;
  if (name === 'words' && first?.type && 'markdown' in first.type) trees.push(['literal', true]);
  if (name === 'size' && first?.type?.kind === 'list') trees.push(['literal', true]);
  return { tree: ['call', name, trees], type: resultType(signature.result, bound) };
}

function fitsOne(type: ValueType, patterns: readonly TypePattern[], bound: Map<string, ValueType>): boolean {
  return patterns.some((pattern) =>
    fits(type, pattern, (variable, actual) => {
      if (variable === 'O' && !isOrdered(actual)) return false;
      const before = bound.get(variable);
      const both = before ? unify(before, actual) : actual;
      if (both) bound.set(variable, both);
      return both !== undefined;
    }),
  );
}

function resultType(pattern: TypePattern, bound: ReadonlyMap<string, ValueType>): MaybeType {
  switch (pattern.kind) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'date':
      return { kind: pattern.kind };
    case 'T':
    case 'O':
      // Nothing is bound by an empty list: its aggregate is never anything but unknown.
      return bound.get(pattern.kind) ?? { kind: 'number' };
    default:
      return undefined;
  }
}

function reportArgument(context: Context, node: ASTNode, signature: Signature, index: number, type: ValueType): void {
  const patterns = signature.parameters[index] ?? [];
  const text = constantText(node);
  if (text !== undefined && patterns.some((pattern) => pattern.kind === 'date')) {
    fail(context, node, 'expression-date-constant', { text });
    return;
  }
  const position = signature.method ? index : index + 1;
  if (position === 0) {
    fail(context, node, 'expression-operand', {
      operator: `.${signature.name}(…)`,
      expected: describeParameter(patterns),
      actual: describe(type),
    });
    return;
  }
  fail(context, node, 'expression-argument', {
    function: signature.name,
    expected: describeParameter(patterns),
    position,
    actual: describe(type),
  });
}

/** Patterns and regions, as far as they can be checked before there are answers. */
function checkConstants(context: Context, name: string, args: readonly ASTNode[]): boolean {
  const last = args.at(-1);
  if (!last) return true;
  const text = constantText(last);
  if (name === 'matches') {
    const detail = text === undefined ? 'it has to be a constant text' : patternFault(text);
    if (detail !== undefined) fail(context, last, 'expression-pattern', { detail });
    return detail === undefined;
  }
  if (name === 'workingDays' && text !== undefined && !germanRegions.includes(text)) {
    fail(context, last, 'expression-region', { region: text, known: germanRegions.join(', ') });
    return false;
  }
  return true;
}

function translateMacro(context: Context, node: ASTNode & { readonly op: 'rcall' }, name: MacroName): Part {
  const [, receiver, args] = node.args;
  const list = context.translate(receiver);
  const [variable, body] = args;
  if (!variable || !body || args.length !== 2) {
    if (name === 'map' && args.length === 3) {
      const what = 'map(…) with three arguments';
      return fail(context, node, 'expression-refused', { what, suggestion: ': write filter(…).map(…)' });
    }
    return fail(context, node, 'expression-arguments', { function: name, expected: 2, actual: args.length });
  }
  if (variable.op !== 'id') return fail(context, variable, 'expression-macro-variable', { macro: name });
  const variableName = variable.args;
  if (['self', 'item', 'index', ...visibleNames(context)].includes(variableName)) {
    fail(context, variable, 'expression-hides-name', { name: variableName });
  }
  if (context.variables.size >= deepestMacros) {
    return fail(context, node, 'expression-too-deep', {
      limit: `${deepestMacros} macros inside each other, or ${deepestExpression}`,
    });
  }
  if (list.type && list.type.kind !== 'list') {
    fail(context, receiver, 'expression-operand', {
      operator: `.${name}(…)`,
      expected: 'a list',
      actual: describe(list.type),
    });
  }
  const of = list.type?.kind === 'list' ? list.type.of : undefined;
  const inner = context.translate(body, new Map(context.variables).set(variableName, of));
  const tree: Expression = ['macro', name, list.tree, variableName, inner.tree];
  if (name === 'map') return { tree, type: inner.type && { kind: 'list', of: inner.type } };
  if (inner.type && inner.type.kind !== 'boolean') {
    fail(context, body, 'expression-operand', {
      operator: `.${name}(…)`,
      expected: 'a condition',
      actual: describe(inner.type),
    });
  }
  return { tree, type: name === 'filter' ? list.type : booleanType };
}
