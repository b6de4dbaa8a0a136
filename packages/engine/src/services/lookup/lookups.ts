import type { LookupPort } from '../../ports/lookup.ts';
import type { Clock } from '../../session/session.ts';
import type { Patience } from '../port-call.ts';
import { type Found, readFound, readVerdict, type Verdict } from './answers.ts';
import { createAsker } from './asker.ts';
import type { FieldLookup } from './field.ts';

/** All that is asked for the fields of a session. */
export interface Lookups {
  /** Follows what a field wants to know: gives up what it wanted before, asks anew after a pause. */
  follow(field: FieldLookup): void;
  /** Asks what a field waits for now. */
  hurry(field: FieldLookup): void;
  /** A field wants to know nothing any more; what is known of it stays. */
  leave(field: FieldLookup): void;
  dispose(): void;
}

/** So many calls of a kind run at once: a form may have hundreds of entries. */
const atOnce = 6;

/**
 * @param told `checked` after a verdict on an answer, `found` after options were found
 */
export function createLookups(
  port: LookupPort,
  patience: Patience,
  clock: Clock | undefined,
  told: { readonly checked: () => void; readonly found: () => void },
): Lookups {
  const common = { patience, clock, atOnce };
  const checks = createAsker<Verdict>({
    ...common,
    ask: ({ service, text, context }, signal) => port.check(service, text, context, signal),
    read: readVerdict,
    unavailable: { state: 'unavailable' },
    remembered: 200,
    answered: told.checked,
  });
  const searches = createAsker<Found>({
    ...common,
    ask: ({ service, text, context }, signal) => port.options(service, String(text), context, signal),
    read: readFound,
    unavailable: { state: 'unavailable' },
    remembered: 50,
    answered: told.found,
  });
  return {
    follow({ lookup, check, search }) {
      checks.follow(check, lookup.debounce);
      searches.follow(search, lookup.debounce);
    },
    hurry({ check, search }) {
      checks.hurry(check);
      searches.hurry(search);
    },
    leave({ check, search }) {
      checks.leave(check);
      searches.leave(search);
    },
    dispose() {
      checks.dispose();
      searches.dispose();
    },
  };
}
