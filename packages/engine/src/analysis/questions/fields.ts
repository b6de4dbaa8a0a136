import type { DataNode, LeafNode, OptionNode } from '../../program.ts';
import type { Node } from '../circuit/circuit.ts';
import { instanceOf } from '../circuit/instance.ts';
import { isOffered, leafTerm } from '../circuit/leaf.ts';
import type { Model } from '../circuit/model.ts';
import { isRelevant } from '../circuit/relevance.ts';
import { isTrue } from '../circuit/result.ts';
import { entriesAround } from '../circuit/route.ts';
import { answered } from '../circuit/term.ts';
import { type Positions, type Probe, pointerOf } from '../witness/probe.ts';
import type { Question } from '../witness/prover.ts';

/** A question about a node of the circuit; several fields may share it. */
export interface NodeQuestion extends Question {
  readonly node: Node;
}

/** Asks whether a field, group or list is ever asked; nothing where no condition decides about it. */
export function shownQuestion(model: Model, node: DataNode): NodeQuestion | undefined {
  const instance = instanceOf(node.template);
  const there = model.circuit.all([...entriesAround(model, instance), isRelevant(model, node, instance)]);
  if (model.circuit.possible[there] === isTrue) return undefined;
  return {
    node: there,
    goal: [[there, isTrue]],
    confirm: (probe, positions) => cellAt(probe, node, positions)?.relevant() === true,
    instance,
    shortest: true,
  };
}

/** Asks whether an option can ever be chosen. */
export function offeredQuestion(model: Model, leaf: LeafNode, option: OptionNode): Question {
  const instance = instanceOf(leaf.template);
  const offered = isOffered(model, leaf, option, instance);
  return {
    goal: [...entriesAround(model, instance), isRelevant(model, leaf, instance), offered].map((node) => [node, isTrue]),
    confirm: (probe, positions) => {
      const cell = cellAt(probe, leaf, positions);
      return cell?.kind === 'leaf' && cell.relevant() && cell.options().includes(option);
    },
    instance,
    shortest: true,
  };
}

/** Asks whether a computed value can ever be known. */
export function knownQuestion(model: Model, leaf: LeafNode): Question {
  const instance = instanceOf(leaf.template);
  const known = answered(model.circuit, leafTerm(model, leaf, instance));
  return {
    goal: [...entriesAround(model, instance), known].map((node) => [node, isTrue]),
    confirm: (probe, positions) => {
      const cell = cellAt(probe, leaf, positions);
      return cell?.kind === 'leaf' && cell.answer() !== null;
    },
    instance,
    shortest: true,
  };
}

function cellAt(probe: Probe, node: DataNode, positions: Positions) {
  return probe.store.find(pointerOf(node.template, positions));
}
