import type { CheckNode, DataNode, GroupNode } from '../program.ts';
import { always, any, type Condition, never, there } from './condition.ts';
import { alwaysBinds, mayBeIdle } from './form-reader.ts';
import { relevanceBelow, requiredCondition } from './relevance.ts';
import { fitting } from './rules.ts';
import { answeredIn, conditionOf } from './translate.ts';
import type { Writing } from './writing.ts';

/** Says of the checks of a node that none of them may be false. */
export function writeChecks(writing: Writing, node: DataNode): void {
  const group = node.kind === 'group' ? node : writing.reader.around(node);
  for (const check of node.checks ?? []) {
    const said = group && writeCheck(writing, node, group, check);
    if (!said) writing.leaveOut(node.template, `check:${check.id}`);
  }
}

function writeCheck({ reader, rules }: Writing, node: DataNode, group: GroupNode, check: CheckNode): boolean {
  const fails = conditionOf(reader, check.assert, reader.inside(group), false);
  const binds = bindsWhileThere(reader, group);
  const relevant = relevanceBelow(reader, node, group);
  const shown = isShown(reader, check, group);
  if (!fails || !binds || !relevant || !shown) return false;
  return rules.add(group.template, group.template, [fails, ...binds, relevant, shown], (path) => fitting(path, false));
}

/** Where its problem appears at fields, one of these has to be relevant. */
function isShown(reader: Writing['reader'], { at }: CheckNode, group: GroupNode): Condition | undefined {
  if (at.length === 0) return always;
  let shown: Condition = never;
  for (const template of at) {
    const target = reader.nodes.get(template);
    const relevant = target && relevanceBelow(reader, target, group);
    if (!relevant) return undefined;
    shown = any(shown, relevant);
  }
  return shown;
}

/** What has to be true for a group to bind: that it is there, with an answer. `undefined` where it may bind without. */
function bindsWhileThere(reader: Writing['reader'], group: GroupNode): readonly Condition[] | undefined {
  if (alwaysBinds(group)) return [];
  const required = requiredCondition(reader, group);
  if (required?.kind !== 'never') return undefined;
  if (!mayBeIdle(group)) return [there(group.template)];
  const answered = answeredIn(reader, group);
  return answered && [answered];
}
