import type { Program, SessionEvent } from '../../src/index.ts';
import type { LeafNode, ListNode } from '../../src/program.ts';
import { leafAnswer, nodesOf, pointerFrom } from './answers.ts';
import type { Chance } from './chance.ts';

/** What a person may do in a form, mostly sensible things. */
export function makeEvents(chance: Chance, program: Program, most: number): SessionEvent[] {
  const nodes = [...nodesOf(program).values()];
  const leaves = nodes.filter((node): node is LeafNode => node.kind === 'leaf' && node.value === undefined);
  const lists = nodes.filter((node): node is ListNode => node.kind === 'list');
  const entry = (): string => pointerFrom(chance, `${chance.pick(lists).template}/*`);
  const step = (): string => {
    const { id, forEach } = chance.pick(program.steps);
    const stars = (forEach ?? '').split('*').length;
    return forEach === undefined ? id : pointerFrom(chance, `${id}${'/*'.repeat(stars)}`);
  };
  const answer = (): SessionEvent => {
    const leaf = chance.pick(leaves);
    return { type: 'answer', at: pointerFrom(chance, leaf.template), value: leafAnswer(chance, leaf) };
  };
  const always: (() => SessionEvent)[] = [
    () => ({ type: 'next' }),
    () => ({ type: 'next' }),
    () => ({ type: 'next' }),
    () => ({ type: 'back' }),
    () => ({ type: 'submit' }),
    () => ({ type: 'goTo', step: step() }),
    () => ({ type: 'goTo', step: 'summary' }),
    () => ({ type: 'language', language: chance.pick(['de', 'xx']) }),
  ];
  const inLists: (() => SessionEvent)[] = [
    () => ({ type: 'addItem', at: pointerFrom(chance, chance.pick(lists).template) }),
    () => ({ type: 'addItem', at: pointerFrom(chance, chance.pick(lists).template) }),
    () => ({ type: 'addItem', at: pointerFrom(chance, chance.pick(lists).template) }),
    () => ({ type: 'removeItem', at: entry() }),
    () => ({ type: 'moveItem', at: entry(), to: chance.upTo(3) }),
    () => ({ type: 'editItem', at: entry() }),
    () => ({ type: 'another', at: pointerFrom(chance, chance.pick(lists).template), value: chance.percent(50) }),
    () => ({ type: 'goTo', step: step(), entry: entry() }),
  ];
  const kinds = [
    ...(leaves.length > 0 ? Array.from({ length: 8 }, () => answer) : []),
    ...always,
    ...(lists.length > 0 ? inLists : []),
  ];
  return Array.from({ length: chance.upTo(most) }, () => chance.pick(kinds)());
}
