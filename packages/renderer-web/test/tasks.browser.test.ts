import { createSession, type Session } from '@schalter/engine';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Drafts } from '../src/element/drafts.ts';
import { StepHistory } from '../src/element/history.ts';
import { Http } from '../src/element/http.ts';
import { RunningForm } from '../src/element/running-form.ts';
import { adoptStyles } from '../src/element/sheets.ts';
import { sectionProgram } from './fixtures/section-form.ts';

/* A form with sections, run by the engine. */

let host: HTMLElement;
let root: ShadowRoot;
let session: Session;
let running: RunningForm;

beforeEach(() => {
  document.documentElement.lang = 'de';
  host = document.createElement('main');
  document.body.append(host);
  root = host.attachShadow({ mode: 'open' });
  adoptStyles(root);
  session = createSession(sectionProgram(), { validate: () => [], today: '2026-11-23' });
  running = new RunningForm({
    root,
    session,
    drafts: new Drafts(new Http('/'), 'betreuung', () => 'de'),
    steps: new StepHistory('betreuung', undefined),
    reload: () => {},
    emit: () => {},
  });
});

afterEach(() => {
  running.dispose();
  session.dispose();
  host.remove();
});

const heading = () => root.querySelector('h1')?.textContent?.replace('(optional)', '').trim();
const rows = () => [...root.querySelectorAll<HTMLElement>('.task')];
const said = () => rows().map((row) => row.textContent.replaceAll(/\s+/g, ' ').trim());
const input = (name: string) => root.querySelector<HTMLInputElement>(`[name="${name}"]`) ?? expect.fail(name);
const press = async (value: string) => {
  const found = [...root.querySelectorAll('button')].find((button) => button.value === value && !button.hidden);
  await userEvent.click(found ?? expect.fail(`no button ${value}`));
};

/** Fills in the first section. */
const parents = async () => {
  await press('next');
  await userEvent.type(input('/name'), 'Erika Mustermann');
  await press('next');
};

describe('a task list', () => {
  test('leads to a section and shows how far it is on return', async () => {
    expect(heading()).toBe('Übersicht');
    expect(said()).toEqual([
      'Ihre Angaben Noch nicht begonnen',
      'Ihre Kinder Name und Impfungen. Noch nicht möglich. Zuerst: „Ihre Angaben“',
      'Anderes Noch nicht begonnen',
      'Angaben prüfen und absenden Noch nicht möglich. Zuerst: alle anderen Abschnitte',
    ]);
    await parents();
    expect(heading()).toBe('Übersicht');
    expect(root.activeElement?.id).toBe('schritt');
    expect(said().slice(0, 2)).toEqual([
      'Ihre Angaben Erledigt',
      'Ihre Kinder Name und Impfungen. Noch nicht begonnen',
    ]);
    expect(root.querySelector('.tasks__progress')?.textContent).toBe('1 von 3 Abschnitten erledigt');
  });

  test.each([360, 1280])('is a list of high rows, clickable as a whole, at %i px', async (width) => {
    await page.viewport(width, 900);
    for (const row of rows()) expect(row.offsetHeight).toBeGreaterThanOrEqual(56);
    const { violations } = await axe.run(host, { resultTypes: ['violations'] });
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    const [, blocked, last] = rows();
    const corner = (row: HTMLElement | undefined) => ({ position: { x: (row?.offsetWidth ?? 0) - 4, y: 4 } });
    await userEvent.click(blocked ?? host, corner(blocked));
    expect(heading()).toBe('Übersicht');
    await userEvent.click(last ?? host, corner(last));
    expect(heading()).toBe('Möchten Sie uns etwas sagen?');
    expect(root.querySelector('.caption')?.textContent).toBe('Anderes');
  });

  test('is walked with the keyboard: what cannot be started is no stop', async () => {
    const stops: string[] = [];
    for (let count = 0; count < 3; count++) {
      await userEvent.tab();
      stops.push(root.activeElement?.textContent?.trim() ?? '');
    }
    expect(stops).toEqual(['Ihre Angaben', 'Anderes', 'Weiter']);
  });

  test('a section with a list in a list is filled in to its end', async () => {
    await parents();
    await press('next');
    expect(heading()).toBe('Ihre Kinder');
    await press('addItem:/kinder');
    await userEvent.type(input('/kinder/0/name'), 'Lena');
    await press('addItem:/kinder/0/impfungen');
    await userEvent.type(input('/kinder/0/impfungen/0/gegen'), 'Masern');
    await press('next');
    expect(heading()).toBe('Lena');
    await userEvent.click(input('another:/kinder/0/impfungen').form?.querySelector('[value="no"]') ?? host);
    await press('next');
    expect(heading()).toBe('Ihre Kinder');
    await userEvent.click(root.querySelector('[value="no"]') ?? host);
    await press('next');
    expect(heading()).toBe('Lena: Masern');
    expect(root.querySelector('.caption')?.textContent).toBe('Ihre Kinder: Schritt 2 von 2');
    await press('next');
    await press('next');
    expect(heading()).toBe('Möchten Sie uns etwas sagen?');
    await press('next');
    expect(said().at(-1)).toBe('Angaben prüfen und absenden Noch nicht begonnen');
    await press('next');
    expect(session.view().status).toBe('summary');
  });
});
