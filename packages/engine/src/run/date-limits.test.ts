import type { JsonObject } from '@schalter/definition';
import { describe, expect, test } from 'vitest';
import { compile, onePage, program, start, today } from '../../test/support.ts';
import { evaluateForm, verifySubmission } from '../index.ts';

const date = (title: string, more: JsonObject = {}): JsonObject => ({ type: 'string', format: 'date', title, ...more });

const form = onePage({
  geboren: date('Geburtsdatum', { notAfter: 'today()', notBefore: 'addYears(today(), -120)' }),
  von: date('Von', { notBefore: '2026-01-01' }),
  bis: date('Bis', { notBefore: 'self.von' }),
  tage: {
    type: 'array',
    title: 'Tage',
    items: { type: 'string', format: 'date', title: 'Tag', notAfter: 'bis' },
  },
  frist: date('Frist', { value: 'addDays(self.von, 14)', notAfter: '2026-12-31' }),
});

/** Problems on a day, as `pointer code limit`. */
const problems = (answers: JsonObject, day = today) => {
  const { program: compiled, validate } = program(form);
  return evaluateForm(compiled, answers, { validate, today: day }).problems.map(
    ({ at, code, params }) => `${at} ${code} ${params.limit ?? ''}`,
  );
};

describe('notBefore and notAfter', () => {
  test.each<[string, JsonObject, string[]]>([
    ['the day itself is allowed', { geboren: '2026-11-23' }, []],
    ['the day after is not', { geboren: '2026-11-24' }, ['/geboren notAfter 2026-11-23']],
    ['the first day is allowed', { geboren: '1906-11-23' }, []],
    ['a day earlier is not', { geboren: '1906-11-22' }, ['/geboren notBefore 1906-11-23']],
    ['a date as it is written', { von: '2025-12-31' }, ['/von notBefore 2026-01-01']],
    ['another answer', { von: '2026-05-02', bis: '2026-05-01' }, ['/bis notBefore 2026-05-02']],
    ['a limit that is unknown is silent', { bis: '1900-01-01' }, []],
    ['entries of a list', { bis: '2026-05-01', tage: ['2026-05-01', '2026-05-02'] }, ['/tage/1 notAfter 2026-05-01']],
    ['what is no date has only that problem', { von: '2025-99-99' }, ['/von format:date ']],
    ['a computed date', { von: '2026-12-20' }, ['/frist notAfter 2026-12-31']],
  ])('%s', (_, answers, expected) => {
    expect(problems(answers)).toEqual(expected);
  });

  test('today is the session’s, and follows it', () => {
    expect(problems({ geboren: '2026-11-24' }, '2026-11-24')).toEqual([]);
    const session = start(form, { today: '2026-11-22' });
    session.send({ type: 'answer', at: '/geboren', value: '2026-11-23' });
    session.send({ type: 'next' });
    expect(JSON.stringify(session.view())).toContain('"notAfter"');
    session.dispose();
  });

  test('a limit that only today breaks is for the citizen to confirm', () => {
    const { program: compiled, validate } = program(onePage({ beginn: date('Beginn', { notBefore: 'today()' }) }));
    const submission = { form: { id: 'probe', version: '1.0.0' }, language: 'de', today, answers: { beginn: today } };
    const verified = (day: string) =>
      verifySubmission(compiled, submission, { validate, today: day, sessionToday: today });
    expect(verified(today).ok).toBe(true);
    expect(verified('2026-11-24')).toMatchObject({ ok: false, code: 'recomputed' });
  });

  test.each([
    ['a text', { type: 'string', title: 'A', notAfter: 'today()' }, 'limit-without-date'],
    ['no date', date('A', { notAfter: '1 + 1' }), 'expression-result'],
    ['a day that does not exist', date('A', { notAfter: '2026-02-30' }), 'expression-result'],
    ['a name that does not exist', date('A', { notBefore: 'self.anfang' }), 'expression-unknown-member'],
  ])('the compiler refuses %s', (_, field, code) => {
    expect(compile(onePage({ a: field })).problems.map((problem) => problem.code)).toContain(code);
  });
});
