import type { JsonObject } from '@schalter/definition';
import {
  type IdentityPort,
  type IdentityRequest,
  type Level,
  levels,
  type Proof,
  reaches,
} from '../../ports/identity.ts';
import type { LeafNode, Program } from '../../program.ts';
import { isActive, levelOf, type Named, servicesOf } from '../../run/named-services.ts';
import {
  claimOf,
  claimsOf,
  fillProven,
  provenAnswer,
  provenLevel,
  servedLeaves,
  takeBackProven,
} from '../../run/proven.ts';
import { type Cell, signal } from '../../run/signals.ts';
import type { IdentityEvent } from '../event.ts';
import { failureView, headOf } from '../named.ts';
import { proofToJson, readProof } from '../proof.ts';
import { type Fields, fieldsOf, oneOf, savedPart, textOf } from '../read.ts';
import { type Child, type KindHost, refusedWith, type ServiceKind, taken } from '../service-kind.ts';
import type { IdentityView } from '../view.ts';
import { type Errand, type IdentityInput, identityMachine, readRedirect } from './machine.ts';

const kind = 'identity';

/** Who fills in the form; nothing where the form does not ask. */
export function identityKind(program: Program, port: IdentityPort): ServiceKind | undefined {
  const services = servicesOf(program, kind);
  if (services.length === 0) return undefined;
  const byCard = new Set(servicesOf(program, 'eid').map(({ name }) => name));
  const isServed = (node: LeafNode) => claimOf(node) !== undefined && !byCard.has(node.service ?? '');
  const claims = claimsOf(program, isServed);
  /** Closed until somebody has logged in, or has said that they do not want to. */
  const gate: Cell<'open' | 'closed'> = signal<'open' | 'closed'>('open');
  let host: KindHost;
  let person: Child<typeof identityMachine>;

  const state = () => person.snapshot();
  const proof = () => state()?.context.proof;
  const leaves = () => servedLeaves(host.store.root, isServed);
  const isNeeded = (named: Named) => !named.optional && isActive(host.store, named);
  const satisfies = ({ service }: Named, level: Level | undefined) => reaches(level, levelOf(service));

  function requestFor(named: Named): IdentityRequest {
    return { service: named.name, level: levelOf(named.service), claims };
  }

  function viewOf(named: Named): IdentityView {
    const snapshot = state();
    const context = snapshot?.context;
    const current = snapshot?.value;
    const concerns = context?.request?.service === named.name;
    const resting = context?.proof ? 'signed-in' : 'signed-out';
    const underWay = current === 'starting' || current === 'saving' ? 'starting' : current;
    const shown = underWay === 'leaving' || underWay === 'checking' || underWay === 'starting' ? underWay : undefined;
    const failure = context?.failure;
    return {
      kind,
      ...headOf(host, named),
      state: current === 'signingOut' ? 'signing-out' : concerns && shown ? shown : resting,
      level: levelOf(named.service),
      ...(context?.proof ? { proven: context.proof.level } : {}),
      satisfied: satisfies(named, context?.proof?.level),
      ...(concerns && shown === 'leaving' && context?.errand ? { url: context.errand.url } : {}),
      ...failureView(host, failure),
      actions: actionsOf(named),
    };
  }

  /** What a person can do about a service now. */
  function actionsOf(named: Named): readonly IdentityEvent['type'][] {
    const status = host.flow.status();
    if (status === 'sending' || status === 'submitted') return [];
    const snapshot = state();
    const current = snapshot?.value;
    if (current === 'signedIn') {
      return isActive(host.store, named) && !satisfies(named, proof()?.level) ? ['stepUp', 'logout'] : ['logout'];
    }
    if (current === 'signedOut') {
      if (!isActive(host.store, named)) return [];
      return named.optional && gate() === 'closed' && !services.some(isNeeded) ? ['login', 'skipLogin'] : ['login'];
    }
    if (snapshot?.context.request?.service !== named.name) return [];
    return current === 'leaving' ? ['resume', 'cancel'] : current === 'signingOut' ? [] : ['cancel'];
  }

  /** Opens as soon as nothing is missing that the form cannot do without. */
  function pass(level: Level): void {
    if (services.filter(isNeeded).every((named) => satisfies(named, level))) gate('open');
  }

  const input = (part: IdentityPart | undefined): IdentityInput => ({
    port,
    proof: part?.proof,
    errand: part?.errand,
    failure: part?.failure,
    save: host.save,
    proven(found) {
      fillProven(leaves(), found, true);
      pass(found.level);
    },
    dropped(found) {
      takeBackProven(leaves(), found);
      if (services.some(isNeeded)) gate('closed');
    },
  });

  return {
    name: kind,

    start(given, saved) {
      host = given;
      const part = savedPart(kind, saved, readPart);
      gate(part?.gate ?? (services.some((named) => isActive(host.store, named)) ? 'closed' : 'open'));
      // What may not be changed is not taken from answers that somebody may have changed.
      if (part?.proof) fillProven(leaves(), part.proof, false);
      person = host.spawn(kind, identityMachine, input(part));
    },

    send(event) {
      const named = 'service' in event ? services.find(({ name }) => name === event.service) : undefined;
      if (!named) return undefined;
      const action = actionsOf(named).find((one) => one === event.type);
      if (!action) return refusedWith('not-now');
      if (action === 'skipLogin') {
        gate('open');
        host.changed();
      } else if (action === 'login' || action === 'stepUp') {
        person.send({ type: 'login', request: requestFor(named) });
      } else person.send({ type: action });
      return taken;
    },

    waits: () => gate() === 'closed',

    leaves: () => state()?.context.errand !== undefined,

    missing() {
      const level = proof()?.level;
      return services
        .filter((named) => isNeeded(named) && !satisfies(named, level))
        .map(({ name }) => ({ at: '', code: level ? 'level-required' : 'login-required', params: { service: name } }));
    },

    refuses(cell) {
      if (cell.kind !== 'leaf' || cell.node.changeable !== false || !isServed(cell.node)) return undefined;
      return provenLevel(cell, proof()) === undefined ? undefined : 'locked';
    },

    claim: (node) => (isServed(node) ? provenAnswer(host.store.world, node, proof()) : undefined),

    views: () => Object.fromEntries(services.map((named) => [named.name, viewOf(named)])),

    field(cell) {
      if (cell.kind !== 'leaf' || !isServed(cell.node)) return undefined;
      const level = provenLevel(cell, proof());
      return level && { proven: { by: kind, level, locked: cell.node.changeable === false } };
    },

    persist() {
      const context = state()?.context;
      const { errand, failure } = context ?? {};
      const found = context?.proof;
      return {
        gate: gate(),
        ...(found ? { proof: proofToJson(found) } : {}),
        ...(errand ? { errand: errandToJson(errand) } : {}),
        ...(failure === undefined ? {} : { failure }),
      };
    },
  };
}

interface IdentityPart {
  readonly gate: 'open' | 'closed';
  readonly proof: Proof | undefined;
  readonly errand: Errand | undefined;
  readonly failure: string | undefined;
}

function readPart(part: Fields): IdentityPart | undefined {
  const gate = oneOf(['open', 'closed'], part.gate);
  const proof = readProof(part.proof);
  const errand = readErrand(part.errand);
  const broken = (part.proof !== undefined && !proof) || (part.errand !== undefined && !errand);
  return gate && !broken ? { gate, proof, errand, failure: textOf(part.failure) } : undefined;
}

function readErrand(value: unknown): Errand | undefined {
  const fields = fieldsOf(value);
  const request = fieldsOf(fields?.request);
  const redirect = readRedirect(fields);
  const service = textOf(request?.service);
  const level = oneOf(levels, request?.level);
  const claims = Array.isArray(request?.claims)
    ? request.claims.filter((claim) => typeof claim === 'string')
    : undefined;
  return redirect && service !== undefined && level && claims
    ? { ...redirect, request: { service, level, claims } }
    : undefined;
}

function errandToJson({ url, ticket, request }: Errand): JsonObject {
  return { url, ticket, request: { service: request.service, level: request.level, claims: [...request.claims] } };
}
