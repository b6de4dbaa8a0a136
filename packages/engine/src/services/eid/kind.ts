import type { JsonObject } from '@schalter/definition';
import type { SnapshotFrom } from 'xstate';
import type { EidPort } from '../../ports/eid.ts';
import type { LeafNode, Program } from '../../program.ts';
import { isActive, type Named, servicesOf } from '../../run/named-services.ts';
import {
  claimOf,
  claimsOf,
  fillProven,
  provenAnswer,
  provenLevel,
  servedLeaves,
  takeBackProven,
} from '../../run/proven.ts';
import type { EidEvent } from '../event.ts';
import { failureView, headOf } from '../named.ts';
import { proofToJson, readProof } from '../proof.ts';
import { fieldsOf, savedPart, textOf } from '../read.ts';
import { type Child, type KindHost, refusedWith, type ServiceKind, taken } from '../service-kind.ts';
import type { EidView } from '../view.ts';
import { type EidInput, eidMachine } from './machine.ts';

const kind = 'eid';

/** Identity cards that fill fields; nothing where the form has none. */
export function eidKind(program: Program, port: EidPort): ServiceKind | undefined {
  const services = servicesOf(program, kind);
  if (services.length === 0) return undefined;
  const names = new Set(services.map(({ name }) => name));
  const readers = new Map<string, Child<typeof eidMachine>>();
  let host: KindHost;

  const servedBy = (name: string) => (node: LeafNode) => node.service === name && claimOf(node) !== undefined;
  const leavesOf = (name: string) => servedLeaves(host.store.root, servedBy(name));
  const stateOf = ({ name }: Named) => readers.get(name)?.snapshot();
  /** The proof that fills a field. */
  const proofFor = (node: LeafNode) =>
    node.service !== undefined && names.has(node.service)
      ? readers.get(node.service)?.snapshot()?.context.proof
      : undefined;

  function inputFor({ name }: Named, part: EidPart | undefined): EidInput {
    return {
      port,
      request: { service: name, claims: claimsOf(program, servedBy(name)) },
      proof: part?.proof,
      failure: part?.failure,
      proven: (proof) => fillProven(leavesOf(name), proof, true),
      dropped: (proof) => takeBackProven(leavesOf(name), proof),
    };
  }

  function actionsOf(named: Named): readonly EidEvent['type'][] {
    if (host.flow.status() !== 'filling') return [];
    const value = stateOf(named)?.value;
    if (typeof value === 'object') return ['cancel'];
    if (value === 'done') return ['forgetCard'];
    return isActive(host.store, named) ? ['readCard'] : [];
  }

  function viewOf(named: Named): EidView {
    const snapshot = stateOf(named);
    const context = snapshot?.context;
    const state = shownAs(snapshot?.value);
    return {
      kind,
      ...headOf(host, named),
      state,
      ...(state === 'starting' && context?.url !== undefined ? { url: context.url } : {}),
      ...failureView(host, context?.failure),
      actions: actionsOf(named),
    };
  }

  return {
    name: kind,

    start(given, saved) {
      host = given;
      const parts = savedPart(kind, saved, (part) => readAll(part));
      for (const named of services) {
        const part = parts?.get(named.name);
        if (part?.proof) fillProven(leavesOf(named.name), part.proof, false);
        readers.set(named.name, host.spawn(`${kind}/${named.name}`, eidMachine, inputFor(named, part)));
      }
    },

    send(event) {
      const named = 'service' in event ? services.find(({ name }) => name === event.service) : undefined;
      if (!named) return undefined;
      const action = actionsOf(named).find((one) => one === event.type);
      if (!action) return refusedWith('not-now');
      readers.get(named.name)?.send({ type: action });
      return taken;
    },

    missing() {
      return services
        .filter((named) => !named.optional && isActive(host.store, named) && stateOf(named)?.value !== 'done')
        .map(({ name }) => ({ at: '', code: 'card-required', params: { service: name } }));
    },

    refuses(cell) {
      if (cell.kind !== 'leaf' || cell.node.changeable !== false) return undefined;
      return provenLevel(cell, proofFor(cell.node)) === undefined ? undefined : 'locked';
    },

    claim: (node) => provenAnswer(host.store.world, node, proofFor(node)),

    views: () => Object.fromEntries(services.map((named) => [named.name, viewOf(named)])),

    field(cell) {
      const level = cell.kind === 'leaf' ? provenLevel(cell, proofFor(cell.node)) : undefined;
      return level && { proven: { by: kind, level, locked: cell.kind === 'leaf' && cell.node.changeable === false } };
    },

    persist() {
      const parts = services.flatMap((named): [string, JsonObject][] => {
        const { proof, failure } = stateOf(named)?.context ?? {};
        if (!proof && failure === undefined) return [];
        const part = { ...(proof ? { proof: proofToJson(proof) } : {}), ...(failure === undefined ? {} : { failure }) };
        return [[named.name, part]];
      });
      return parts.length > 0 ? Object.fromEntries(parts) : undefined;
    },
  };
}

function shownAs(value: SnapshotFrom<typeof eidMachine>['value'] | undefined): EidView['state'] {
  if (value === undefined || value === 'start') return 'idle';
  return typeof value === 'object' ? value.underWay : value;
}

type EidPart = Pick<EidInput, 'proof' | 'failure'>;

function readAll(parts: Readonly<Record<string, unknown>>): Map<string, EidPart> | undefined {
  const read = new Map<string, EidPart>();
  for (const [name, value] of Object.entries(parts)) {
    const part = fieldsOf(value);
    const proof = readProof(part?.proof);
    if (!part || (part.proof !== undefined && !proof)) return undefined;
    read.set(name, { proof, failure: textOf(part.failure) });
  }
  return read;
}
