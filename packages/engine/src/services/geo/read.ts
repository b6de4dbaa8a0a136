import type { JsonValue } from '@schalter/definition';
import type { Place } from '../../ports/geo.ts';
import { fieldsOf, scalarsOf, textOf } from '../read.ts';

/** More suggestions are no help. */
const most = 100;

/** Places as a port gives them. */
export function readPlaces(value: unknown): readonly Place[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const places = value.slice(0, most).map(readPlace);
  return places.every((place) => place !== undefined) ? places : undefined;
}

function readPlace(value: unknown): Place | undefined {
  const fields = fieldsOf(value);
  const id = textOf(fields?.id);
  const label = textOf(fields?.label);
  const text = textOf(fields?.text);
  const data = scalarsOf(fields?.data);
  const point = pointOf(fields?.lat, fields?.lon);
  if (id === undefined || label === undefined) return undefined;
  return { id, label, ...(text === undefined ? {} : { text }), ...point, ...(data ? { data } : {}) };
}

/** Degrees on earth; nothing where it is not there. */
export function pointOf(lat: unknown, lon: unknown): { readonly lat: number; readonly lon: number } | undefined {
  if (typeof lat !== 'number' || typeof lon !== 'number') return undefined;
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : undefined;
}

/** What of a place can be filled in beside it. */
export function dataOf({ label, lat, lon, data }: Place): Readonly<Record<string, JsonValue>> {
  return { ...data, label, ...(lat === undefined || lon === undefined ? {} : { lat, lon }) };
}
