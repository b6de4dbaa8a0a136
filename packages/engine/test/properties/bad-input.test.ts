import type { JsonObject } from '@schalter/definition';
import { describe, expect, test, vi } from 'vitest';
import {
  createSession,
  EngineError,
  evaluateForm,
  type PersistedSession,
  type Program,
  programHeader,
  restoreSession,
  type SessionEvent,
  type Submission,
  summarise,
  toJsonSchema,
  verifySubmission,
} from '../../src/index.ts';
import { nodesOf, pointerFrom } from '../random/answers.ts';
import { type Chance, hold } from '../random/chance.ts';
import { makeEvents } from '../random/events.ts';
import { astray, damaged, nonsense } from '../random/nonsense.ts';
import { compiledForm, played } from '../random/played.ts';

vi.setConfig({ testTimeout: 3_600_000 });

/** Why `send` refuses, as docs/engine.md lists it. */
const refusals = new Set(
  'unknown-event unknown-field unknown-list unknown-entry unknown-language not-an-answer read-only no-next no-back not-on-route not-yet not-on-summary max-items bad-position not-asked no-conflict no-port sending submitted disposed'.split(
    ' ',
  ),
);

/** An event that is wrong in some way: no event, of no kind, with a wrong member, about a place that does not exist. */
function badEvent(chance: Chance, program: Program): SessionEvent {
  const [sensible] = makeEvents(chance, program, 1);
  const pointers = [...nodesOf(program).keys()].map((template) => pointerFrom(chance, template));
  const wrong = chance.pick([
    () => nonsense(chance),
    () => ({ type: nonsense(chance) }),
    () => ({ type: chance.pick(['toString', '__proto__', 'spawn', 'reroute', 'flush', 'xstate.init']), id: 'x' }),
    () => ({ ...sensible, at: nonsense(chance) }),
    () => ({ ...sensible, at: astray(chance, chance.pick(pointers)) }),
    () => ({ ...sensible, at: chance.pick(pointers) }),
    () => ({ type: 'answer', at: chance.pick(pointers), value: nonsense(chance) }),
    () => ({ type: 'goTo', step: nonsense(chance), entry: nonsense(chance) }),
    () => ({ type: 'goTo', step: chance.pick(program.steps).id, entry: astray(chance, chance.pick(pointers)) }),
    () => ({ type: 'moveItem', at: chance.pick(pointers), to: nonsense(chance) }),
    () => ({ type: 'another', at: chance.pick(pointers), value: nonsense(chance) }),
    () => ({
      type: chance.pick(['language', 'draftResolved']),
      language: nonsense(chance),
      revision: nonsense(chance),
    }),
  ])();
  return wrong as SessionEvent;
}

describe('whatever is sent to a session', () => {
  test('never throws, is refused with a code that is known, and then has changed nothing', () => {
    hold(300, (chance, note) => {
      const { compiled, session } = played(chance, note, { most: 8 });
      for (let left = 1 + chance.upTo(10); left > 0; left--) {
        const event = badEvent(chance, compiled);
        note('event', typeof event === 'object' ? { ...event } : String(event));
        const before = [session.persist(), session.view(), session.submission()];
        const result = session.send(event);
        const after = [session.persist(), session.view(), session.submission()];
        if (!result.ok) {
          expect(refusals).toContain(result.code);
          expect(after).toEqual(before);
          expect(session.view()).toBe(before[1]);
        }
        // Whatever was taken is JSON.
        expect(JSON.parse(JSON.stringify(session.persist()))).toEqual(session.persist());
      }
      session.dispose();
      expect(session.send({ type: 'next' })).toEqual({ ok: false, code: 'disposed' });
    });
  });

  test('never takes a list beyond its maximum', () => {
    hold(100, (chance, note) => {
      const { compiled, session } = played(chance, note, { most: 40 });
      const lists = [...nodesOf(compiled).values()].filter((node) => node.kind === 'list');
      for (const list of lists)
        for (let more = 0; more < 6; more++) session.send({ type: 'addItem', at: list.template });
      const count = (answers: unknown, list: string): void => {
        const entries = list
          .slice(1)
          .split('/')
          .reduce<unknown>((value, name) => Object(value)[name], answers);
        const { maxItems } = lists.find(({ template }) => template === list) ?? {};
        if (Array.isArray(entries) && maxItems !== undefined) expect(entries.length).toBeLessThanOrEqual(maxItems + 1);
      };
      for (const { template } of lists) if (!template.includes('*')) count(session.persist().answers, template);
      session.dispose();
    });
  });
});

describe('a snapshot', () => {
  test('that is damaged is refused with a code, or restored to a session that works', () => {
    let refused = 0;
    const runs = hold(400, (chance, note) => {
      const { compiled, options, session } = played(chance, note, { most: 15 });
      const good = JSON.parse(JSON.stringify(session.persist())) as JsonObject;
      session.dispose();
      let bad: unknown = good;
      for (let left = 1 + chance.upTo(3); left > 0; left--) bad = damaged(chance, bad as JsonObject);
      note('snapshot', bad);
      let restored: ReturnType<typeof restoreSession>;
      try {
        restored = restoreSession(compiled, bad as PersistedSession, options);
      } catch (error) {
        expect(error).toBeInstanceOf(EngineError);
        refused++;
        return;
      }
      // It is whole again: what it keeps is what it would restore.
      const kept = restored.persist();
      expect(JSON.parse(JSON.stringify(kept))).toEqual(kept);
      const again = restoreSession(compiled, kept, options);
      expect(again.persist()).toEqual(kept);
      again.dispose();
      const events = makeEvents(chance, compiled, 10);
      note('events afterwards', events);
      for (const event of events) {
        restored.send(event);
        restored.view();
        restored.submission();
      }
      restored.dispose();
    });
    expect(refused).toBeGreaterThan(runs / 20);
  });

  test('of another form or version, or cut off, is refused with its code', () => {
    hold(50, (chance, note) => {
      const { compiled, options, session } = played(chance, note, { most: 10 });
      const snapshot = session.persist();
      session.dispose();
      const refusedWith = (given: unknown): unknown => {
        try {
          restoreSession(compiled, given as PersistedSession, options).dispose();
          return undefined;
        } catch (error) {
          return (error as EngineError).code;
        }
      };
      expect(refusedWith({ ...snapshot, form: { ...snapshot.form, id: 'anderes' } })).toBe('snapshot-other-form');
      expect(refusedWith({ ...snapshot, form: { ...snapshot.form, version: '9.9.9' } })).toBe('snapshot-other-form');
      const { flow: _, ...cut } = snapshot;
      expect(refusedWith(cut)).toBe('snapshot-invalid');
      expect(refusedWith(JSON.stringify(snapshot).slice(0, 20))).toBe('snapshot-invalid');
      expect(refusedWith(nonsense(chance))).toBe('snapshot-invalid');
    });
  });
});

describe('a program', () => {
  test('that is none, that is an older one or lacks something is refused with its code, by everything that runs one', () => {
    hold(100, (chance, note) => {
      const { compiled, options } = compiledForm(chance, note);
      const good = JSON.parse(JSON.stringify(compiled)) as Record<string, unknown>;
      const part = chance.pick(Object.keys(good));
      const other = Array.isArray(good[part]) ? {} : typeof good[part] === 'string' ? 7 : 'x';
      const { [part]: _, ...without } = good;
      const bad = chance.pick([without, { ...good, [part]: other }, { ...good, [part]: null }, nonsense(chance), []]);
      note('program', { part, bad });
      for (const run of [
        () => createSession(bad as Program, options),
        () => evaluateForm(bad as Program, {}, options),
        () => summarise(bad as Program, {}, { language: 'de', today: options.today }),
        () => programHeader(bad as Program, 'de'),
        () => toJsonSchema(bad as Program, { type: 'object' }),
      ]) {
        expect(run).toThrow(expect.objectContaining({ code: 'program-invalid' }) as Error);
      }
    });
  });
});

describe('a submission', () => {
  test('that is damaged is judged without an exception, and never accepted with something in it that is not the form’s', () => {
    hold(300, (chance, note) => {
      const { compiled, options, session } = played(chance, note, { most: 10 });
      const good = session.submission();
      session.dispose();
      let bad: unknown = JSON.parse(JSON.stringify(good)) as unknown;
      for (let left = 1 + chance.upTo(3); left > 0; left--) bad = damaged(chance, bad as JsonObject);
      note('submission', bad);
      const verification = verifySubmission(compiled, bad as Submission, options);
      if (!verification.ok) return;
      const { answers } = bad as Submission;
      const { submission } = evaluateForm(compiled, answers, options);
      // Computed values may be left out; nothing else may differ.
      expect(submission).toEqual(verification.evaluation.submission);
    });
  });
});
