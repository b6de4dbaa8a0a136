import type { FormEvent } from '../event.ts';
import { destinationOf } from '../flow/destination.ts';
import { asksAnother, type Flow, reachableEntry } from '../flow/flow.ts';
import { untracked } from '../run/signals.ts';

/**
 * Why an event makes no sense at present, as a code; `undefined` when it does.
 * - `login`: it is too early for it; `sending`, `submitted`: it is too late
 * - `unknown-event`, `unknown-field`, `unknown-list`, `unknown-entry`, `unknown-language`: there is no such thing
 * - `not-an-answer` (no JSON), `read-only` (computed)
 * - `no-next`, `no-back`, `not-on-route`, `not-yet` (a section that cannot be started), `not-on-summary`, `max-items`, `bad-position`, `not-asked`, `no-conflict`, `no-port`
 */
export function refusalOf(flow: Flow, event: FormEvent, canSubmit: boolean): string | undefined {
  return untracked(() => judge(flow, event, canSubmit));
}

function judge(flow: Flow, event: FormEvent, canSubmit: boolean): string | undefined {
  if (typeof event !== 'object' || event === null) return 'unknown-event';
  const status = flow.status();
  if (status !== 'filling' && event.type !== 'language' && event.type !== 'draftResolved') return status;
  switch (event.type) {
    // The store answers for itself whether it keeps an answer.
    case 'answer':
      return undefined;
    case 'removeItem':
      return reachableEntry(flow, event.at) ? undefined : 'unknown-entry';
    case 'moveItem': {
      const entry = reachableEntry(flow, event.at);
      if (!entry) return 'unknown-entry';
      const { to } = event;
      const fits = Number.isInteger(to) && to >= 0 && to < entry.list.entries().length;
      return fits ? undefined : 'bad-position';
    }
    case 'another': {
      const list = flow.store.find(event.at);
      if (list?.kind !== 'list') return 'unknown-list';
      return typeof event.value === 'boolean' && asksAnother(flow, list) ? undefined : 'not-asked';
    }
    case 'language':
      return flow.store.program.languages.includes(event.language) ? undefined : 'unknown-language';
    case 'draftResolved':
      return flow.draft().state === 'conflict' && Number.isInteger(event.revision) ? undefined : 'no-conflict';
    default: {
      const found = destinationOf(flow, event);
      if (!found) return 'unknown-event';
      if ('refused' in found) return found.refused;
      const files = event.type === 'submit' && (found.to === 'send' || found.to === 'wait');
      return files && !canSubmit ? 'no-port' : undefined;
    }
  }
}
