import { afterEach, describe, expect, test } from 'vitest';
import { holidayCare, twoChildren } from '../../test/holiday-care.ts';
import { type FormSketch, program, start, today } from '../../test/support.ts';
import { codes, next, where } from '../../test/walk.ts';
import { createSession, evaluateForm, type Session, type View } from '../index.ts';

let session: Session | undefined;
const open = (...args: Parameters<typeof start>): Session => {
  session = start(...args);
  return session;
};
afterEach(() => session?.dispose());

/** `Ihre Kinder: blocked (Ihre Angaben)`, `Anderes: open → bemerkung`. */
const rows = (view: View) =>
  view.tasks?.tasks.map(({ title, state, wrong, leadsTo, waitsFor }) =>
    [
      `${title}: ${state}${wrong ? '!' : ''}`,
      ...(leadsTo ? [`→ ${leadsTo.step}`] : []),
      ...(waitsFor.length > 0 ? [`(${waitsFor.join(', ')})`] : []),
    ].join(' '),
  );

const toTasks = (s: Session) => s.send({ type: 'goTo', step: 'tasks' });

/** Fills in the first section. */
const parents = (s: Session, reduced = false) => {
  s.send({ type: 'goTo', step: 'wohnort' });
  s.send({ type: 'answer', at: '/wohnt', value: true });
  next(s);
  s.send({ type: 'answer', at: '/name', value: 'Erika Mustermann' });
  s.send({ type: 'answer', at: '/ermaessigung', value: reduced });
  return next(s);
};

/** A form all of whose sections but the last are complete. */
const almostDone = (): Session => {
  const s = open(holidayCare, { answers: twoChildren });
  for (const step of ['wohnort', 'person']) {
    s.send({ type: 'goTo', step });
    next(s);
  }
  s.send({ type: 'goTo', step: 'kinder' });
  for (const list of ['/kinder', '/kinder/0/impfungen', '/kinder/1/impfungen']) {
    s.send({ type: 'another', at: list, value: false });
  }
  next(s);
  for (const [index, step] of ['impfung/0/0', 'impfung/1/0', 'impfung/1/1'].entries()) {
    s.send({
      type: 'answer',
      at: `/kinder/${step.split('/')[1]}/impfungen/${step.split('/')[2]}/jahr`,
      value: 2020 + index,
    });
    next(s);
  }
  s.send({ type: 'answer', at: '/nachweis', value: 'Bescheid' });
  for (const step of ['nachweis', 'bemerkung']) {
    s.send({ type: 'goTo', step });
    next(s);
  }
  return s;
};

const atSummary = (): Session => {
  const s = almostDone();
  s.send({ type: 'goTo', step: 'zustimmung' });
  s.send({ type: 'answer', at: '/einverstanden', value: true });
  next(s);
  return s;
};

describe('a form with sections', () => {
  test('begins with the list of what there is to do', () => {
    const s = open(holidayCare);
    const view = s.view();
    expect(where(s)).toBe('tasks');
    expect(view).toMatchObject({ status: 'tasks', canGoBack: false, problems: [], progress: { current: 0, total: 0 } });
    expect(view.step).toMatchObject({ kind: 'tasks', title: 'Übersicht', content: [] });
    expect(view.section).toBeUndefined();
    expect(rows(view)).toEqual([
      'Ihre Angaben: open → wohnort',
      'Ihre Kinder: blocked (Ihre Angaben)',
      'Anderes: open → bemerkung',
      'Prüfen und absenden: blocked (Ihre Angaben, Ihre Kinder, Anderes)',
    ]);
    expect(view.tasks).toMatchObject({ done: 0, total: 3 });
    expect(view.tasks?.tasks[0]?.hint).toMatchObject([{ kind: 'paragraph' }]);
    expect(view.route[0]).toMatchObject({ id: 'tasks', kind: 'tasks', state: 'current' });
    expect(view.route[1]).toMatchObject({ id: 'wohnort', section: 'eltern', state: 'open' });
  });

  test('counts the pages of the section one is in, and names it', () => {
    const s = open(holidayCare);
    s.send({ type: 'goTo', step: 'wohnort' });
    expect(s.view()).toMatchObject({
      progress: { current: 1, total: 2 },
      section: { id: 'eltern', title: 'Ihre Angaben' },
      canGoBack: true,
    });
    expect(s.view().tasks).toBeUndefined();
  });

  test('returns to the list after each section, and back from its first page', () => {
    const s = open(holidayCare);
    expect(parents(s)).toBe('tasks');
    expect(rows(s.view())).toEqual([
      'Ihre Angaben: complete → wohnort',
      'Ihre Kinder: open → kinder',
      'Anderes: open → bemerkung',
      'Prüfen und absenden: blocked (Ihre Kinder, Anderes)',
    ]);
    expect(s.view().tasks).toMatchObject({ done: 1, total: 3 });
    s.send({ type: 'goTo', step: 'person' });
    s.send({ type: 'back' });
    expect(where(s)).toBe('wohnort');
    s.send({ type: 'back' });
    expect(where(s)).toBe('tasks');
    expect(s.send({ type: 'back' })).toEqual({ ok: false, code: 'no-back' });
  });

  test('"next" on the list leads to the first page that is not done and can be started, in the end to the summary', () => {
    const s = open(holidayCare);
    expect(next(s)).toBe('wohnort');
    toTasks(s);
    s.send({ type: 'goTo', step: 'bemerkung' });
    expect(next(s)).toBe('tasks');
    expect(next(s)).toBe('wohnort');
    parents(s);
    expect(next(s)).toBe('kinder');
    s.dispose();
    expect(next(almostDone())).toBe('zustimmung');
  });

  test('lets nobody into a section that cannot be started yet', () => {
    const s = open(holidayCare, { answers: { kinder: [{ name: 'Lena' }] } });
    // What has answers was started.
    expect(rows(s.view())?.[1]).toBe('Ihre Kinder: started → kinder');
    s.send({ type: 'removeItem', at: '/kinder/0' });
    expect(rows(s.view())?.[1]).toBe('Ihre Kinder: blocked (Ihre Angaben)');
    for (const event of [
      { type: 'goTo', step: 'kinder' },
      { type: 'goTo', step: 'pruefen' },
      { type: 'goTo', step: 'zustimmung' },
      { type: 'addItem', at: '/kinder' },
    ] as const) {
      expect(s.send(event)).toEqual({ ok: false, code: 'not-yet' });
    }
    expect(s.send({ type: 'goTo', step: 'nachweis' })).toEqual({ ok: false, code: 'not-on-route' });
  });

  test('shows what is wrong again, and does not block what was started', () => {
    const s = almostDone();
    toTasks(s);
    expect(rows(s.view())).toEqual([
      'Ihre Angaben: complete → wohnort',
      'Ihre Kinder: complete → kinder',
      'Beitrag: complete → nachweis',
      'Anderes: complete → bemerkung',
      'Prüfen und absenden: open → zustimmung',
    ]);
    s.send({ type: 'answer', at: '/name', value: null });
    expect(rows(s.view())).toEqual([
      'Ihre Angaben: started! → person',
      'Ihre Kinder: complete → kinder',
      'Beitrag: complete → nachweis',
      'Anderes: complete → bemerkung',
      'Prüfen und absenden: blocked (Ihre Angaben)',
    ]);
    expect(s.view().tasks).toMatchObject({ done: 3, total: 4 });
    expect(s.view().route.find(({ id }) => id === 'person')?.state).toBe('incomplete');
    // The list itself tells no problems: the page does.
    expect(codes(s)).toEqual([]);
    expect(next(s)).toBe('person');
    expect(codes(s)).toEqual(['/name required']);
  });

  test('a section comes and goes with its condition, and its fields with it', () => {
    const s = open(holidayCare);
    parents(s, true);
    expect(rows(s.view())?.[2]).toBe('Beitrag: blocked (Ihre Kinder)');
    s.send({ type: 'answer', at: '/ermaessigung', value: false });
    expect(rows(s.view())?.map((row) => row.split(':')[0])).not.toContain('Beitrag');
    const { program: compiled, validate } = program(holidayCare);
    const { irrelevant, route, problems } = evaluateForm(
      compiled,
      { ...twoChildren, ermaessigung: false },
      { validate, today },
    );
    expect(irrelevant).toEqual(['/nachweis']);
    expect(route).toEqual([
      'tasks',
      'wohnort',
      'person',
      'kinder',
      'impfung/0/0',
      'impfung/1/0',
      'impfung/1/1',
      'bemerkung',
      'zustimmung',
      'pruefen',
    ]);
    expect(problems.map(({ at }) => at)).not.toContain('/nachweis');
    // Nobody waits for what is not there.
    expect(rows(s.view())?.at(-1)).toBe('Prüfen und absenden: blocked (Ihre Kinder, Anderes)');
  });

  test('a section that has no page yet is there while it waits for what may bring it some', () => {
    const steps = (holidayCare.steps ?? []).map((step) =>
      step.id === 'impfung' ? { ...step, section: 'impfungen' } : step,
    );
    const [eltern, kinder, ...rest] = holidayCare.sections ?? [];
    const s = open({
      ...holidayCare,
      sections: [eltern, kinder, { id: 'impfungen', title: 'Impfungen', after: ['kinder'] }, ...rest] as NonNullable<
        FormSketch['sections']
      >,
      steps: steps as NonNullable<FormSketch['steps']>,
    });
    expect(rows(s.view())?.slice(1, 3)).toEqual([
      'Ihre Kinder: blocked (Ihre Angaben)',
      'Impfungen: blocked (Ihre Kinder)',
    ]);
    expect(s.view().tasks?.total).toBe(4);
    parents(s);
    s.send({ type: 'goTo', step: 'kinder' });
    s.send({ type: 'addItem', at: '/kinder' });
    s.send({ type: 'answer', at: '/kinder/0/name', value: 'Lena' });
    next(s);
    s.send({ type: 'another', at: '/kinder', value: false });
    expect(next(s)).toBe('tasks');
    // Without vaccinations there is nothing to ask, and nobody waits for it.
    expect(rows(s.view())?.slice(1)).toEqual([
      'Ihre Kinder: complete → kinder',
      'Anderes: open → bemerkung',
      'Prüfen und absenden: blocked (Anderes)',
    ]);
    s.send({ type: 'answer', at: '/wohnt', value: false });
    expect(rows(s.view())).toEqual(['Ihre Angaben: complete → wohnort', 'Nicht zuständig: open → woanders']);
  });

  test('an exit ends it early, is gone to from its page, and leads back', () => {
    const s = open(holidayCare);
    next(s);
    s.send({ type: 'answer', at: '/wohnt', value: false });
    expect(next(s)).toBe('woanders');
    s.send({ type: 'back' });
    expect(where(s)).toBe('wohnort');
    toTasks(s);
    expect(rows(s.view())).toEqual(['Ihre Angaben: complete → wohnort', 'Nicht zuständig: open → woanders']);
    expect(next(s)).toBe('woanders');
  });

  test('the last section may hold the summary: within it "next" leads there', () => {
    const s = atSummary();
    expect(where(s)).toBe('pruefen');
    expect(s.view()).toMatchObject({ progress: { current: 2, total: 2 }, section: { id: 'absenden' } });
    toTasks(s);
    expect(rows(s.view())?.at(-1)).toBe('Prüfen und absenden: started → pruefen');
    next(s);
    s.send({ type: 'back' });
    expect(where(s)).toBe('zustimmung');
  });

  test('a summary without a section is a task of its own', () => {
    const { sections = [], steps = [], ...rest } = holidayCare;
    const s = open({
      ...rest,
      sections: sections.slice(0, -1) as NonNullable<FormSketch['sections']>,
      steps: steps
        .filter(({ kind }) => kind !== 'summary')
        .map((step) => (step.id === 'zustimmung' ? { ...step, section: 'anderes' } : step)) as NonNullable<
        FormSketch['steps']
      >,
    });
    expect(rows(s.view())?.at(-1)).toBe('Angaben prüfen und absenden: blocked (Ihre Angaben, Ihre Kinder, Anderes)');
    expect(s.send({ type: 'goTo', step: 'summary' })).toEqual({ ok: false, code: 'not-yet' });
    s.send({ type: 'answer', at: '/wohnt', value: false });
    expect(s.view().route.map(({ id }) => id)).toEqual(['tasks', 'wohnort', 'woanders']);
  });

  test('a task list may be written, with a title and texts', () => {
    const { steps = [], ...rest } = holidayCare;
    const s = open(
      {
        ...rest,
        steps: [
          {
            id: 'liste',
            kind: 'tasks',
            title: 'Anmeldung für {{name}}',
            text: 'Der Reihe nach.',
            fields: [{ id: 'frist', text: 'Bis Mai.', control: 'notice' }],
          },
          ...steps,
        ] as unknown as NonNullable<FormSketch['steps']>,
      },
      { answers: { name: 'Erika' } },
    );
    expect(s.view().step).toMatchObject({
      id: 'liste',
      title: 'Anmeldung für Erika',
      text: [{ kind: 'paragraph' }],
      content: [{ kind: 'notice', id: 'frist' }],
    });
  });
});

describe('changing an answer from the summary', () => {
  test('leads back to the summary, and across sections to what has come in between', () => {
    const s = atSummary();
    s.send({ type: 'goTo', step: 'person' });
    s.send({ type: 'answer', at: '/email', value: 'e@example.org' });
    expect(next(s)).toBe('pruefen');
    s.send({ type: 'goTo', step: 'person' });
    s.send({ type: 'answer', at: '/ermaessigung', value: false });
    expect(next(s)).toBe('pruefen');
    s.send({ type: 'goTo', step: 'kinder', entry: '/kinder/1' });
    s.send({ type: 'addItem', at: '/kinder/1/impfungen' });
    s.send({ type: 'answer', at: '/kinder/1/impfungen/2/gegen', value: 'Röteln' });
    expect(next(s)).toBe('kinder@/kinder/1');
    s.send({ type: 'another', at: '/kinder/1/impfungen', value: false });
    expect(next(s)).toBe('impfung/1/2');
    s.send({ type: 'answer', at: '/kinder/1/impfungen/2/jahr', value: 2021 });
    expect(next(s)).toBe('pruefen');
  });

  test('a page that has become wrong shows as such on the summary', () => {
    const s = atSummary();
    s.send({ type: 'goTo', step: 'person' });
    s.send({ type: 'answer', at: '/name', value: null });
    s.send({ type: 'back' });
    expect(where(s)).toBe('pruefen');
    expect(codes(s)).toEqual(['/name required']);
    s.send({ type: 'answer', at: '/name', value: 'Erna' });
    expect(codes(s)).toEqual([]);
  });
});

describe('a saved session', () => {
  test('goes on with the list as it was', () => {
    const s = almostDone();
    toTasks(s);
    const restored = open(holidayCare, { snapshot: JSON.parse(JSON.stringify(s.persist())) });
    expect(where(restored)).toBe('tasks');
    expect(restored.view().tasks).toEqual(s.view().tasks);
    s.dispose();
  });

  test('whose page is gone goes on at the list, if the page before belongs to another section', () => {
    const s = almostDone();
    s.send({ type: 'goTo', step: 'nachweis' });
    s.send({ type: 'answer', at: '/ermaessigung', value: false });
    expect(where(s)).toBe('tasks');
  });
});

test('the chart has the list as a state, where it begins', () => {
  const { program: compiled, validate } = program(holidayCare);
  session = createSession(compiled, { validate, today });
  expect(session.actor.getSnapshot().value).toMatchObject({ form: { open: 'tasks' } });
  next(session);
  expect(session.actor.getSnapshot().value).toMatchObject({ form: { open: { filling: 'wohnort' } } });
});
