import { type Level, type Proof, reaches } from '../ports/identity.ts';
import type { Problem } from '../problem.ts';
import type { LeafNode } from '../program.ts';
import { isActive, levelOf, servicesOf } from '../run/named-services.ts';
import { claimOf, provenAnswer, servedLeaves } from '../run/proven.ts';
import type { Store } from '../run/store.ts';
import { equal } from './equal.ts';

/** What a server's own services have proven about whoever files a form; nothing of it comes from the page. */
export interface Proven {
  /** By the account, if somebody has logged in. */
  readonly identity?: Proof;
  /** By identity cards: name of the service → proof. */
  readonly cards?: Readonly<Record<string, Proof>>;
}

/** Where answers are not what was proven, and what should have been proven and was not. */
export function provenProblems(store: Store, proven: Proven): Problem[] {
  return [...unproven(store, proven), ...differing(store, proven)];
}

/** Levels and cards that the form demands with these answers. */
function unproven(store: Store, { identity, cards = {} }: Proven): Problem[] {
  const { program } = store;
  const level: Level | undefined = identity?.level;
  const needed = (kind: string) => servicesOf(program, kind).filter((one) => !one.optional && isActive(store, one));
  const problem = (code: string, service: string): Problem => ({ at: '', code, params: { service } });
  return [
    ...needed('identity')
      .filter(({ service }) => !reaches(level, levelOf(service)))
      .map(({ name }) => problem(level ? 'level-required' : 'login-required', name)),
    ...needed('eid')
      .filter(({ name }) => !Object.hasOwn(cards, name))
      .map(({ name }) => problem('card-required', name)),
  ];
}

/** Fields that may not be changed hold what was proven, and nothing else. */
function differing(store: Store, { identity, cards = {} }: Proven): Problem[] {
  const byCard = new Set(servicesOf(store.program, 'eid').map(({ name }) => name));
  const proofFor = ({ service }: LeafNode): Proof | undefined => {
    if (service === undefined || !byCard.has(service)) return identity;
    return Object.hasOwn(cards, service) ? cards[service] : undefined;
  };
  const problems: Problem[] = [];
  const locked = (node: LeafNode) => node.changeable === false && claimOf(node) !== undefined;
  for (const cell of servedLeaves(store.root, locked)) {
    const expected = provenAnswer(store.world, cell.node, proofFor(cell.node));
    if (expected === undefined || !cell.relevant() || equal(expected, cell.answer())) continue;
    // What is not offered at present is not sent, proven or not.
    const { options } = cell.node;
    const offers = (all: typeof options) => all?.some(({ value }) => value === expected);
    if (offers(options) && !offers(cell.options())) continue;
    problems.push({ at: cell.pointer(), code: 'proven-differs', params: {} });
  }
  return problems;
}
