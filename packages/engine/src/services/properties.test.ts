import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { SimulatedClock } from 'xstate';
import { settle } from '../../test/settle.ts';
import { onePage, program, today } from '../../test/support.ts';
import { contentOf } from '../../test/walk.ts';
import {
  bookingDouble,
  eidDouble,
  geoDouble,
  identityDouble,
  paymentDouble,
  type Remote,
  uploadDouble,
} from '../doubles/index.ts';
import { createSession, type PersistedSession, type Receipt, type Session, type SessionEvent } from '../index.ts';
import { type ServiceEvent, serviceEvents } from './event.ts';
import { withServices } from './index.ts';

// A busy machine is no failure.
vi.setConfig({ testTimeout: 120_000 });

const runs = { numRuns: 60 };

const file = { name: 'a.pdf', type: 'application/pdf', size: 100, content: {} };

const { program: compiled, validate } = program({
  ...onePage(
    {
      vorname: { type: 'string', title: 'Vorname', prefill: 'identity.givenName', changeable: false },
      geboren: { type: 'string', format: 'date', title: 'Geboren', prefill: 'identity.birthDate', service: 'ausweis' },
      wann: { type: 'string', format: 'date-time', title: 'Termin', service: 'termin', when: "mehr != 'nein'" },
      ort: { type: 'string', title: 'Ort' },
      wo: { type: 'string', title: 'Wo?', service: 'karte' },
      breite: { type: 'number', title: 'Breite' },
      nachweis: { $ref: 'block:file', title: 'Nachweis' },
      bilder: { type: 'array', title: 'Bilder', maxItems: 2, items: { $ref: 'block:file' } },
      leute: {
        type: 'array',
        title: 'Leute',
        maxItems: 2,
        items: {
          type: 'object',
          properties: {
            wann: { type: 'string', format: 'date-time', title: 'Wann', service: 'termin' },
            ort: { type: 'string', title: 'Ort' },
            bild: { $ref: 'block:file', title: 'Bild' },
          },
        },
      },
      mehr: { type: 'string', title: 'Mehr' },
    },
    {
      services: {
        anmeldung: { kind: 'identity', level: 'low', optional: true },
        stark: { kind: 'identity', level: 'high', when: "mehr == 'stark'" },
        ausweis: { kind: 'eid', optional: true },
        termin: { kind: 'booking', fills: { ort: 'place' } },
        karte: { kind: 'geo', fills: { breite: 'lat' } },
        zahlung: { kind: 'payment', amount: '500' },
      },
    },
  ),
  steps: [
    {
      id: 'eins',
      title: 'Eins',
      fields: ['/vorname', '/geboren', '/wann', '/ort', '/wo', '/breite', '/nachweis', '/bilder', '/mehr'],
    },
    { id: 'zwei', title: 'Zwei', fields: ['/leute'] },
    { id: 'weg', kind: 'exit', when: "mehr == 'weg'", title: 'Weg', text: 'Weg.' },
  ],
});

function doubles() {
  const identity = identityDouble();
  const eid = eidDouble();
  const booking = bookingDouble();
  const geo = geoDouble();
  const upload = uploadDouble();
  const payment = paymentDouble();
  return { identity, eid, booking, geo, upload, payment };
}

type Doubles = ReturnType<typeof doubles>;

const receipt: Receipt = { id: 'r', reference: 'R', receivedAt: '2026-11-23T09:00:00Z', state: 'awaiting-payment' };

function open(ports: Doubles, clock: SimulatedClock, snapshot?: PersistedSession): Session {
  return createSession(compiled, {
    validate,
    today,
    clock,
    translate: (_, code) => code,
    services: withServices(ports),
    submission: { submit: async () => receipt },
    ...(snapshot ? { snapshot } : {}),
  });
}

const places = [
  '/wann',
  '/wo',
  '/nachweis',
  '/bilder',
  '/leute/0/wann',
  '/leute/0/bild',
  '/leute/1/wann',
  '/mehr',
  '/x',
];
const names = ['anmeldung', 'stark', 'ausweis', 'termin', 'karte', 'zahlung', 'nix'];

/** An event of a service that may make sense, or may not. */
const serviceEvent = fc.record({
  type: fc.constantFrom(...(serviceEvents as ReadonlySet<ServiceEvent['type']>)),
  at: fc.constantFrom(...places),
  service: fc.constantFrom(...names),
  slot: fc.constantFrom('s1', 's2', 's9'),
  query: fc.constantFrom('Marien', 'x', ''),
  value: fc.constantFrom('p1', 'p2'),
  lat: fc.constantFrom(48.137, 200),
  lon: fc.constant(11.575),
});

/** One that the view says makes sense: which one is drawn by number. */
const offered = fc.record({ offered: fc.nat(), slot: fc.constantFrom('s1', 's2', 's3') });

const formEvent = fc.oneof(
  fc.constantFrom<SessionEvent>(
    { type: 'next' },
    { type: 'back' },
    { type: 'addItem', at: '/leute' },
    { type: 'removeItem', at: '/leute/0' },
    { type: 'moveItem', at: '/leute/1', to: 0 },
    { type: 'removeItem', at: '/bilder/0' },
    { type: 'goTo', step: 'eins' },
    { type: 'submit' },
  ),
  fc
    .constantFrom('stark', 'nein', 'weg', 'ja', 'ja', null)
    .map((value): SessionEvent => ({ type: 'answer', at: '/mehr', value })),
);

/** What the others do: people at other pages, scanners, the line, time. */
const happenings = {
  approve: ({ identity }, ticket) => identity.approve(ticket),
  decline: ({ identity }, ticket) => identity.decline(ticket),
  card: ({ eid }) => eid.stage({ stage: 'card' }),
  present: ({ eid }) => eid.present(),
  arrive: ({ upload }) => upload.arrive(),
  interrupt: ({ upload }) => upload.interrupt(),
  infected: ({ upload }) => upload.find({ refused: 'infected' }),
  clean: ({ upload }) => upload.find('clean'),
  take: ({ booking }) => booking.take('s2'),
  paid: ({ payment }) => payment.decide('paid'),
  cancelled: ({ payment }) => payment.decide('cancelled'),
  fail: (ports) => everyCall(ports, (remote, name) => remote.fail(name, { code: 'closed', retry: false })),
  pause: (ports) => everyCall(ports, (remote, name) => remote.pause(name)),
  resume: (ports) => everyCall(ports, (remote, name) => remote.resume(name)),
  wait: (_, __, clock) => clock.increment(1_500),
  sleep({ booking }, _, clock) {
    booking.advance(11 * 60_000);
    clock.increment(11 * 60_000);
  },
} satisfies Record<string, (ports: Doubles, ticket: string, clock: SimulatedClock) => void>;

const calls = ['begin', 'resume', 'logout', 'read', 'hold', 'slots', 'renew', 'check', 'search', 'upload', 'status'];

function everyCall(ports: Doubles, tell: (remote: Remote, name: string) => void): void {
  for (const { remote } of Object.values(ports)) for (const name of calls) tell(remote, name);
}

type Happening = keyof typeof happenings;

function happen(what: Happening, ports: Doubles, clock: SimulatedClock): void {
  happenings[what](ports, [...ports.identity.requests.keys()].at(-1) ?? '', clock);
}

/** What goes well is more frequent than what does not: otherwise nothing comes to its end. */
const usual: readonly Happening[] = ['approve', 'card', 'present', 'arrive', 'clean', 'paid', 'resume', 'wait'];

const world = fc.record({
  world: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...usual) },
    fc.constantFrom(...(Object.keys(happenings) as Happening[])),
  ),
});

/** All the way to the end, where nothing is in the way. */
const filing = fc.constant({ filing: true as const });

const step = fc.oneof(
  { weight: 12, arbitrary: offered },
  { weight: 2, arbitrary: serviceEvent },
  { weight: 2, arbitrary: formEvent },
  { weight: 6, arbitrary: world },
  { weight: 1, arbitrary: filing },
);

const history = fc.array(step, { minLength: 5, maxLength: 60, size: 'max' });

type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** Every event that the view offers. */
function offers(session: Session, slot: string): ServiceEvent[] {
  const view = session.view();
  const events: unknown[] = [];
  for (const [service, { actions }] of Object.entries(view.services ?? {})) {
    for (const type of actions) events.push({ type, service });
  }
  for (const one of contentOf(view)) {
    const service = one.kind === 'field' || one.kind === 'list' ? one.service : undefined;
    if (!service || (one.kind !== 'field' && one.kind !== 'list')) continue;
    const { at } = one;
    for (const type of service.actions) {
      const [first] = service.kind === 'geo' ? service.places : [];
      if (type === 'choose' && !first) continue;
      events.push({ type, at, slot, query: 'Marien', lat: 48.137, lon: 11.575, file, value: first?.id });
    }
    for (const { key, actions, name, size } of service.kind === 'upload' ? service.files : []) {
      for (const type of actions)
        events.push({ type, at, file: key, ...(type === 'resume' ? { from: { ...file, name, size } } : {}) });
    }
  }
  return events as ServiceEvent[];
}

/** Plays a history; what the view offers must be taken. */
async function play(session: Session, steps: readonly Step[], ports: Doubles, clock: SimulatedClock): Promise<void> {
  for (const step of steps) {
    if ('world' in step) {
      happen(step.world, ports, clock);
      await settle();
    } else if ('filing' in step) {
      for (const type of ['next', 'next', 'next', 'submit'] as const) session.send({ type });
      await settle();
    } else if ('offered' in step) {
      const events = offers(session, step.slot);
      const event = events[step.offered % Math.max(events.length, 1)];
      if (event) expect({ event, result: session.send(event) }).toEqual({ event, result: { ok: true } });
    } else {
      const before = session.view();
      const result = session.send(step as SessionEvent);
      if (!result.ok) expect(session.view()).toBe(before);
    }
    // What is called is answered now and then before the next step, and at the end.
    if (step === steps.at(-1)) await settle();
    session.view();
  }
}

describe('for random histories of a form with all services', () => {
  test('nothing throws, what is offered is taken, what is refused changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const ports = doubles();
        const clock = new SimulatedClock();
        const session = open(ports, clock);
        await play(session, steps, ports, clock);
        expect(session.actor.getSnapshot().status).toBe('active');
        for (const child of Object.values(session.actor.getSnapshot().children)) {
          expect(child?.getSnapshot().status).toBe('active');
        }
        session.dispose();
      }),
      runs,
    );
  });

  test('a restored session saves what was saved, and goes on', async () => {
    await fc.assert(
      fc.asyncProperty(history, history, async (before, after) => {
        const ports = doubles();
        const clock = new SimulatedClock();
        const session = open(ports, clock);
        await play(session, before, ports, clock);
        happen('resume', ports, clock);
        await settle();
        const snapshot = JSON.parse(JSON.stringify(session.persist())) as PersistedSession;
        const restored = open(ports, clock, snapshot);
        expect(restored.persist()).toEqual(snapshot);
        expect(restored.submission()).toEqual(session.submission());
        session.dispose();
        await play(restored, after, ports, clock);
        restored.dispose();
      }),
      runs,
    );
  });

  test('nothing unproven, unheld or unscanned is filed', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const ports = doubles();
        const clock = new SimulatedClock();
        const session = open(ports, clock);
        await play(session, steps, ports, clock);
        if (session.view().status === 'sending' || session.view().status === 'submitted') {
          const { answers } = session.submission();
          const { services = {} } = session.persist();
          if (answers.vorname !== undefined && services.identity) {
            expect(services.identity).toMatchObject({ gate: 'open' });
          }
          if (answers.wann !== undefined) {
            expect(services.booking).toMatchObject({ '/wann': { hold: { slot: { start: answers.wann } } } });
          }
          if (answers.nachweis !== undefined) {
            expect(services.upload).toMatchObject({ '/nachweis': [{ state: 'clean' }] });
          }
        }
        expect(ports.payment.paid()).toBeLessThan(2);
        session.dispose();
        await settle();
      }),
      runs,
    );
  });

  test('what is damaged in a snapshot is refused or repaired, and never throws anything else', async () => {
    const junk = fc.oneof(fc.constantFrom<unknown>(null, 7, '', [], {}, 'javascript:x', '__proto__'), fc.jsonValue());
    await fc.assert(
      fc.asyncProperty(history, fc.nat(), junk, async (steps, where, value) => {
        const ports = doubles();
        const clock = new SimulatedClock();
        const session = open(ports, clock);
        await play(session, steps, ports, clock);
        const snapshot = JSON.parse(JSON.stringify(session.persist())) as PersistedSession;
        session.dispose();
        const damaged = { ...snapshot, services: damage(snapshot.services ?? {}, where, value) } as PersistedSession;
        try {
          const restored = open(ports, clock, damaged);
          await settle();
          restored.view();
          restored.persist();
          restored.dispose();
        } catch (error) {
          expect(error).toMatchObject({ code: 'snapshot-invalid' });
        }
      }),
      runs,
    );
  });
});

/** Puts something in the place of one of the values in a document. */
function damage(document: unknown, where: number, value: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(document)) as unknown;
  const spots: [Record<string, unknown>, string][] = [];
  const visit = (one: unknown): void => {
    if (typeof one !== 'object' || one === null) return;
    for (const key of Object.keys(one)) {
      spots.push([one as Record<string, unknown>, key]);
      visit((one as Record<string, unknown>)[key]);
    }
  };
  visit(copy);
  const spot = spots[where % Math.max(spots.length, 1)];
  if (spot) spot[0][spot[1]] = value;
  return copy;
}
