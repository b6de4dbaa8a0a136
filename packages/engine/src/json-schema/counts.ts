import type { JsonObject } from '@schalter/definition';
import type { GroupNode } from '../program.ts';
import { holdsComputed, holdsUnasked, mayBeIdle, membersOf } from './form-reader.ts';
import { bindsWhen, ownCondition, possibleIn } from './relevance.ts';
import { fitting } from './rules.ts';
import type { Writing } from './writing.ts';

/** How many members a group may have, and has to, whenever it is there. */
export function countsOf(writing: Writing, node: GroupNode): JsonObject {
  const counted = countable(writing, node);
  return mayBeIdle(node) && node.template !== '' && !node.template.endsWith('/*') ? {} : counted;
}

/** The same as a rule, of a group that may be there without binding. */
export function writeCounts(writing: Writing, node: GroupNode): void {
  const { reader, rules, leaveOut } = writing;
  const counted = countable(writing, node);
  for (const name of ['minProperties', 'maxProperties'] as const) {
    const limit = node[name] ?? 0;
    // One member is there wherever the group is; that it is there, demands say.
    if ((name === 'minProperties' ? limit > 1 : node[name] !== undefined) && counted[name] === undefined) {
      leaveOut(node.template, name);
    }
  }
  if (Object.keys(counted).length === 0 || Object.keys(countsOf(writing, node)).length > 0) return;
  const binds = bindsWhen(reader, node);
  const said = binds && rules.add(node.template, node.template, [binds], (path) => fitting(path, counted));
  if (!said) for (const name of Object.keys(counted)) leaveOut(node.template, name);
}

function countable({ reader }: Writing, node: GroupNode): JsonObject {
  const { minProperties = 0, maxProperties } = node;
  // Computed values count, and may be left out; what is only filled in is not asked.
  if (holdsComputed(node) || holdsUnasked(node)) return {};
  const members = membersOf(node);
  // No more is asked for than there is.
  const possible = members.every((member) => {
    const own = ownCondition(reader, member);
    return own?.kind === 'always' && (member.kind !== 'group' || possibleIn(reader, member)?.kind === 'always');
  });
  return {
    ...(minProperties > 1 && possible ? { minProperties: Math.min(minProperties, members.length) } : {}),
    ...(maxProperties === undefined ? {} : { maxProperties }),
  };
}
