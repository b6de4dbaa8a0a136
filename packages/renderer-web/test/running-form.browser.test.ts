import { hasPhoneNumbers, type SessionEvent, type View } from '@schalter/engine';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Drafts } from '../src/element/drafts.ts';
import { StepHistory } from '../src/element/history.ts';
import { Http } from '../src/element/http.ts';
import { RunningForm } from '../src/element/running-form.ts';
import { adoptStyles } from '../src/element/sheets.ts';
import { type FakeSession, fakeSession } from './fixtures/fake-session.ts';
import {
  controlsView,
  dogs,
  entryView,
  groupsErrorView,
  groupsView,
  listView,
  pageView,
  questionErrorView,
  questionView,
  submittedView,
  summaryView,
} from './fixtures/views.ts';

let host: HTMLElement;
let running: RunningForm | undefined;
const emitted: [string, object][] = [];
const reload = vi.fn();

function start(
  view: View,
  answer?: (event: SessionEvent, view: View) => View | undefined,
): { session: FakeSession; root: ShadowRoot } {
  const session = fakeSession(view, answer);
  const root = host.attachShadow({ mode: 'open' });
  adoptStyles(root);
  running = new RunningForm({
    root,
    session,
    drafts: new Drafts(new Http('/'), view.form.id, () => view.language),
    steps: new StepHistory(view.form.id, undefined),
    reload,
    emit: (name, detail) => emitted.push([name, detail]),
  });
  return { session, root };
}

const button = (root: ShadowRoot, value: string) => {
  const found = [...root.querySelectorAll('button')].find((item) => item.value === value && !item.hidden);
  return found ?? expect.fail(`no button ${value}`);
};
const named = (root: ShadowRoot, name: string) =>
  root.querySelector<HTMLInputElement>(`[name="${name}"]`) ?? expect.fail(`no input ${name}`);
const focused = (root: ShadowRoot) => root.activeElement?.id;

beforeEach(() => {
  document.title = 'Musterstadt';
  host = document.createElement('div');
  document.body.append(host);
  emitted.length = 0;
  reload.mockClear();
});

afterEach(() => {
  running?.dispose();
  host.remove();
});

describe('what people enter', () => {
  test('typing answers the field, without touching what stands in the input', async () => {
    const { session, root } = start(controlsView);
    await userEvent.type(named(root, '/miete'), '1.234,5');
    expect(session.events.at(-1)).toEqual({ type: 'answer', at: '/miete', value: 123_450 });
    expect(named(root, '/miete').value).toBe('1.234,5');
  });

  test('a telephone number is filed in E.164, once its reader is loaded', async () => {
    const { session, root } = start(controlsView);
    await userEvent.type(named(root, '/telefon'), '089 / 233-0');
    await vi.waitFor(() => expect(hasPhoneNumbers()).toBe(true));
    await userEvent.type(named(root, '/telefon'), '0');
    expect(session.events.at(-1)).toEqual({ type: 'answer', at: '/telefon', value: '+498923300' });
    expect(named(root, '/telefon').value).toBe('089 / 233-00');
  });

  test('the parts of a date make one answer', async () => {
    const { session, root } = start(controlsView);
    await userEvent.type(named(root, '/geburtsdatum#day'), '1');
    expect(session.events.at(-1)).toEqual({ type: 'answer', at: '/geburtsdatum', value: '--1' });
    await userEvent.type(named(root, '/geburtsdatum#month'), '2');
    await userEvent.type(named(root, '/geburtsdatum#year'), '1990');
    expect(session.events.at(-1)).toEqual({ type: 'answer', at: '/geburtsdatum', value: '1990-02-01' });
  });

  test('"none of these" and the others exclude each other', async () => {
    const { session, root } = start(controlsView);
    const [lift, night, none] = root.querySelectorAll<HTMLInputElement>('[name="/taetigkeiten"]');
    if (!lift || !night || !none) return expect.fail('no options');
    await userEvent.click(lift);
    await userEvent.click(night);
    expect(session.events.at(-1)).toEqual({ type: 'answer', at: '/taetigkeiten', value: ['heben', 'nacht'] });
    await userEvent.click(none);
    expect(session.events.at(-1)).toEqual({ type: 'answer', at: '/taetigkeiten', value: ['nichts'] });
    await userEvent.click(night);
    expect(session.events.at(-1)).toEqual({ type: 'answer', at: '/taetigkeiten', value: ['nacht'] });
  });

  test('an input follows the view once it is left', async () => {
    const { session, root } = start(groupsView);
    const input = named(root, '/kontakt/telefon');
    await userEvent.type(input, ' 089 1 ');
    const [person, contact] = groupsView.step.content;
    if (!person || contact?.kind !== 'group') return expect.fail('no contact group');
    const content = contact.content.map((item) =>
      item.kind === 'field' && item.at === '/kontakt/telefon' ? { ...item, value: '089 1', text: '089 1' } : item,
    );
    session.show({ ...groupsView, step: { ...groupsView.step, content: [person, { ...contact, content }] } });
    await expect.poll(() => input.value).toBe(' 089 1 ');
    input.blur();
    await expect.poll(() => input.value).toBe('089 1');
  });

  test('the counter counts down', async () => {
    const { root } = start(controlsView);
    expect(root.getElementById('f-begruendung-counter')?.textContent).toBe('Noch 500 Zeichen möglich');
  });
});

describe('from page to page', () => {
  const walk = (event: SessionEvent) =>
    event.type === 'next'
      ? groupsView
      : event.type === 'back'
        ? questionView
        : event.type === 'goTo'
          ? questionView
          : undefined;

  test('"next" brings the focus to the new heading, the title and the history along', async () => {
    const { root } = start(questionView, walk);
    expect(document.title).toBe('Wo wohnen Sie? – Hund zur Hundesteuer anmelden – Musterstadt');
    const length = history.length;
    await userEvent.click(button(root, 'next'));
    expect(focused(root)).toBe('schritt');
    expect(document.title).toMatch(/^Halterin oder Halter – /);
    expect(history.length).toBe(length + 1);
    expect(emitted).toContainEqual(['schalter-step', { step: 'schritt-2' }]);
  });

  test('the browser’s back button goes back to the step', async () => {
    const { session, root } = start(questionView, walk);
    await userEvent.click(button(root, 'next'));
    history.back();
    await expect.poll(() => session.events.at(-1)).toEqual({ type: 'goTo', step: 'schritt-1' });
    await expect.poll(() => root.querySelector('h1')?.textContent).toContain('Wo wohnen Sie?');
  });

  test('Enter in an input means "next"', async () => {
    const { session, root } = start(groupsView);
    await userEvent.type(named(root, '/halter/vorname'), '{Enter}');
    expect(session.events.at(-1)).toEqual({ type: 'next' });
  });

  test('the page’s own title comes back when the form is gone', () => {
    start(questionView);
    running?.dispose();
    expect(document.title).toBe('Musterstadt');
  });
});

describe('problems', () => {
  test('a refused "next" brings the focus to the summary and "Fehler:" into the title', async () => {
    const { root } = start(questionView, (event) => (event.type === 'next' ? questionErrorView : undefined));
    await userEvent.click(button(root, 'next'));
    expect(focused(root)).toBe('fehler');
    expect(document.title).toMatch(/^Fehler: /);
  });

  test('a link of the summary leads to the input, the first part of a date included', async () => {
    const { root } = start(groupsErrorView);
    const links = root.querySelectorAll<HTMLElement>('.error-summary a');
    await userEvent.click(links[0] as HTMLElement);
    expect(focused(root)).toBe('f-halter-vorname');
    await userEvent.click(links[1] as HTMLElement);
    expect(focused(root)).toBe('f-halter-geburtsdatum');
  });

  test('mending one while typing leaves the focus where it is', async () => {
    const { session, root } = start(groupsErrorView);
    await userEvent.type(named(root, '/halter/vorname'), 'E');
    session.show(groupsView);
    await expect.poll(() => root.querySelector('.error-summary')).toBeNull();
    expect(focused(root)).toBe('f-halter-vorname');
    expect(document.title).not.toMatch(/^Fehler/);
  });
});

describe('a repeated group', () => {
  const without = pageView(3, [{ ...dogs, entries: dogs.entries.slice(1) }], {
    step: { ...listView.step, content: [{ ...dogs, entries: dogs.entries.slice(1) }] },
  });

  test('removal is asked in a dialog, then the list’s heading has the focus and it is said', async () => {
    const { session, root } = start(listView, (event) => (event.type === 'removeItem' ? without : undefined));
    const remove = root.querySelector<HTMLElement>('[data-confirm="/hunde/0"]');
    await userEvent.click(remove ?? expect.fail('no button'));
    const dialog = root.querySelector('dialog');
    expect(dialog?.open).toBe(true);
    expect(dialog?.textContent).toContain('„Bello“ entfernen?');
    await userEvent.click(root.querySelector('dialog [data-do]') ?? expect.fail('no yes'));
    expect(session.events.at(-1)).toEqual({ type: 'removeItem', at: '/hunde/0' });
    expect(root.querySelector('dialog')).toBeNull();
    expect(focused(root)).toBe('f-hunde');
    expect(root.querySelector('[role="status"]')?.textContent).toBe('„Bello“ wurde entfernt.');
  });

  test('Escape keeps the entry and gives the focus back', async () => {
    const { session, root } = start(listView);
    const remove = root.querySelector<HTMLElement>('[data-confirm="/hunde/1"]') ?? expect.fail('no button');
    await userEvent.click(remove);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => root.querySelector('dialog')).toBeNull();
    expect(session.events).toEqual([]);
    expect(root.activeElement).toBe(remove);
  });

  test('"change" opens the entry, "another?" is answered by the radios', async () => {
    const { session, root } = start(listView, (event) => (event.type === 'editItem' ? entryView : undefined));
    await userEvent.click(named(root, 'another:/hunde'));
    expect(session.events).toEqual([{ type: 'another', at: '/hunde', value: true }]);
    await userEvent.click(button(root, 'editItem:/hunde/1'));
    expect(session.events.at(-1)).toEqual({ type: 'editItem', at: '/hunde/1' });
    expect(root.querySelector('h1')?.textContent).toBe('Angaben zum Hund');
  });
});

describe('sending', () => {
  test('shows the receipt and tells the page', async () => {
    const { root } = start(summaryView, (event) => (event.type === 'submit' ? submittedView : undefined));
    await userEvent.click(button(root, 'submit'));
    expect(root.querySelector('.panel')?.textContent).toContain('HST-7K3M-92QX');
    expect(focused(root)).toBe('schritt');
    expect(emitted).toContainEqual(['schalter-submitted', { reference: 'HST-7K3M-92QX' }]);
  });

  test('a failure has the focus and says that nothing is lost', async () => {
    const { root } = start(summaryView, (event) =>
      event.type === 'submit' ? { ...summaryView, failure: { code: 'offline' } } : undefined,
    );
    await userEvent.click(button(root, 'submit'));
    expect(focused(root)).toBe('fehlschlag');
    expect(root.getElementById('fehlschlag')?.textContent).toContain('nicht verloren');
  });
});

describe('around the page', () => {
  test('the language changes without losing answers, page or focus', async () => {
    const { session, root } = start(groupsView, (event, view) =>
      event.type === 'language' ? { ...view, language: event.language } : undefined,
    );
    const input = named(root, '/kontakt/telefon');
    await userEvent.type(input, '089');
    running?.setLanguage('en');
    expect(session.events.at(-1)).toEqual({ type: 'language', language: 'en' });
    await expect.poll(() => button(root, 'next').textContent).toBe('Continue');
    expect(named(root, '/kontakt/telefon')).toBe(input);
    expect(input.value).toBe('089');
    expect(root.activeElement).toBe(input);
  });

  test('a draft changed elsewhere asks which state to keep', async () => {
    const { root } = start({ ...groupsView, draft: { state: 'conflict', revision: 3 } });
    expect(root.querySelector('[role="alert"]')?.textContent).toContain('an anderer Stelle');
    await userEvent.click(root.querySelector('[data-conflict="take"]') ?? expect.fail('no choice'));
    expect(reload).toHaveBeenCalledOnce();
  });

  test('what cannot be saved is said', async () => {
    const { root } = start({ ...groupsView, draft: { state: 'offline', revision: 3 } });
    expect(root.querySelector('.draft-state')?.textContent).toContain('noch nicht gespeichert');
  });
});
