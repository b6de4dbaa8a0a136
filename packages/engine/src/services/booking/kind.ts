import type { JsonObject, JsonValue } from '@schalter/definition';
import { dayNumber, formatDate, fromDayNumber, parseDate } from '../../expression/calendar.ts';
import type { BookingPort, Hold, SlotQuery } from '../../ports/booking.ts';
import type { LeafNode, Program } from '../../program.ts';
import type { DataCell } from '../../run/group.ts';
import type { LeafCell } from '../../run/leaf.ts';
import { isActive, servicesOf } from '../../run/named-services.ts';
import type { Finding } from '../../run/world.ts';
import type { BookingEvent } from '../event.ts';
import { FieldActors, isAttached } from '../field-actors.ts';
import { fillBeside, filledTemplates, fillIn } from '../fills.ts';
import { failureView } from '../named.ts';
import { savedPart, textOf } from '../read.ts';
import { type KindHost, refusedWith, type ServiceKind, taken } from '../service-kind.ts';
import type { BookingView } from '../view.ts';
import { bookingMachine } from './machine.ts';
import { type BookingPart, type HoldState, isHeldBy, partOf, readParts } from './parts.ts';

const kind = 'booking';

/** Days that are looked through where an event does not say. */
const usualDays = 28;

/** Appointments in fields of a form; nothing where the form has none. */
export function bookingKind(program: Program, port: BookingPort, releases: boolean): ServiceKind | undefined {
  const services = new Map(servicesOf(program, kind).map((named) => [named.name, named]));
  if (services.size === 0) return undefined;
  const isServed = (node: LeafNode) => node.service !== undefined && services.has(node.service);
  const filled = filledTemplates(program, isServed);
  let host: KindHost;
  let actors: FieldActors<typeof bookingMachine>;

  const isOpen = () => host.flow.status() === 'filling';

  const isNeeded = (name: string) => {
    const named = services.get(name);
    return named !== undefined && isActive(host.store, named);
  };

  /** Whether a field is filled in by a booking beside it. */
  const isBeside = (cell: DataCell) => [...(filled.get(cell.node.template) ?? [])].some(isNeeded);

  /** The field, while its service is needed. */
  function servingAt(cell: DataCell | undefined): LeafCell | undefined {
    if (cell?.kind !== 'leaf' || !isServed(cell.node)) return undefined;
    return isNeeded(cell.node.service ?? '') ? cell : undefined;
  }

  function open(cell: LeafCell, part?: BookingPart) {
    return actors.open(cell, {
      port,
      service: cell.node.service ?? '',
      state: part?.state ?? 'none',
      hold: part?.hold,
      wanted: part?.wanted,
      failure: part?.failure,
      fill: (hold) => fill(cell, hold),
    });
  }

  function fill(cell: LeafCell, hold: Hold | undefined): void {
    fillIn(cell, hold?.slot.start ?? null);
    fillBeside(cell, hold && dataOf(hold));
  }

  const snapshotAt = (cell: LeafCell) => actors.at(cell)?.snapshot();

  function actionsAt(cell: LeafCell): readonly BookingEvent['type'][] {
    if (!isOpen() || !cell.relevant()) return [];
    const snapshot = snapshotAt(cell);
    const hold = snapshot?.value.hold ?? 'none';
    if (typeof hold === 'object') {
      if (hold.held === 'quiet') return ['slots', 'hold', 'renew', 'release', 'resume'];
      return hold.held === 'changing' ? ['cancel', 'release'] : ['release'];
    }
    switch (hold) {
      case 'none':
        // What stands there without a hold can be taken out.
        return cell.raw() === null ? ['slots', 'hold'] : ['slots', 'hold', 'release'];
      case 'expired':
        return ['slots', 'hold', 'release'];
      case 'holding':
        return ['cancel'];
      default:
        return [];
    }
  }

  function viewAt(cell: LeafCell): BookingView {
    const snapshot = snapshotAt(cell);
    const context = snapshot?.context;
    const slots = snapshot?.value.slots ?? 'unasked';
    const state = stateOf(snapshot?.value.hold ?? 'none');
    const hold = context?.hold;
    return {
      kind,
      service: cell.node.service ?? '',
      state,
      ...(hold ? { slot: hold.slot, ...(state === 'expired' ? {} : { until: hold.until }) } : {}),
      slots: {
        state: slots,
        ...(context?.query ? { from: context.query.from, until: context.query.until } : {}),
        found: context?.slots ?? [],
        ...failureView(host, context?.slotsFailure),
      },
      ...failureView(host, context?.failure),
      actions: actionsAt(cell),
    };
  }

  function queryFrom(cell: LeafCell, event: BookingEvent): SlotQuery | undefined {
    const { from = host.store.today(), until } = event as { from?: unknown; until?: unknown };
    const first = parseDate(from);
    const last = until === undefined ? first && fromDayNumber(dayNumber(first) + usualDays) : parseDate(until);
    const ends = last && formatDate(last);
    const begins = first && formatDate(first);
    if (begins === undefined || ends === undefined || ends < begins) return undefined;
    return { service: cell.node.service ?? '', from: begins, until: ends };
  }

  /** Gives back what is held, without waiting for it. */
  function giveBack(hold: Hold | undefined): void {
    if (!hold) return;
    Promise.resolve()
      .then(() => port.release(hold.id, new AbortController().signal))
      .catch(() => undefined);
  }

  return {
    name: kind,

    start(given, saved) {
      host = given;
      actors = new FieldActors(host, kind, bookingMachine);
      for (const [pointer, part] of Object.entries(savedPart(kind, saved, readParts) ?? {})) {
        const cell = host.store.find(pointer);
        if (cell?.kind !== 'leaf' || !isServed(cell.node)) continue;
        if (part.hold) fill(cell, part.hold);
        open(cell, part);
      }
    },

    send(event) {
      const cell = 'at' in event ? servingAt(host.store.find(event.at)) : undefined;
      if (!cell) return undefined;
      const action = actionsAt(cell).find((one) => one === event.type);
      if (!action) return refusedWith('not-now');
      const child = () => actors.at(cell) ?? open(cell);
      if (action === 'slots') {
        const query = queryFrom(cell, event as BookingEvent);
        if (!query) return refusedWith('bad-dates');
        child().send({ type: 'slots', query });
      } else if (action === 'hold') {
        const slot = textOf((event as { readonly slot?: unknown }).slot);
        if (slot === undefined) return refusedWith('unknown-slot');
        child().send({ type: 'hold', slot });
      } else if (action === 'release' && !snapshotAt(cell)?.context.hold) {
        fill(cell, undefined);
        host.changed();
      } else child().send({ type: action });
      return taken;
    },

    settle() {
      for (const [cell, child] of actors.gone()) {
        giveBack(isHeldBy(child.snapshot()?.value.hold) ? child.snapshot()?.context.hold : undefined);
        actors.close(cell);
      }
      const status = host.flow.status();
      const leaves = status === 'filling' && host.flow.current().step.kind === 'exit';
      for (const [, child] of actors) {
        const hold = child.snapshot()?.value.hold;
        if (status === 'submitted' && isHeldBy(hold)) child.send({ type: 'filed' });
        else if (status === 'filling' && hold === 'filed') child.send({ type: 'reopened' });
        else if (leaves && isHeldBy(hold)) child.send({ type: 'release' });
        else if (leaves && hold === 'holding') child.send({ type: 'cancel' });
      }
    },

    findings(cell) {
      const serving = servingAt(cell);
      if (!serving) return nothing;
      const hold = snapshotAt(serving)?.value.hold;
      if (hold === 'holding') return pending;
      // Nobody holds what stands there.
      return serving.raw() !== null && !isHeldBy(hold) && hold !== 'filed' ? expired : nothing;
    },

    refuses(cell) {
      if (cell.kind !== 'leaf') return undefined;
      return servingAt(cell) || isBeside(cell) ? 'filled-by-service' : undefined;
    },

    field(cell) {
      const serving = servingAt(cell);
      if (serving) return { filled: true, service: viewAt(serving) };
      return cell.kind === 'leaf' && isBeside(cell) ? { filled: true } : undefined;
    },

    persist() {
      const parts: [string, JsonObject][] = [];
      for (const [cell, child] of actors) {
        const snapshot = child.snapshot();
        if (!snapshot || !isAttached(cell)) continue;
        const part = partOf(snapshot.value.hold, snapshot.context);
        if (part) parts.push([cell.pointer(), part]);
      }
      return parts.length > 0 ? Object.fromEntries(parts) : undefined;
    },

    dispose(keeps) {
      if (!releases || keeps || !isOpen()) return;
      for (const [, child] of actors) {
        const snapshot = child.snapshot();
        if (isHeldBy(snapshot?.value.hold)) giveBack(snapshot?.context.hold);
      }
    },
  };
}

const nothing: readonly Finding[] = [];
const pending: readonly Finding[] = [{ code: 'hold-pending', params: {} }];
const expired: readonly Finding[] = [{ code: 'hold-expired', params: {} }];

function stateOf(hold: HoldState): BookingView['state'] {
  // Whether a hold still stands is looked up without ado.
  if (typeof hold === 'object') return hold.held === 'renewing' || hold.held === 'changing' ? hold.held : 'held';
  return hold === 'start' || hold === 'refused' ? 'none' : hold;
}

/** What of a hold can be filled in beside it. */
function dataOf({ id, slot }: Hold): Readonly<Record<string, JsonValue>> {
  const { end, place, data } = slot;
  return { ...data, id, ...(end === undefined ? {} : { end }), ...(place === undefined ? {} : { place }) };
}
