import { createSession } from '@schalter/engine';
import { render } from 'lit/html.js';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { defineForm } from '../src/define.ts';
import type { SchalterForm } from '../src/element/schalter-form.ts';
import { viewPage } from '../src/pages/view.ts';
import { createTexts } from '../src/texts.ts';
import { FakeServer } from './fixtures/fake-server.ts';
import { smallProgram, smallValidate } from './fixtures/small-form.ts';

defineForm();
Object.assign(globalThis, { smallValidate });

let server: FakeServer;
let element: SchalterForm;
const events: CustomEvent[] = [];
const address = location.href;

beforeEach(() => {
  server = new FakeServer();
  server.listen();
  document.title = 'Musterstadt';
  events.length = 0;
  for (const name of ['schalter-step', 'schalter-submitted', 'schalter-error']) {
    document.addEventListener(name, (event) => events.push(event as CustomEvent), {
      once: false,
      signal: listening.signal,
    });
  }
});

const listening = new AbortController();

afterEach(() => {
  element.remove();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  history.replaceState(null, '', address);
});

/** Puts the element into the page and waits until it runs. */
async function open(
  attributes: Record<string, string> = {},
  fill?: (element: SchalterForm) => void,
): Promise<ShadowRoot> {
  element = document.createElement('schalter-form') as SchalterForm;
  for (const [name, value] of Object.entries({ form: 'ausweis', language: 'de', ...attributes }))
    element.setAttribute(name, value);
  fill?.(element);
  if (!element.isConnected) document.body.append(element);
  await expect.poll(() => element.shadowRoot?.querySelector('.live')).toBeTruthy();
  return element.shadowRoot as ShadowRoot;
}

const named = (root: ParentNode, name: string) =>
  root.querySelector<HTMLInputElement>(`[name="${name}"]`) ?? expect.fail(`no input ${name}`);
const heading = (root: ShadowRoot) => root.querySelector('h1')?.textContent?.trim();
const press = async (root: ShadowRoot, value: string) => {
  const button = [...root.querySelectorAll('button')].find((item) => item.value === value && !item.hidden);
  await userEvent.click(button ?? expect.fail(`no button ${value}`));
};
const shown = (root: ShadowRoot) => expect.poll(() => heading(root));

describe('a form from beginning to end', () => {
  test('is filled in, refused, mended, checked, changed and sent', async () => {
    const root = await open();
    expect(heading(root)).toBe('Wer sind Sie?');
    await press(root, 'next');
    expect(root.querySelector('.error-summary')?.textContent).toContain('Geben Sie „Vorname“ an.');
    expect(root.activeElement?.id).toBe('fehler');
    await userEvent.type(named(root, '/vorname'), 'Erika');
    await expect.poll(() => root.querySelector('.error-summary')).toBeNull();
    await userEvent.type(named(root, '/betrag'), '1.234,5');
    await userEvent.tab();
    await expect.poll(() => named(root, '/betrag').value).toBe('1.234,50');
    await press(root, 'next');
    await shown(root).toBe('Ihr Haustier');

    await userEvent.click(named(root, '/haustier'));
    await expect.poll(() => root.querySelector('[name="/tier"]')).toBeTruthy();
    await userEvent.type(named(root, '/tier'), 'Mieze');
    await press(root, 'next');
    await shown(root).toBe('Ihre Kinder');

    await press(root, 'addItem:/kinder');
    await userEvent.type(named(root, '/kinder/0/name'), 'Mia');
    await press(root, 'next');
    await shown(root).toBe('Ihre Kinder');
    expect(root.querySelector('.card__title')?.textContent).toBe('Mia');
    await userEvent.click(root.querySelector('#f-kinder-another-2') ?? expect.fail('no question'));
    await press(root, 'next');

    await shown(root).toBe('Prüfen und absenden');
    expect(root.querySelector('.summary-section')?.textContent).toContain('Erika');
    await press(root, 'goTo:tier');
    await userEvent.click(root.querySelector('#f-haustier-2') ?? expect.fail('no radio'));
    await press(root, 'next');
    await shown(root).toBe('Prüfen und absenden');
    expect(root.textContent).not.toContain('Mieze');

    await press(root, 'submit');
    await expect.poll(() => root.querySelector('.panel__reference')?.textContent).toBe('AUS-1');
    expect(server.submissions[0]?.answers).toEqual({
      vorname: 'Erika',
      betrag: 123_450,
      haustier: false,
      kinder: [{ name: 'Mia' }],
    });
    expect(root.textContent).toContain('Telefon 115');
    expect(events.filter(({ type }) => type === 'schalter-submitted').at(-1)?.detail).toEqual({ reference: 'AUS-1' });
  });

  test('what the server refuses is shown, nothing is lost, and it can be sent again', async () => {
    server.draft.snapshot = filled();
    const root = await open({ draft: 'd1' });
    server.instead.set('POST /api/submissions', { status: 503, body: {} });
    await press(root, 'submit');
    await expect.poll(() => root.getElementById('fehlschlag')).toBeTruthy();
    expect(root.activeElement?.id).toBe('fehlschlag');
    server.instead.clear();
    await press(root, 'submit');
    await expect.poll(() => root.querySelector('.panel__reference')?.textContent).toBe('AUS-1');
  });

  test('when the date has changed something, it is begun again with the server’s date and said', async () => {
    server.draft.snapshot = filled();
    const root = await open({ draft: 'd1' });
    server.instead.set('POST /api/submissions', { status: 409, body: { code: 'recomputed' } });
    server.today = '2026-11-24';
    await press(root, 'submit');
    await expect.poll(() => root.querySelector('.page__notice')?.textContent).toContain('durch das Datum');
    server.instead.clear();
    await press(root, 'submit');
    await expect.poll(() => server.submissions.at(-1)?.today).toBe('2026-11-24');
  });
});

describe('the draft', () => {
  test('is begun by the first answer, not by looking', async () => {
    const root = await open();
    expect(server.requests.map(({ path }) => path)).not.toContain('/api/drafts');
    await userEvent.type(named(root, '/vorname'), 'E');
    await expect.poll(() => server.draft.snapshot?.answers, { timeout: 4000 }).toEqual({ vorname: 'E' });
    await expect.poll(() => root.querySelector('.draft-state')?.textContent).toBe('Entwurf gespeichert');
  });

  test('is continued where it was left, and that is said', async () => {
    server.draft.snapshot = filled();
    const root = await open({ draft: 'd1' });
    expect(heading(root)).toBe('Prüfen und absenden');
    expect(root.querySelector('.page__notice')?.textContent).toContain('gespeicherten Entwurf');
  });

  test('of an older version tells what was lost, until the next page', async () => {
    server.draft.snapshot = { ...filled(), flow: { step: 'person', left: [], fromSummary: false } };
    server.draft.migrated = [
      { code: 'no-field', lost: true, label: 'Fax', lines: ['089 1'] },
      { code: 'check', lost: false, label: 'Vorname', lines: ['Erika'], to: '/vorname' },
      { code: 'dropped', lost: true, label: 'Altes', lines: ['x'] },
      { code: 'mapped', lost: false, label: 'Wohnort', lines: ['München'], to: '/wohnort' },
    ];
    const root = await open({ draft: 'd1' });
    const items = () => [...root.querySelectorAll('.migrated li')].map((item) => item.textContent);
    expect(items()).toEqual(['Fax: 089 1 (wird nicht mehr gefragt)', 'Vorname: Erika']);
    await press(root, 'next');
    await shown(root).toBe('Ihr Haustier');
    expect(root.querySelector('.migrated')).toBeNull();
  });

  test('"save" saves at once and shows the way back', async () => {
    const root = await open();
    await userEvent.type(named(root, '/vorname'), 'Erika');
    await press(root, 'save');
    await shown(root).toBe('Ihr Entwurf ist gespeichert');
    expect(server.draft.snapshot?.answers).toEqual({ vorname: 'Erika' });
    expect(root.querySelector('.saved__link a')?.getAttribute('href')).toBe('https://formulare.example/fortsetzen/abc');
    await userEvent.click(root.querySelector('[data-dismiss]') ?? expect.fail('no way on'));
    await shown(root).toBe('Wer sind Sie?');
    expect(named(root, '/vorname').value).toBe('Erika');
  });

  test('changed elsewhere: people choose, and either choice holds', async () => {
    server.draft.snapshot = filled();
    const root = await open({ draft: 'd1' });
    await press(root, 'goTo:person');
    server.draft.revision = 7;
    await userEvent.fill(named(root, '/vorname'), 'Max');
    await expect.poll(() => root.getElementById('konflikt'), { timeout: 4000 }).toBeTruthy();
    await userEvent.click(root.querySelector('[data-conflict="keep"]') ?? expect.fail('no choice'));
    await expect.poll(() => server.draft.snapshot?.answers.vorname).toBe('Max');

    server.draft.revision = 12;
    server.draft.snapshot = { ...filled(), answers: { vorname: 'Anderswo', haustier: false } };
    await userEvent.fill(named(root, '/vorname'), 'Moritz');
    await expect.poll(() => root.getElementById('konflikt'), { timeout: 4000 }).toBeTruthy();
    await userEvent.click(root.querySelector('[data-conflict="take"]') ?? expect.fail('no choice'));
    await expect.poll(() => root.textContent).toContain('Anderswo');
  });

  test('without a connection answers stay, and that is said', async () => {
    const root = await open();
    server.online = false;
    await userEvent.type(named(root, '/vorname'), 'Erika');
    await expect
      .poll(() => root.querySelector('.draft-state')?.textContent, { timeout: 4000 })
      .toContain('Keine Verbindung');
    await press(root, 'next');
    await shown(root).toBe('Ihr Haustier');
  });
});

describe('in the page', () => {
  test('takes over what was typed before it started, the focus too', async () => {
    const session = createSession(smallProgram(), { validate: smallValidate, today: '2026-11-23' });
    const root = await open({}, (host) => {
      const plain = document.createElement('div');
      render(viewPage(session.view(), { mode: 'plain', t: createTexts('de'), action: '' }), plain);
      host.append(...plain.children);
      document.body.append(host);
      const input = named(host, '/vorname');
      input.value = 'Eri';
      named(host, '/geburtstag#day').value = '7';
      input.focus();
      input.setSelectionRange(1, 2);
    });
    expect(named(root, '/vorname').value).toBe('Eri');
    expect(named(root, '/geburtstag#day').value).toBe('7');
    const active = root.activeElement as HTMLInputElement;
    expect([active.id, active.selectionStart, active.selectionEnd]).toEqual(['f-vorname', 1, 2]);
    expect(element.children).toHaveLength(0);
  });

  test('what stands inside stays when the form cannot be loaded', async () => {
    server.instead.set('GET /api/forms/ausweis', { status: 404, body: { code: 'unknown-form' } });
    element = document.createElement('schalter-form') as SchalterForm;
    element.setAttribute('form', 'ausweis');
    element.innerHTML = '<a href="/formulare/ausweis">Zum Formular</a>';
    document.body.append(element);
    await expect.poll(() => events.at(-1)?.type).toBe('schalter-error');
    expect(events.at(-1)?.detail).toEqual({ code: 'unknown-form' });
    expect(element.querySelector('a')?.checkVisibility()).toBe(true);
  });

  test('an empty element says what is wrong', async () => {
    server.online = false;
    element = document.createElement('schalter-form') as SchalterForm;
    element.setAttribute('form', 'ausweis');
    element.setAttribute('language', 'de');
    document.body.append(element);
    await expect.poll(() => element.shadowRoot?.querySelector('h1')?.textContent).toBe('Keine Verbindung');
  });

  test('the language attribute switches the running form and keeps what was typed', async () => {
    const root = await open();
    await userEvent.type(named(root, '/vorname'), 'Erika');
    element.setAttribute('language', 'en');
    await shown(root).toBe('Who are you?');
    await expect.poll(() => root.querySelector('.actions .button')?.textContent).toBe('Continue');
    expect(named(root, '/vorname').value).toBe('Erika');
    expect(root.querySelector('.live')?.getAttribute('lang')).toBe('en');
  });

  test('Arabic turns the form, keeps answers, page and focus, and numbers from left to right', async () => {
    const root = await open();
    await userEvent.type(named(root, '/betrag'), '1.234,50');
    const input = named(root, '/betrag');
    const arabic = [...root.querySelectorAll<HTMLButtonElement>('.live__languages button')].find(
      ({ lang }) => lang === 'ar',
    );
    expect(arabic?.textContent).toBe('العربية');
    input.focus();
    element.setAttribute('language', 'ar');
    await shown(root).toBe('من أنتم؟');
    await expect.poll(() => root.querySelector('.actions .button')?.textContent).toBe('متابعة');
    const form = root.querySelector('.live');
    expect([form?.getAttribute('lang'), form?.getAttribute('dir')]).toEqual(['ar', 'rtl']);
    expect(root.activeElement).toBe(input);
    expect([input.dir, named(root, '/vorname').dir]).toEqual(['ltr', 'auto']);
    input.blur();
    await expect.poll(() => input.value).toBe('1,234.50');
    await press(root, 'next');
    expect(root.querySelector('.error-summary')?.textContent).toContain('يرجى إدخال إجابة في «الاسم الأول».');
    element.setAttribute('language', 'de');
    await expect.poll(() => form?.getAttribute('dir')).toBe('ltr');
    expect(named(root, '/betrag').value).toBe('1.234,50');
    expect(input.hasAttribute('dir')).toBe(false);
  });

  test('the theme is an attribute and a property', async () => {
    const root = await open({ theme: 'dark' });
    expect(element.theme).toBe('dark');
    expect(getComputedStyle(element).colorScheme).toBe('dark');
    element.theme = 'contrast';
    expect(element.getAttribute('theme')).toBe('contrast');
    expect(getComputedStyle(named(root, '/vorname')).borderInlineStartWidth).toBe('2px');
    element.theme = null;
    expect(element.hasAttribute('theme')).toBe(false);
  });

  test('on another site a token in memory proves the draft', async () => {
    const root = await open({ server: 'https://formulare.example' });
    await userEvent.type(named(root, '/vorname'), 'E');
    await expect
      .poll(() => server.requests.find(({ method }) => method === 'PUT')?.authorization, { timeout: 4000 })
      .toBe('Bearer secret');
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('secret');
  });

  test('sets no inline styles and no handlers', async () => {
    const root = await open();
    expect(root.querySelectorAll('[style], [onclick], style, script')).toHaveLength(0);
  });
});

describe('addresses', () => {
  test('on the server’s own pages each step has its own; back and forward work', async () => {
    history.replaceState(null, '', '/formulare/ausweis/d1/person');
    const root = await open({ draft: 'd1' });
    await userEvent.type(named(root, '/vorname'), 'Erika');
    await press(root, 'next');
    await shown(root).toBe('Ihr Haustier');
    expect(location.pathname).toBe('/formulare/ausweis/d1/tier');
    history.back();
    await shown(root).toBe('Wer sind Sie?');
    expect(location.pathname).toBe('/formulare/ausweis/d1/person');
    history.forward();
    await shown(root).toBe('Ihr Haustier');
  });

  test('after sending the address is that of the submission', async () => {
    server.draft.snapshot = filled();
    history.replaceState(null, '', '/formulare/ausweis/d1/pruefen');
    const root = await open({ draft: 'd1' });
    await press(root, 'submit');
    await expect.poll(() => location.pathname).toBe('/antraege/s1');
  });
});

/** A draft that is complete and stands on the summary. */
function filled() {
  const session = createSession(smallProgram(), {
    validate: smallValidate,
    today: '2026-11-23',
    answers: { vorname: 'Erika', haustier: false },
  });
  session.send({ type: 'next' });
  session.send({ type: 'next' });
  session.send({ type: 'another', at: '/kinder', value: false });
  session.send({ type: 'next' });
  return session.persist();
}
