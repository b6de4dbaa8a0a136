import { afterEach, describe, expect, test } from 'vitest';
import { complete, dogTax, waldi } from '../../test/dog-tax.ts';
import { onePage, program, today } from '../../test/support.ts';
import { next, where } from '../../test/walk.ts';
import { EngineError } from '../engine-error.ts';
import { createSession, type PersistedSession, restoreSession, type Session } from '../index.ts';

let session: Session | undefined;
afterEach(() => session?.dispose());

describe('a saved session', () => {
  const { program: compiled, validate } = program(dogTax);
  const options = { validate, today, translate: (_: string, code: string) => code };
  const goOn = (snapshot: PersistedSession, day = today) =>
    restoreSession(compiled, snapshot, { ...options, today: day });

  test('goes on where it was, with everything that was shown', () => {
    session = createSession(compiled, { ...options, answers: { ...complete, hunde: [waldi, {}] } });
    session.send({ type: 'goTo', step: 'hunde', entry: '/hunde/1' });
    next(session);
    const snapshot = JSON.parse(JSON.stringify(session.persist())) as PersistedSession;
    const restored = goOn(snapshot);
    expect(restored.persist()).toEqual(session.persist());
    expect(restored.view()).toEqual({ ...session.view() });
    expect(where(restored)).toBe('hunde@/hunde/1');
    restored.dispose();
  });

  test('keeps answers that are irrelevant at present', () => {
    session = createSession(compiled, {
      ...options,
      answers: { ...complete, hunde: [{ rasse: 'pitbull', kampfhund: true }] },
    });
    session.send({ type: 'answer', at: '/hunde/0/rasse', value: 'dackel' });
    const restored = goOn(session.persist());
    restored.send({ type: 'answer', at: '/hunde/0/rasse', value: 'pitbull' });
    expect(restored.submission().answers).toMatchObject({ hunde: [{ kampfhund: true }], steuer: 80000 });
    restored.dispose();
  });

  test('takes today’s date anew and moves off a page that is gone', () => {
    session = createSession(compiled, {
      ...options,
      answers: { ...complete, halter: { vorname: 'A', nachname: 'B', geburtsdatum: '1961-11-23' } },
    });
    session.send({ type: 'goTo', step: 'ausnahme' });
    const snapshot = session.persist();
    const earlier = goOn(snapshot, '2026-11-22');
    expect(earlier.persist().today).toBe('2026-11-22');
    expect(where(earlier)).toBe('hund-einzeln/0');
    earlier.dispose();
  });

  test.each<[string, unknown, string]>([
    ['another form’s', { form: { id: 'anders', version: '1.0.0', hash: '' } }, 'snapshot-other-form'],
    ['another version’s', { form: { id: 'hundesteuer-anmeldung', version: '2.0.0', hash: '' } }, 'snapshot-other-form'],
    ['an unknown format’s', { format: 2 }, 'snapshot-invalid'],
    ['one without answers', { answers: undefined }, 'snapshot-invalid'],
    ['one with a list of answers', { answers: [] }, 'snapshot-invalid'],
    ['one without a place', { flow: undefined }, 'snapshot-invalid'],
  ])('is refused: %s', (_, change, code) => {
    session = createSession(compiled, options);
    const snapshot = { ...session.persist(), ...(change as object) } as PersistedSession;
    expect(() => goOn(snapshot)).toThrow(EngineError);
    expect(() => goOn(snapshot)).toThrow(expect.objectContaining({ code }));
  });

  test('bears answers and places that fit no longer', () => {
    // JSON can say anything, also what JavaScript takes for a method.
    const odd = { toString: 1 } as unknown as string;
    const snapshot: PersistedSession = {
      format: 1,
      form: { id: 'hundesteuer-anmeldung', version: '1.0.0', hash: 'x' },
      language: 'fr',
      today: '2026-01-01',
      answers: { wohnort: { a: [1] }, halter: 'Erika', hunde: [null, 'Rex', { name: 7 }], steuer: 3, fremd: true },
      flow: { step: 'hund-einzeln/9', entry: '/hunde/77', left: ['nirgends', 'hunde@/x/0', odd], fromSummary: true },
    };
    session = goOn(snapshot);
    expect(session.view().language).toBe('de');
    expect(session.persist().answers).toEqual({ wohnort: { a: [1] }, hunde: [{}, {}, { name: 7 }] });
    expect(where(session)).toBe('hund-einzeln/2');
  });
});

test('a program of an unknown format is refused', () => {
  const { program: compiled, validate } = program(onePage({ a: { type: 'string', title: 'A' } }));
  const other = { ...compiled, format: 2 } as unknown as typeof compiled;
  expect(() => createSession(other, { validate, today })).toThrow(expect.objectContaining({ code: 'program-invalid' }));
});
