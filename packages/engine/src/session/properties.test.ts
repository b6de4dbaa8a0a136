import type { JsonValue } from '@schalter/definition';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { randomAnswers, randomEvent, randomForm } from '../../test/random-forms.ts';
import { program, today } from '../../test/support.ts';
import { createSession, evaluateForm, type Session, verifySubmission } from '../index.ts';

const runs = { numRuns: 100 };

// A busy machine is no failure.
vi.setConfig({ testTimeout: 60_000 });

/** A session of a random form after a random history. */
function played(form: Parameters<typeof program>[0], events: readonly Parameters<Session['send']>[0][]) {
  const { program: compiled, validate } = program(form);
  const options = { validate, today, translate: (_: string, code: string) => code };
  const session = createSession(compiled, options);
  for (const event of events) session.send(event);
  return { compiled, options, session };
}

const history = fc.array(randomEvent, { maxLength: 40 });

/** Keys of entries are a session's own. */
function comparable(session: Session): unknown {
  return JSON.parse(
    JSON.stringify(session.view(), (name, value: unknown) =>
      name === 'key' || name === 'another' || name === 'draft' ? undefined : value,
    ),
  );
}

/** `zwei`, `je/0`, an entry's own page `zwei@/l/0`. */
function placeOf(session: Session): string {
  const { id, entry } = session.view().step;
  return entry === undefined ? id : `${id}@${entry}`;
}

/** How many entries a list has. */
function countAt(session: Session, list: string): number {
  const found = list
    .slice(1)
    .split('/')
    .reduce<JsonValue | undefined>((value, name) => Object(value)[name], session.persist().answers);
  return Array.isArray(found) ? found.length : 0;
}

describe('for random forms and histories', () => {
  test('what is kept up to date equals what is computed from nothing', () => {
    fc.assert(
      fc.property(randomForm, history, (form, events) => {
        const { compiled, options, session } = played(form, events);
        const { answers } = session.persist();
        const evaluation = evaluateForm(compiled, answers, options);
        expect(session.view().route.map(({ id }) => id)).toEqual(evaluation.route);
        if (evaluation.route.at(-1) === 'summary') {
          expect(session.submission().answers).toEqual(evaluation.submission);
        }
        session.dispose();
      }),
      runs,
    );
  });

  test('a restored session is the one that was saved', () => {
    fc.assert(
      fc.property(randomForm, history, (form, events) => {
        const { compiled, options, session } = played(form, events);
        const snapshot = JSON.parse(JSON.stringify(session.persist())) as ReturnType<Session['persist']>;
        const restored = createSession(compiled, { ...options, snapshot });
        expect(restored.persist()).toEqual(session.persist());
        const open = (view: unknown) => {
          // The answer to "another?" and a refused sending are of the moment.
          const { problems: _, failure: __, ...rest } = view as Record<string, unknown>;
          return rest;
        };
        expect(open(comparable(restored))).toEqual(open(comparable(session)));
        restored.dispose();
        session.dispose();
      }),
      runs,
    );
  });

  test('nothing irrelevant, no null and nothing empty is ever filed', () => {
    fc.assert(
      fc.property(randomForm, history, (form, events) => {
        const { compiled, options, session } = played(form, events);
        const { answers } = session.submission();
        const { irrelevant } = evaluateForm(compiled, session.persist().answers, options);
        const pointers: string[] = [];
        const visit = (value: JsonValue, at: string, inList: boolean): void => {
          pointers.push(at);
          expect(value).not.toBeNull();
          expect(value).not.toBe('');
          if (typeof value !== 'object' || value === null) return;
          const entries = Object.entries(value);
          if (!inList && at !== '') expect(entries.length).toBeGreaterThan(0);
          for (const [name, member] of entries) visit(member as JsonValue, `${at}/${name}`, Array.isArray(value));
        };
        visit(answers, '', false);
        expect(pointers.filter((at) => irrelevant.some((one) => at === one || at.startsWith(`${one}/`)))).toEqual([]);
        session.dispose();
      }),
      runs,
    );
  });

  test('the server’s recomputation equals the browser’s', () => {
    fc.assert(
      fc.property(randomForm, history, (form, events) => {
        const { compiled, options, session } = played(form, events);
        const submission = session.submission();
        const again = evaluateForm(compiled, submission.answers, options);
        if (again.route.at(-1) === 'summary') expect(again.submission).toEqual(submission.answers);
        const verification = verifySubmission(compiled, submission, options);
        expect(verification.ok).toBe(again.problems.length === 0 && again.route.at(-1) === 'summary');
        session.dispose();
      }),
      runs,
    );
  });

  test('the order of answers does not matter', () => {
    fc.assert(
      fc.property(randomForm, randomAnswers, fc.infiniteStream(fc.nat()), (form, answers, order) => {
        const { compiled, options, session: whole } = played(form, []);
        whole.dispose();
        const direct = createSession(compiled, { ...options, answers });
        const stepwise = createSession(compiled, options);
        const leaves: [string, JsonValue][] = [];
        let all = true;
        const visit = (value: JsonValue, at: string): void => {
          if (typeof value === 'object' && value !== null) {
            for (const [name, member] of Object.entries(value)) {
              // Entries can only be added while their list is relevant, and to its maximum.
              if (Array.isArray(value)) all = stepwise.send({ type: 'addItem', at }).ok && all;
              visit(member as JsonValue, `${at}/${name}`);
            }
          } else leaves.push([at, value]);
        };
        visit(answers, '');
        fc.pre(all);
        const shuffled = leaves
          .map((one) => ({ one, place: order.next().value ?? 0 }))
          .sort((left, right) => left.place - right.place);
        for (const { one } of shuffled) stepwise.send({ type: 'answer', at: one[0], value: one[1] });
        expect(stepwise.submission()).toEqual(direct.submission());
        direct.dispose();
        stepwise.dispose();
      }),
      runs,
    );
  });

  test('taking an answer back restores everything', () => {
    fc.assert(
      fc.property(
        randomForm,
        randomAnswers,
        fc.constantFrom('/a', '/b', '/c'),
        fc.constantFrom('ja', 'nein', 'neu'),
        (form, answers, at, value) => {
          const { program: compiled, validate } = program(form);
          const session = createSession(compiled, { validate, today, translate: (_, code) => code, answers });
          const before = [session.persist(), session.view(), session.submission()];
          const old = session.persist().answers[at.slice(1)] ?? null;
          session.send({ type: 'answer', at, value });
          session.send({ type: 'answer', at, value: old });
          expect([session.persist(), session.view(), session.submission()]).toEqual(before);
          session.dispose();
        },
      ),
      runs,
    );
  });

  test('moving an entry there and back, adding and removing one restores everything', () => {
    fc.assert(
      fc.property(
        randomForm,
        randomAnswers,
        fc.constantFrom('/l', '/l/0/m', '/w'),
        fc.nat(2),
        fc.nat(2),
        (form, answers, list, from, to) => {
          const { program: compiled, validate } = program(form);
          const session = createSession(compiled, { validate, today, translate: (_, code) => code, answers });
          const state = () => [session.persist(), session.view(), session.submission()];
          const before = state();
          if (session.send({ type: 'moveItem', at: `${list}/${from}`, to }).ok) {
            session.send({ type: 'moveItem', at: `${list}/${to}`, to: from });
            expect(state()).toEqual(before);
          }
          if (session.send({ type: 'addItem', at: list }).ok) {
            const added = session.view().step.entry ?? `${list}/${countAt(session, list) - 1}`;
            session.send({ type: 'removeItem', at: added });
            session.send({ type: 'goTo', step: session.view().route[0]?.id ?? '' });
            expect(state()).toEqual(before);
          }
          session.dispose();
        },
      ),
      runs,
    );
  });

  test('no problem is told before its page was left, or sending was tried', () => {
    fc.assert(
      fc.property(randomForm, history, (form, events) => {
        const { compiled, options, session } = played(form, []);
        const left = new Set<string>();
        let sent = false;
        for (const event of events) {
          const before = placeOf(session);
          const done = session.send(event).ok;
          // Entries take what is known of their pages along.
          if (done && (event.type === 'moveItem' || event.type === 'removeItem' || event.type === 'submit'))
            sent = true;
          if (done && event.type === 'next') left.add(before);
          const view = session.view();
          if (sent || view.status !== 'filling') continue;
          const told = view.problems.length > 0 || JSON.stringify(view.step).includes('"problems":[{');
          // With a page those of the entries on it are left.
          const here = placeOf(session);
          if (told)
            expect(
              [...left].some((one) => here === one || here.startsWith(`${one}@`) || here.startsWith(`${one}/`)),
            ).toBe(true);
          // Nor by saving and restoring.
          const restored = createSession(compiled, { ...options, snapshot: session.persist() });
          expect(restored.view().problems).toEqual(view.problems);
          restored.dispose();
        }
        session.dispose();
      }),
      runs,
    );
  });

  test('in a form with sections nobody gets into one that cannot be started, and nobody is stuck', () => {
    fc.assert(
      fc.property(randomForm, history, (form, events) => {
        fc.pre(form.sections !== undefined);
        const { session } = played(form, events);
        session.send({ type: 'goTo', step: 'tasks' });
        const { tasks } = session.view().tasks ?? { tasks: [] };
        expect(tasks.length).toBeGreaterThan(0);
        for (const { state, leadsTo, waitsFor } of tasks) {
          expect(leadsTo === undefined).toBe(state === 'blocked');
          expect(waitsFor.length > 0).toBe(state === 'blocked');
          if (leadsTo) expect(session.send({ type: 'goTo', ...leadsTo })).toEqual({ ok: true });
          expect(session.send({ type: 'goTo', step: 'tasks' })).toEqual({ ok: true });
        }
        // The list leads on: to something that is not complete, in the end out of it.
        session.send({ type: 'next' });
        const { route, step } = session.view();
        expect(route.find(({ id }) => id === step.id)?.kind).not.toBe('tasks');
        session.dispose();
      }),
      runs,
    );
  });

  test('no event throws, whatever it is, and a refused one changes nothing', () => {
    const anything = fc.oneof(
      randomEvent,
      fc.record({
        type: fc.oneof(
          fc.constantFrom('answer', 'goTo', 'addItem', 'moveItem', 'another', 'language', 'draftResolved', 'toString'),
          fc.anything(),
        ),
        at: fc.oneof(fc.constantFrom('/l', '/l/0', '/g', '', '/__proto__/x', '/l/-1'), fc.anything()),
        value: fc.anything(),
        step: fc.anything(),
        entry: fc.anything(),
        to: fc.anything(),
        language: fc.anything(),
        revision: fc.anything(),
      }),
      fc.anything(),
    );
    fc.assert(
      fc.property(randomForm, fc.array(anything, { maxLength: 30 }), (form, events) => {
        const { session } = played(form, []);
        for (const event of events) {
          const before = session.view();
          const result = session.send(event as Parameters<Session['send']>[0]);
          if (!result.ok) expect(session.view()).toBe(before);
        }
        expect(() => JSON.stringify(session.persist())).not.toThrow();
        session.dispose();
      }),
      runs,
    );
  });
});

describe('a chain of 10,000 fields, each shown by the one before', () => {
  const length = 10_000;
  const properties = Object.fromEntries(
    Array.from({ length }, (_, index) => [
      `f${index}`,
      { type: 'string', title: 'F', ...(index === 0 ? {} : { when: `f${index - 1} == 'x'` }) },
    ]),
  );
  const form = {
    data: { type: 'object', properties },
    steps: [
      { id: 'kopf', title: 'Kopf', fields: ['/f0'] },
      {
        id: 'rest',
        title: 'Rest',
        fields: Object.keys(properties)
          .slice(1)
          .map((name) => `/${name}`),
      },
    ],
  } as unknown as Parameters<typeof program>[0];
  const answers = Object.fromEntries(Object.keys(properties).map((name) => [name, 'x']));

  test('starts, cascades and is given up without deep recursion', () => {
    const { program: compiled, validate } = program(form);
    const session = createSession(compiled, { validate, today, answers });
    expect(Object.keys(session.submission().answers)).toHaveLength(length);
    session.send({ type: 'answer', at: '/f0', value: 'y' });
    expect(session.submission().answers).toEqual({ f0: 'y' });
    session.send({ type: 'answer', at: '/f0', value: 'x' });
    expect(Object.keys(session.submission().answers)).toHaveLength(length);
    expect(() => session.dispose()).not.toThrow();
  });
});
