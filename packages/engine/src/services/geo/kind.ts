import type { JsonObject, JsonValue } from '@schalter/definition';
import type { GeoPort, Place } from '../../ports/geo.ts';
import type { Program } from '../../program.ts';
import type { DataCell } from '../../run/group.ts';
import type { LeafCell } from '../../run/leaf.ts';
import { isActive, servicesOf } from '../../run/named-services.ts';
import type { GeoEvent } from '../event.ts';
import { FieldActors, isAttached } from '../field-actors.ts';
import { fillBeside, fillIn, takeBackBeside } from '../fills.ts';
import { failureView } from '../named.ts';
import { fieldsOf, savedPart, scalarsOf, textOf } from '../read.ts';
import { type KindHost, refusedWith, type ServiceKind, type Taken, taken } from '../service-kind.ts';
import type { GeoView } from '../view.ts';
import { type GeoMachineEvent, geoMachine } from './machine.ts';
import { dataOf, pointOf } from './read.ts';

const kind = 'geo';

/** A text this short finds everything. */
const shortest = 2;

/** Places in fields of a form; nothing where the form has none. */
export function geoKind(program: Program, port: GeoPort): ServiceKind | undefined {
  const services = new Map(servicesOf(program, kind).map((named) => [named.name, named]));
  if (services.size === 0) return undefined;
  let host: KindHost;
  let actors: FieldActors<typeof geoMachine>;
  /** What was chosen at a field: the text, and what came with it. */
  const chosen = new Map<LeafCell, { readonly text: JsonValue; readonly data: Readonly<Record<string, JsonValue>> }>();

  function servingAt(cell: DataCell | undefined): LeafCell | undefined {
    const named = cell?.kind === 'leaf' ? services.get(cell.node.service ?? '') : undefined;
    return named && cell?.kind === 'leaf' && isActive(host.store, named) ? cell : undefined;
  }

  function actionsAt(cell: LeafCell): readonly GeoEvent['type'][] {
    if (host.flow.status() !== 'filling' || !cell.relevant()) return [];
    const value = actors.at(cell)?.snapshot()?.value ?? 'idle';
    if (value === 'idle') return ['search', 'locate'];
    return value === 'offered' ? ['search', 'locate', 'choose', 'cancel'] : ['search', 'locate', 'cancel'];
  }

  function viewAt(cell: LeafCell): GeoView {
    const snapshot = actors.at(cell)?.snapshot();
    const value = snapshot?.value ?? 'idle';
    return {
      kind,
      service: cell.node.service ?? '',
      // To a person it is one: they have typed, and wait.
      state: value === 'typing' ? 'searching' : value,
      places: snapshot?.context.places ?? [],
      ...failureView(host, snapshot?.context.failure),
      actions: actionsAt(cell),
    };
  }

  function choose(cell: LeafCell, place: Place): void {
    fillIn(cell, place.text ?? place.label);
    fillBeside(cell, dataOf(place));
    chosen.set(cell, { text: cell.raw(), data: dataOf(place) });
    actors.at(cell)?.send({ type: 'chosen' });
    host.changed();
  }

  return {
    name: kind,

    start(given, saved) {
      host = given;
      actors = new FieldActors(host, kind, geoMachine);
      const parts = savedPart(kind, saved, (part) => part);
      for (const [pointer, part] of Object.entries(parts ?? {})) {
        const cell = host.store.find(pointer);
        const data = scalarsOf(fieldsOf(part)?.data);
        const text = textOf(fieldsOf(part)?.text);
        if (cell?.kind === 'leaf' && services.has(cell.node.service ?? '') && text !== undefined) {
          chosen.set(cell, { text, data: data ?? {} });
        }
      }
    },

    send(event) {
      const cell = 'at' in event ? servingAt(host.store.find(event.at)) : undefined;
      if (!cell) return undefined;
      const action = actionsAt(cell).find((one) => one === event.type);
      if (!action) return refusedWith('not-now');
      // Nothing is made for what is refused.
      const tell = (told: GeoMachineEvent): Taken => {
        (actors.at(cell) ?? actors.open(cell, { port })).send(told);
        return taken;
      };
      const head = { service: cell.node.service ?? '', language: host.flow.language() };
      const { query, lat, lon, value } = event as Readonly<Record<string, unknown>>;
      if (action === 'search') {
        const text = textOf(typeof query === 'string' ? query.trim() : undefined, 300);
        const isLong = text !== undefined && text.length >= shortest;
        return tell(isLong ? { type: 'search', query: { ...head, text } } : { type: 'cancel' });
      }
      if (action === 'locate') {
        const point = pointOf(lat, lon);
        return point ? tell({ type: 'locate', query: { ...head, ...point } }) : refusedWith('bad-point');
      }
      if (action === 'cancel') return tell({ type: 'cancel' });
      const found = actors
        .at(cell)
        ?.snapshot()
        ?.context.places.find(({ id }) => id === value);
      if (!found) return refusedWith('unknown-place');
      choose(cell, found);
      return taken;
    },

    settle() {
      for (const [cell] of actors.gone()) actors.close(cell);
      for (const [cell, { text, data }] of chosen) {
        if (!isAttached(cell)) chosen.delete(cell);
        else if (cell.raw() !== text) {
          // The point belonged to another place.
          chosen.delete(cell);
          takeBackBeside(cell, data);
        }
      }
    },

    field(cell) {
      const serving = servingAt(cell);
      return serving && { service: viewAt(serving) };
    },

    persist() {
      const parts = [...chosen].flatMap(([cell, { text, data }]): [string, JsonObject][] =>
        isAttached(cell) ? [[cell.pointer(), { text, data: { ...data } }]] : [],
      );
      return parts.length > 0 ? Object.fromEntries(parts) : undefined;
    },
  };
}
