import { evaluate } from '../../expression/evaluate.ts';
import { calculate } from '../../expression/operators.ts';
import type { Value } from '../../expression/tree.ts';
import type { Scalar } from '../circuit/cell.ts';
import { atomOf } from '../circuit/relation.ts';
import { Variable } from '../circuit/variable.ts';
import type { Found } from '../solve/search.ts';
import type { Composition } from './compose.ts';
import { type Probe, pointerOf } from './probe.ts';

/** Something that conditions do not look into, and how it was found to come out. */
export interface Wish {
  readonly variable: Variable;
  readonly atom: number;
}

/** All that was found and has to be seen whether answers make it so. */
export function wishesOf(found: Found): Wish[] {
  const wishes: Wish[] = [];
  for (const [variable, atom] of found.atoms) {
    const { kind } = variable.source;
    if (kind !== 'opaque' && kind !== 'macro' && kind !== 'relation') continue;
    if (isJudged(variable)) wishes.push({ variable, atom });
  }
  return wishes;
}

/** Whether it can be told how it comes out. */
function isJudged({ source }: Variable): boolean {
  if (source.kind === 'opaque' || source.kind === 'macro') {
    const { tree, scope, operation } = source.opaque;
    if (operation)
      return [operation.left, operation.right].every((side) => !(side instanceof Variable) || isJudged(side));
    // Inside of a macro it is about an entry that nobody has chosen.
    return tree !== undefined && scope?.variables.size === 0;
  }
  if (source.kind === 'leaf' || source.kind === 'count') return !source.instance?.other;
  if (source.kind === 'relation') return isJudged(source.left) && isJudged(source.right);
  return source.kind === 'today';
}

/** Whether it comes out as wished, with the answers that the engine has now. */
export function isFulfilled({ variable, atom }: Wish, probe: Probe, composition: Composition): boolean {
  return atomOf(variable, presentValue(variable, probe, composition)) === atom;
}

/** What a variable stands for, with the answers that the engine has now. */
export function presentValue(variable: Variable, probe: Probe, composition: Composition): Value {
  const { source } = variable;
  switch (source.kind) {
    case 'leaf': {
      const cell = probe.store.find(pointerOf(source.leaf.template, composition.positions));
      return cell?.kind === 'leaf' ? cell.value() : null;
    }
    case 'today':
      return composition.today;
    case 'count': {
      const cell = probe.store.find(pointerOf(source.list, composition.positions));
      return cell?.kind === 'list' ? cell.length() : 0;
    }
    case 'opaque':
    case 'macro': {
      const { tree, scope, operation } = source.opaque;
      if (operation) {
        const [left, right] = [operation.left, operation.right].map((side) =>
          side instanceof Variable ? presentValue(side, probe, composition) : side,
        );
        return calculate(operation.operator, left, right);
      }
      const environment = scope && probe.environment(scope.self, composition.positions);
      return tree && environment ? evaluate(tree, environment) : undefined;
    }
    case 'relation': {
      const left = presentValue(source.left, probe, composition) ?? null;
      const right = presentValue(source.right, probe, composition) ?? null;
      if (left === null || right === null) return left === right ? 'nothing' : 'apart';
      return left === right ? 'equal' : (left as number) < (right as number) ? 'less' : 'greater';
    }
    default:
      return undefined;
  }
}

/** What has to be varied to make something come out otherwise, and around which constants. */
export interface Reads {
  readonly leaves: ReadonlySet<Variable>;
  readonly lists: ReadonlySet<string>;
  readonly constants: ReadonlySet<Scalar>;
}

const known = new WeakMap<Variable, Reads>();

export function readsOf(variable: Variable): Reads {
  const { source } = variable;
  if (source.kind === 'opaque' || source.kind === 'macro') return source.opaque;
  const found = known.get(variable) ?? readsOfOther(variable);
  known.set(variable, found);
  return found;
}

function readsOfOther(variable: Variable): Reads {
  const { source } = variable;
  const sides = source.kind === 'relation' ? [readsOf(source.left), readsOf(source.right)] : [];
  return {
    leaves: new Set(source.kind === 'leaf' ? [variable] : sides.flatMap(({ leaves }) => [...leaves])),
    lists: new Set(source.kind === 'count' ? [source.list] : sides.flatMap(({ lists }) => [...lists])),
    constants: new Set(sides.flatMap(({ constants }) => [...constants])),
  };
}

/** Whether two things read the same answer or list. */
export function isEntangled(left: Variable, right: Variable): boolean {
  const [one, other] = [readsOf(left), readsOf(right)];
  for (const leaf of one.leaves) if (other.leaves.has(leaf)) return true;
  for (const list of one.lists) if (other.lists.has(list)) return true;
  return false;
}
