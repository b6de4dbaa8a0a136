import { elements, isObject, own } from '../guard.ts';
import { joinPointer } from '../pointer.ts';
import type { Ledger } from './emit.ts';

/** Notes the texts of a form outside `data`: its own, those of its steps, sections, text blocks, services and checks. */
export function noteFrameTexts(ledger: Ledger, form: unknown): void {
  const note = (pointer: string, key: string, text: unknown): void => {
    if (typeof text !== 'string') return;
    ledger.keys[pointer] = key;
    ledger.texts[key] = text;
  };
  const noteChecks = (holder: unknown, pointer: string, key: string): void => {
    for (const [index, check] of elements(own(holder, 'checks')).entries()) {
      note(`${pointer}/checks/${index}/message`, `${key}#check:${String(own(check, 'id'))}`, own(check, 'message'));
    }
  };

  note('/title', 'form#title', own(form, 'title'));
  note('/summary', 'form#summary', own(form, 'summary'));
  noteChecks(form, '', 'form');
  for (const [index, step] of elements(own(form, 'steps')).entries()) {
    const pointer = `/steps/${index}`;
    const key = `step:${String(own(step, 'id'))}`;
    note(`${pointer}/title`, `${key}#title`, own(step, 'title'));
    note(`${pointer}/text`, `${key}#text`, own(step, 'text'));
    noteChecks(step, pointer, key);
    for (const [place, content] of elements(own(step, 'fields')).entries()) {
      if (!isObject(content)) continue;
      const text = `text:${String(own(content, 'id'))}`;
      note(`${pointer}/fields/${place}/title`, `${text}#title`, content.title);
      note(`${pointer}/fields/${place}/text`, `${text}#text`, content.text);
    }
  }
  for (const [index, section] of elements(own(form, 'sections')).entries()) {
    const key = `section:${String(own(section, 'id'))}`;
    note(`/sections/${index}/title`, `${key}#title`, own(section, 'title'));
    note(`/sections/${index}/description`, `${key}#description`, own(section, 'description'));
  }
  const services = own(form, 'services');
  for (const [name, service] of isObject(services) ? Object.entries(services) : []) {
    note(joinPointer('/services', name, 'title'), `service:${name}#title`, own(service, 'title'));
  }
}
