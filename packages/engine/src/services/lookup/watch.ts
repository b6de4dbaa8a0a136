import { type Read, type Unit, unit, untracked } from '../../run/signals.ts';
import type { FieldLookup } from './field.ts';
import type { Lookups } from './lookups.ts';

/** Follows what the fields of the current page want to know. */
export interface Watch {
  /** Looks what has changed since the last time; costs nothing where nothing has. */
  follow(): void;
  shows(field: FieldLookup): boolean;
  dispose(): void;
}

/** @param here the fields people can enter something in; the same array while they are the same */
export function createWatch(here: Read<readonly FieldLookup[]>, lookups: Lookups): Watch {
  const shown = new Map<FieldLookup, Unit<void>>();
  const changed = new Set<FieldLookup>();
  let before: readonly FieldLookup[] | undefined;

  function hide(field: FieldLookup): void {
    shown.get(field)?.stop();
    shown.delete(field);
    changed.delete(field);
    field.query(undefined);
    lookups.leave(field);
  }

  function show(field: FieldLookup): void {
    const watching = unit(() => {
      field.check.question();
      field.search.question();
      changed.add(field);
    });
    shown.set(field, watching);
    // After everything that the form computes.
    watching.start(Number.POSITIVE_INFINITY);
  }

  function look(): void {
    const now = here();
    if (now !== before) {
      before = now;
      const fields = new Set(now);
      for (const field of [...shown.keys()]) if (!fields.has(field)) hide(field);
      for (const field of fields) if (!shown.has(field)) show(field);
    }
    for (const field of changed) lookups.follow(field);
    changed.clear();
  }

  return {
    follow: () => untracked(look),
    shows: (field) => shown.has(field),
    dispose() {
      for (const watching of shown.values()) watching.stop();
      shown.clear();
    },
  };
}
