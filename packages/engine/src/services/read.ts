import { EngineError } from '../engine-error.ts';

/*
 * What ports answer and what snapshots hold is read before it is believed: each reader gives a clean copy, or
 * `undefined` for what makes no sense.
 */

export type Fields = Readonly<Record<string, unknown>>;

export function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

/** A text of a sensible length. */
export function textOf(value: unknown, longest = 2_000): string | undefined {
  return typeof value === 'string' && value !== '' && value.length <= longest ? value : undefined;
}

/** An address a person may be sent to: absolute, or on this server. */
export function addressOf(value: unknown): string | undefined {
  const text = textOf(value, 20_000);
  return text !== undefined && /^(https?:\/\/|\/(?![/\\]))/.test(text) ? text : undefined;
}

/** An address that opens the program for identity cards: its own scheme, or its door on this machine. */
export function appAddressOf(value: unknown): string | undefined {
  const text = textOf(value, 20_000);
  return text !== undefined && /^(eid:\/\/|http:\/\/(127\.0\.0\.1|localhost):24727\/|https:\/\/)/.test(text)
    ? text
    : undefined;
}

/** A point in time, `2026-11-23T10:15:00Z`. */
export function instantOf(value: unknown): string | undefined {
  const text = textOf(value, 40);
  return text !== undefined && /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text))
    ? text
    : undefined;
}

/** One of some names. */
export function oneOf<Name extends string>(names: readonly Name[], value: unknown): Name | undefined {
  return names.find((name) => name === value);
}

/** The texts, numbers and truths in an object. */
export function scalarsOf(value: unknown): Readonly<Record<string, string | number | boolean>> | undefined {
  const fields = fieldsOf(value);
  const kept = Object.entries(fields ?? {}).filter((entry): entry is [string, string | number | boolean] =>
    ['string', 'number', 'boolean'].includes(typeof entry[1]),
  );
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

/** A part of a snapshot that must be readable if it is there. */
export function savedPart<Part>(kind: string, saved: unknown, read: (part: Fields) => Part | undefined) {
  if (saved === undefined) return undefined;
  const fields = fieldsOf(saved);
  const part = fields && read(fields);
  if (part === undefined) throw new EngineError('snapshot-invalid', { detail: `"services.${kind}" is damaged` });
  return part;
}
