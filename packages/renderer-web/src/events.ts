import type { ContentView, SessionEvent, View } from '@schalter/engine';
import type { Entered } from './controls/control.ts';
import { controlOf } from './controls/index.ts';

/** What was entered on a page, by name of input: the values a browser would post. */
export type EnteredByName = (name: string) => readonly string[] | undefined;

/**
 * The answers of a page's fields as events. Browsers post nothing for an unticked box, so that a field without any
 * entered value is taken back; only what the view's page asks is looked at.
 */
export function answersOf(view: View, entered: EnteredByName): SessionEvent[] {
  return collect(view.step.content, view.language, entered);
}

function collect(content: readonly ContentView[], language: string, entered: EnteredByName): SessionEvent[] {
  return content.flatMap((item): SessionEvent[] => {
    switch (item.kind) {
      case 'field': {
        if (item.readOnly) return [];
        const values: Entered = (suffix = '') => entered(item.at + suffix) ?? [];
        return [{ type: 'answer', at: item.at, value: controlOf(item).read(item, values, language) }];
      }
      case 'group':
        return collect(item.content, language, entered);
      case 'list': {
        const events = item.entries.flatMap((entry) => collect(entry.content, language, entered));
        const another = entered(`another:${item.at}`)?.[0];
        if (item.another && (another === 'yes' || another === 'no')) {
          events.push({ type: 'another', at: item.at, value: another === 'yes' });
        }
        return events;
      }
      default:
        return [];
    }
  });
}

const pointer = /^(?:\/[^/]*)+$/;

/**
 * The event a submit button stands for (`do`'s value). `save` and what is unknown give none.
 * @param value `next`, `back`, `submit`, `addItem:/hunde`, `goTo:step@/hunde/0`, `language:en` …
 */
export function eventOf(value: string): SessionEvent | undefined {
  const colon = value.indexOf(':');
  const name = colon < 0 ? value : value.slice(0, colon);
  const argument = colon < 0 ? '' : value.slice(colon + 1);
  switch (name) {
    case 'next':
    case 'back':
    case 'submit':
      return colon < 0 ? { type: name } : undefined;
    case 'addItem':
    case 'editItem':
    case 'removeItem':
      return pointer.test(argument) ? { type: name, at: argument } : undefined;
    case 'goTo': {
      const at = argument.indexOf('@');
      const step = at < 0 ? argument : argument.slice(0, at);
      const entry = at < 0 ? undefined : argument.slice(at + 1);
      if (step === '' || (entry !== undefined && !pointer.test(entry))) return undefined;
      return entry === undefined ? { type: 'goTo', step } : { type: 'goTo', step, entry };
    }
    case 'language':
      return /^[A-Za-z0-9-]{1,35}$/.test(argument) ? { type: 'language', language: argument } : undefined;
    default:
      return undefined;
  }
}
