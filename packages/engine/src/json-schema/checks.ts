import type { CheckNode, DataNode, GroupNode } from '../program.ts';
import { always, any, type Condition, never } from './condition.ts';
import { alwaysBinds } from './form-reader.ts';
import { bindsWhen, relevanceBelow } from './relevance.ts';
import { fitting } from './rules.ts';
import { conditionOf } from './translate.ts';
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
  const binds = bindsWhen(reader, group);
  const relevant = relevanceBelow(reader, node, group);
  const shown = isShown(reader, check, group);
  if (!fails || !binds || !relevant || !shown) return false;
  // The group may bind without being there: it is said at the entry around it, or at the root.
  let place = group;
  while (!alwaysBinds(place)) place = reader.around(place) ?? place;
  return rules.add(place.template, place.template, [fails, binds, relevant, shown], (path) => fitting(path, false));
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
