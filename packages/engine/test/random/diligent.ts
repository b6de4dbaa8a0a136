import type { JsonObject, JsonValue } from '@schalter/definition';
import { type EvaluateOptions, evaluateForm, type Problem, type Program } from '../../src/index.ts';
import type { DataNode } from '../../src/program.ts';
import { fittingAnswer, makeAnswers, nodesOf } from './answers.ts';
import type { Chance } from './chance.ts';

/** Answers that somebody has mended until nothing was wrong any more, or until they gave up. */
export function diligentAnswers(chance: Chance, compiled: Program, options: EvaluateOptions): JsonObject {
  let answers = makeAnswers(chance, compiled);
  const nodes = nodesOf(compiled);
  for (let left = 12; left > 0; left--) {
    const { problems } = evaluateForm(compiled, answers, options);
    if (problems.length === 0) break;
    for (const problem of problems) answers = mended(chance, nodes, answers, problem);
  }
  return answers;
}

function mended(
  chance: Chance,
  nodes: ReadonlyMap<string, DataNode>,
  answers: JsonObject,
  { at }: Problem,
): JsonObject {
  const node = nodes.get(at.replace(/\/\d+(?=\/|$)/g, '/*'));
  if (!node || at === '') return answers;
  const copy = structuredClone(answers) as Record<string, JsonValue>;
  const names = at.slice(1).split('/');
  const last = names.pop() as string;
  let holder = copy as Record<string, JsonValue>;
  for (const [index, name] of names.entries()) {
    const next = names[index + 1] ?? last;
    if (typeof holder[name] !== 'object' || holder[name] === null) holder[name] = /^\d+$/.test(next) ? [] : {};
    holder = holder[name] as Record<string, JsonValue>;
  }
  const before = holder[last];
  if (node.kind === 'leaf') holder[last] = fittingAnswer(chance, node);
  else if (node.kind === 'group') holder[last] = chance.percent(50) ? {} : (before ?? {});
  else {
    const entries = Array.isArray(before) ? [...before] : [];
    if (node.maxItems !== undefined && entries.length > node.maxItems) entries.pop();
    else entries.push(node.item.kind === 'leaf' ? fittingAnswer(chance, node.item) : {});
    holder[last] = entries;
  }
  return copy;
}
