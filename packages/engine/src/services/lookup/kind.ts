import type { JsonObject, JsonValue } from '@schalter/definition';
import type { Page } from '../../flow/page.ts';
import type { LookupPort } from '../../ports/lookup.ts';
import type { Program } from '../../program.ts';
import type { DataCell } from '../../run/group.ts';
import type { LeafCell } from '../../run/leaf.ts';
import { computedList, type Read } from '../../run/signals.ts';
import type { Patience } from '../port-call.ts';
import { type KindHost, refusedWith, type ServiceKind, type Taken, taken } from '../service-kind.ts';
import { findingIn } from './answers.ts';
import { allLookups, lookupsOf, shownLookups } from './cells.ts';
import { choose } from './choose.ts';
import { createFieldLookup, type FieldLookup, type LookedUp } from './field.ts';
import { keepVerdict, readKept } from './kept.ts';
import { createLookups, type Lookups } from './lookups.ts';
import { queryOf } from './question.ts';
import { answerIn, forgetUnavailable } from './slot.ts';
import { lookupView } from './view.ts';
import { createWatch, type Watch } from './watch.ts';

/** For what people wait for while they type: shorter than for what they have decided to do. */
export const lookupPatience: Patience = { timeout: 5_000, retries: 1, pause: 500, longestPause: 500 };

/** Checks and options of a form's fields; nothing for a form that has none. */
export function lookupKind(
  program: Program,
  port: LookupPort,
  patience: Patience = lookupPatience,
): ServiceKind | undefined {
  if (!Object.values(program.services).some(({ kind }) => kind === 'lookup')) return undefined;
  const fields = new WeakMap<LeafCell, FieldLookup>();
  /** Fields of other pages that are asked about because the form is to be sent. */
  const elsewhere = new Set<FieldLookup>();
  /** What the chart waits for: asked once it has done with the event. */
  let toDecide: { readonly page: Page | undefined } | undefined;
  let host: KindHost | undefined;
  let lookups: Lookups | undefined;
  let watch: Watch | undefined;
  let all: Read<readonly FieldLookup[]> = () => [];
  const language: Read<string> = () => host?.flow.language() ?? '';

  function fieldOf(cell: DataCell | undefined): FieldLookup | undefined {
    if (!isLookedUp(cell)) return undefined;
    const field = fields.get(cell) ?? createFieldLookup(cell, language);
    fields.set(cell, field);
    return field;
  }

  const fieldsOf = (cells: Iterable<DataCell>): FieldLookup[] => [...cells].flatMap((cell) => fieldOf(cell) ?? []);

  /** Fields that a page answers for; without one, those of the form. */
  function within(page: Page | undefined): readonly FieldLookup[] {
    return page && host ? fieldsOf(lookupsOf(host.store.root, page)) : all();
  }

  function decideNow(page: Page | undefined): void {
    toDecide = undefined;
    const asked = within(page);
    for (const field of asked) {
      if (field.lookup.blocks) forgetUnavailable(field.check);
      if (isWaiting(field)) askNow(field);
    }
    // All of it was known from before.
    if (!asked.some(isWaiting)) host?.changed();
  }

  function askNow(field: FieldLookup): void {
    if (!watch?.shows(field)) elsewhere.add(field);
    lookups?.follow(field);
    lookups?.hurry(field);
  }

  /** What was asked for the sake of sending is given up when nobody waits for it any more. */
  function tidy(): void {
    if (elsewhere.size === 0 || host?.flow.checking() !== undefined) return;
    for (const field of elsewhere) if (!watch?.shows(field)) lookups?.leave(field);
    elsewhere.clear();
  }

  function takeSearch(field: FieldLookup, query: unknown): Taken {
    const text = queryOf(query);
    if (text === undefined) return refusedWith('not-an-answer');
    field.query(text);
    watch?.follow();
    host?.tell();
    return taken;
  }

  function takeRetry(field: FieldLookup): Taken {
    if (!isUnavailable(field)) return refusedWith('not-now');
    forgetUnavailable(field.check);
    forgetUnavailable(field.search);
    askNow(field);
    host?.tell();
    return taken;
  }

  return {
    name: 'lookup',

    start(own, saved: JsonValue | undefined) {
      host = own;
      lookups = createLookups(port, patience, own.clock, {
        // What has been found out is worth keeping, and may be what the chart waits for.
        checked: own.changed,
        found: own.tell,
      });
      for (const [cell, last] of readKept(own.store, saved)) fieldOf(cell)?.check.last(last);
      const { root } = own.store;
      all = computedList(() => fieldsOf(allLookups(program, root)));
      const here = computedList(() => fieldsOf(shownLookups(root, own.flow.current())));
      watch = createWatch(here, lookups);
    },

    send(event) {
      if (event.type !== 'search' && event.type !== 'choose' && event.type !== 'retry') return undefined;
      const field = fieldOf(host?.store.find(event.at));
      const isServed = field && (event.type === 'retry' || field.lookup.for === 'options');
      if (!host || !isServed) return undefined;
      if (host.flow.status() !== 'filling' || !watch?.shows(field)) return refusedWith('not-now');
      if (event.type === 'retry') return takeRetry(field);
      if (event.type === 'search') return takeSearch(field, event.query);
      const result = choose(host, field, event.value);
      lookups?.follow(field);
      return result;
    },

    settle() {
      watch?.follow();
      if (toDecide) decideNow(toDecide.page);
      tidy();
    },

    findings(cell) {
      const field = fieldOf(cell);
      const verdict = field && answerIn(field.check);
      const found = field && verdict !== 'waiting' ? findingIn(field.lookup, verdict) : undefined;
      return found ? [found] : [];
    },

    field(cell) {
      const field = fieldOf(cell);
      return field && { lookup: lookupView(field) };
    },

    undecided: (page) => within(page).some(isWaiting),

    decide(page) {
      toDecide = { page };
    },

    persist() {
      const kept = within(undefined).flatMap((field): [string, JsonObject][] => {
        const verdict = field.check.last() && keepVerdict(field);
        return verdict ? [[field.cell.pointer(), verdict]] : [];
      });
      return kept.length > 0 ? Object.fromEntries(kept) : undefined;
    },

    dispose() {
      watch?.dispose();
      lookups?.dispose();
    },
  };
}

function isLookedUp(cell: DataCell | undefined): cell is LookedUp {
  return cell?.kind === 'leaf' && cell.node.lookup !== undefined;
}

function isWaiting({ check }: FieldLookup): boolean {
  return answerIn(check) === 'waiting';
}

function isUnavailable({ check, search }: FieldLookup): boolean {
  const answers = [answerIn(check), answerIn(search)];
  return answers.some((answer) => typeof answer === 'object' && answer.state === 'unavailable');
}
