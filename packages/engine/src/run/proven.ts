import type { JsonValue } from '@schalter/definition';
import type { Claim, Level, Proof } from '../ports/identity.ts';
import type { LeafNode, Program } from '../program.ts';
import { isOfType } from './conform.ts';
import type { DataCell } from './group.ts';
import type { LeafCell } from './leaf.ts';
import { normaliseAnswer } from './normalise.ts';
import { endBatch, startBatch } from './signals.ts';
import type { World } from './world.ts';

/* Proven values in the fields of a form: an account's and an identity card's alike. */

const prefix = 'identity.';

/** The claim that fills a field, of an account or a card. */
export function claimOf(node: LeafNode): string | undefined {
  return node.prefill?.startsWith(prefix) ? node.prefill.slice(prefix.length) : undefined;
}

/** Names of the claims that the fields of a service ask for, each once. */
export function claimsOf(program: Program, isServed: (node: LeafNode) => boolean): readonly string[] {
  const names = new Set<string>();
  const visit = (node: Program['root']['members'][number]): void => {
    if (node.kind === 'group') for (const member of node.members) visit(member);
    else if (node.kind === 'list') visit(node.item);
    else if (node.kind === 'leaf') {
      const claim = isServed(node) ? claimOf(node) : undefined;
      if (claim !== undefined) names.add(claim);
    }
  };
  visit(program.root);
  return [...names];
}

/** What a proof says for a field, as its answer; `undefined` where it says nothing that the field takes. */
export function provenAnswer(world: World, node: LeafNode, proof: Proof | undefined): JsonValue | undefined {
  const found = provenClaim(node, proof);
  const answer = found && normaliseAnswer(node, found.value);
  if (answer === undefined || answer === null || !isOfType(node.type, answer, node.format)) return undefined;
  return world.validate(node.template, answer).length === 0 ? answer : undefined;
}

export function provenClaim(node: LeafNode, proof: Proof | undefined): Claim | undefined {
  const name = claimOf(node);
  return name !== undefined && proof && Object.hasOwn(proof.claims, name) ? proof.claims[name] : undefined;
}

/** Whether a field holds what a proof says, and from which level. */
export function provenLevel(cell: LeafCell, proof: Proof | undefined): Level | undefined {
  const answer = provenAnswer(cell.world, cell.node, proof);
  return answer !== undefined && answer === cell.raw() ? provenClaim(cell.node, proof)?.level : undefined;
}

/**
 * Fills fields with what is proven: those that are unanswered, and those that may not be changed whatever stands there,
 * for otherwise one had only to answer first.
 */
export function fillProven(cells: Iterable<LeafCell>, proof: Proof, unanswered: boolean): void {
  each(cells, (cell) => {
    const answer = provenAnswer(cell.world, cell.node, proof);
    if (answer === undefined) return;
    if (cell.node.changeable === false || (unanswered && cell.raw() === null)) cell.raw(answer);
  });
}

/** Takes back what was filled in and stands there unchanged. */
export function takeBackProven(cells: Iterable<LeafCell>, proof: Proof): void {
  each(cells, (cell) => {
    if (provenLevel(cell, proof) !== undefined) cell.raw(null);
  });
}

function each(cells: Iterable<LeafCell>, change: (cell: LeafCell) => void): void {
  startBatch();
  try {
    for (const cell of cells) change(cell);
  } finally {
    endBatch();
  }
}

/** All leaves below a cell that belong to a service. */
export function* servedLeaves(cell: DataCell, isServed: (node: LeafNode) => boolean): Generator<LeafCell> {
  if (cell.kind === 'group') for (const member of cell.members.values()) yield* servedLeaves(member, isServed);
  else if (cell.kind === 'list') {
    for (const { content } of cell.entries()) if (content) yield* servedLeaves(content, isServed);
  } else if (isServed(cell.node)) yield cell;
}
