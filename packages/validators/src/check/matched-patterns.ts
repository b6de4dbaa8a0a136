import type { JsonValue, ResolvedForm } from '@schalter/definition';
import { originOf } from '@schalter/definition';
import { patternFault } from './pattern-fault.ts';
import { below, elements, members, type Place } from './place.ts';

/** Keywords that hold expressions. */
const expressionKeywords = new Set([
  'when',
  'requiredWhen',
  'value',
  'notBefore',
  'notAfter',
  'assert',
  'amount',
  'to',
]);

/**
 * The patterns of `matches("…")` in all expressions of a resolved form, with where the expression was written. What is
 * no constant or no valid pattern is left to the compiler, which refuses it.
 */
export function matchedPatterns(resolved: ResolvedForm, form: JsonValue): [source: string, place: Place][] {
  const found: [string, Place][] = [];
  const visit = (value: JsonValue, pointer: string, isExpression: boolean): void => {
    if (typeof value === 'string') {
      const texts = isExpression ? [value] : [...value.matchAll(/\{\{(.*?)\}\}/gsu)].map(([, inner = '']) => inner);
      for (const source of texts.flatMap(patternsIn)) found.push([source, originOf(resolved, pointer)]);
      return;
    }
    const at = { file: '', at: pointer };
    elements(value).forEach((inner, index) => {
      visit(inner, below(at, index).at, false);
    });
    for (const [name, inner] of members(value)) {
      const expressions = pointer === '/define' || /^\/migrations\/\d+\/set$/u.test(pointer);
      visit(inner, below(at, name).at, expressions || expressionKeywords.has(name));
    }
  };
  visit(form, '', false);
  return found;
}

/** Constants after `matches(`, as CEL writes them: quoted with ' or ", raw after r. */
function patternsIn(expression: string): string[] {
  const calls = expression.matchAll(/\bmatches\s*\(\s*([rR]?)("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')/gu);
  return [...calls]
    .map(([, raw, quoted = '']) => {
      const inner = quoted.slice(1, -1);
      return raw ? inner : inner.replace(/\\(.)/gsu, '$1');
    })
    .filter((source) => patternFault(source) === undefined);
}
