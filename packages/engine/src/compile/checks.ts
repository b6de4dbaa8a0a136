import type { JsonValue } from '@schalter/definition';
import type { CheckNode } from '../program.ts';
import { type Context, compileAt, type Place, report } from './context.ts';
import { below, listOf, some, textOf, textsOf } from './raw.ts';
import type { Texts } from './texts.ts';

/** Checks on a field, group, step or the form; names in `at` are relative to `self`, on a step they are pointers. */
export function compileChecks(
  context: Context,
  texts: Texts,
  holder: JsonValue | undefined,
  pointer: string,
  place: Place,
): CheckNode[] {
  const checks: CheckNode[] = [];
  for (const [index, check] of listOf(holder, 'checks').entries()) {
    const at = below(pointer, 'checks', index);
    const id = textOf(check, 'id');
    if (id === undefined) continue;
    if (checks.some((other) => other.id === id)) report(context, 'check-twice', below(at, 'id'), { id });
    const assert = compileAt(context, below(at, 'assert'), textOf(check, 'assert'), place, ['boolean']);
    const single = textOf(check, 'at');
    const names = single === undefined ? textsOf(check, 'at') : [single];
    const message = texts.line(below(at, 'message'), textOf(check, 'message'), place);
    const targets = names.map((name) => (name.startsWith('/') ? name : `${place.self}/${name.replace(/\./g, '/')}`));
    context.later.push((nodes) => {
      for (const [position, target] of targets.entries()) {
        // Inside a list below it could be any entry: no place for one problem.
        const found = nodes.has(target) && entriesIn(target) === entriesIn(place.self);
        if (!found) report(context, 'check-at-unknown', below(at, 'at'), { name: names[position] ?? '' });
      }
    });
    if (!assert) continue;
    checks.push({
      id,
      assert,
      at: targets,
      ...some('message', message),
    });
  }
  return checks;
}

function entriesIn(template: string): number {
  return template.split('/').filter((name) => name === '*').length;
}
