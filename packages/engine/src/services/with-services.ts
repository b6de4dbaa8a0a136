import type { JsonObject, JsonValue } from '@schalter/definition';
import type { BookingPort } from '../ports/booking.ts';
import type { EidPort } from '../ports/eid.ts';
import type { GeoPort } from '../ports/geo.ts';
import type { IdentityPort } from '../ports/identity.ts';
import type { LookupPort } from '../ports/lookup.ts';
import type { PaymentPort } from '../ports/payment.ts';
import type { UploadPort } from '../ports/upload.ts';
import type { Program } from '../program.ts';
import { untracked } from '../run/signals.ts';
import type { Services, SessionServices } from '../session/services.ts';
import { bookingKind } from './booking/kind.ts';
import { Children } from './children.ts';
import { eidKind } from './eid/kind.ts';
import { type ServiceEvent, serviceEvents } from './event.ts';
import { geoKind } from './geo/kind.ts';
import { type ServiceHost, serviceHost } from './host.ts';
import { identityKind } from './identity/kind.ts';
import { lookupKind } from './lookup/kind.ts';
import { paymentKind } from './payment/kind.ts';
import { type Child, type KindHost, refusedWith, type ServiceKind } from './service-kind.ts';
import { uploadKind } from './upload/kind.ts';
import type { FieldServices } from './view.ts';

/** The ports a session waits for. A service whose port is not among them is left aside. */
export interface ServicePorts {
  readonly identity?: IdentityPort;
  readonly booking?: BookingPort;
  readonly eid?: EidPort;
  readonly geo?: GeoPort;
  readonly lookup?: LookupPort;
  readonly payment?: PaymentPort;
  /** Serves every field for files, whether the form names a service or not. */
  readonly upload?: UploadPort;
}

export interface ServiceOptions {
  /**
   * What is held (appointments) is given back when a session is disposed of before its form was filed. `false` for
   * sessions that live for a request only and go on in the next.
   */
  readonly releaseOnDispose?: boolean;
}

/**
 * Lets a session wait for the services of its form: `createSession(program, { services: withServices({ identity }) })`.
 * Their states are actors, children of the session's; what they mean for fields, problems and pages stands in its views.
 */
export function withServices(ports: ServicePorts, options: ServiceOptions = {}): SessionServices {
  return { attach: (program) => together(kindsOf(program, ports, options)) };
}

function kindsOf(
  program: Program,
  { identity, booking, eid, geo, lookup, payment, upload }: ServicePorts,
  { releaseOnDispose = true }: ServiceOptions,
): ServiceKind[] {
  const kinds = [
    identity && identityKind(program, identity),
    booking && bookingKind(program, booking, releaseOnDispose),
    eid && eidKind(program, eid),
    geo && geoKind(program, geo),
    payment && paymentKind(program, payment),
    upload && uploadKind(program, upload),
    lookup && lookupKind(program, lookup),
  ];
  return kinds.filter((kind) => kind !== undefined);
}

/** All kinds as one; of those that have something to say about a field, the first is heard. */
function together(kinds: readonly ServiceKind[]): Services {
  let host: ServiceHost | undefined;
  let kept = '';
  /** Parts of kinds that this session has no port for: another one may. */
  let others: JsonObject = {};
  const parts = (): JsonObject | undefined => {
    if (!host) return undefined;
    const saved = kinds.flatMap(({ name, persist }): [string, JsonValue][] => {
      const part = persist?.();
      return part === undefined ? [] : [[name, part]];
    });
    const all = { ...others, ...Object.fromEntries(saved) };
    return Object.keys(all).length > 0 ? all : undefined;
  };
  const persist = () => untracked(parts);
  const children = new Children(() => {
    const now = JSON.stringify(persist()) ?? '';
    if (now === kept) host?.tell();
    else {
      kept = now;
      host?.changed();
    }
  });
  const first = <Result>(ask: (kind: ServiceKind) => Result | undefined): Result | undefined => {
    for (const kind of kinds) {
      const found = ask(kind);
      if (found !== undefined) return found;
    }
    return undefined;
  };

  return {
    start(session, saved) {
      const own = serviceHost(session);
      const mine = new Set(kinds.map(({ name }) => name));
      others = Object.fromEntries(Object.entries(saved ?? {}).filter(([name]) => !mine.has(name)));
      const spawn = ((id, logic, input) =>
        children.spawn(id, logic, input) as Child<typeof logic>) as KindHost['spawn'];
      for (const kind of kinds) kind.start({ ...own, spawn }, saved?.[kind.name]);
      host = own;
      kept = JSON.stringify(persist()) ?? '';
    },
    started() {
      if (host) children.start(host);
      // A restored session may have something to do at once.
      this.settle();
    },
    actor: (id) => children.actor(id),
    send(event) {
      if (typeof event !== 'object' || event === null) return undefined;
      const { type } = event as { type?: unknown };
      if (typeof type !== 'string' || !serviceEvents.has(type)) return undefined;
      const found = untracked(() => first((kind) => kind.send?.(event as ServiceEvent)));
      return found ?? refusedWith('service' in event ? 'unknown-service' : 'not-served');
    },
    settle() {
      children.adopt();
      untracked(() => {
        for (const kind of kinds) kind.settle?.();
      });
    },
    // Nothing is asked of kinds before they have joined: the answers are filled in first.
    waits: () => kinds.some((kind) => kind.waits?.() === true),
    undecided: (page) => untracked(() => kinds.some((kind) => kind.undecided?.(page) === true)),
    decide(page) {
      untracked(() => {
        for (const kind of kinds) kind.decide?.(page);
      });
    },
    missing: () => kinds.flatMap((kind) => kind.missing?.() ?? []),
    findings: (cell) => first((kind) => nonEmpty(kind.findings?.(cell))) ?? [],
    refuses: (cell) => untracked(() => first((kind) => kind.refuses?.(cell))),
    claim: (node) => host && untracked(() => first((kind) => kind.claim?.(node))),
    views() {
      const all = Object.fromEntries(kinds.flatMap((kind) => Object.entries(kind.views?.() ?? {})));
      return Object.keys(all).length > 0 ? all : undefined;
    },
    field(cell) {
      const found = kinds.flatMap((kind) => kind.field?.(cell) ?? []);
      return found.length > 0 ? (Object.assign({}, ...found) as FieldServices) : undefined;
    },
    persist,
    dispose() {
      untracked(() => {
        const keeps = kinds.some((kind) => kind.leaves?.() === true);
        for (const kind of kinds) kind.dispose?.(keeps);
      });
      children.dispose();
    },
  };
}

function nonEmpty<T>(list: readonly T[] | undefined): readonly T[] | undefined {
  return list && list.length > 0 ? list : undefined;
}
