import type { JsonObject } from '@schalter/definition';
import { afterEach, describe, expect, test } from 'vitest';
import { type FormSketch, program, start, today } from '../../test/support.ts';
import { codes, next, where } from '../../test/walk.ts';
import { evaluateForm, type Session } from '../index.ts';

let session: Session | undefined;
afterEach(() => session?.dispose());

const text = (more: JsonObject = {}): JsonObject => ({ type: 'string', title: 'T', ...more });

/** A group of two, one of them on a page of its own that is not always there. */
const spread = (fields: { readonly first: string[]; readonly second: string[] }, group: JsonObject): FormSketch => ({
  data: {
    type: 'object',
    properties: { a: text(), g: { type: 'object', title: 'G', properties: { p: text(), q: text() }, ...group } },
    required: ['g'],
  },
  steps: [
    { id: 'eins', title: 'Eins', fields: ['/a', ...fields.first] },
    { id: 'zwei', title: 'Zwei', when: "a == 'ja'", fields: fields.second },
  ],
});

const check = { checks: [{ id: 'gleich', assert: "or(self.p, '') == or(self.q, '')", message: 'Nicht gleich.' }] };

function problemsOf(form: FormSketch, answers: JsonObject): string[] {
  const { program: compiled, validate } = program(form);
  return evaluateForm(compiled, answers, { validate, today }).problems.map(({ at, code }) => `${at} ${code}`);
}

describe('a group whose fields stand on several pages', () => {
  test('is judged on the last page that asks something in it', () => {
    session = start(spread({ first: ['/g/p'], second: ['/g/q'] }, check), { answers: { a: 'ja', g: { p: 'x' } } });
    expect(next(session)).toBe('zwei');
    expect(next(session)).toBe('zwei');
    expect(codes(session)).toEqual(['/g check:gleich']);
  });

  test('is judged on the page before, where that page is not on the route', () => {
    session = start(spread({ first: ['/g/p'], second: ['/g/q'] }, check), { answers: { a: 'nein', g: { p: 'x' } } });
    expect(next(session)).toBe('eins');
    expect(codes(session)).toEqual(['/g check:gleich']);
  });

  test('is judged where it is shown as a whole, although part of it is asked elsewhere', () => {
    session = start(spread({ first: ['/g'], second: ['/g/q'] }, check), { answers: { a: 'ja', g: { p: 'x' } } });
    expect(next(session)).toBe('eins');
    expect(codes(session)).toEqual(['/g check:gleich']);
  });
});

describe('a group in which nothing is asked', () => {
  test('demands nothing, whatever its page would', () => {
    const form = spread({ first: [], second: ['/g'] }, { minProperties: 1, ...check });
    expect(problemsOf(form, { a: 'ja' })).toEqual(['/g minProperties']);
    expect(problemsOf(form, { a: 'nein' })).toEqual([]);
    expect(problemsOf(form, { a: 'nein', g: { p: 'x' } })).toEqual([]);
  });

  test('is no member that could be demanded of the group around', () => {
    const inner = { type: 'object', title: 'H', properties: { r: text({ when: "a == 'ja'" }) } };
    const form: FormSketch = {
      data: {
        type: 'object',
        properties: {
          a: text(),
          g: { type: 'object', title: 'G', properties: { p: text(), inner }, minProperties: 2 },
        },
        required: ['g'],
      },
      steps: [{ id: 'eins', title: 'Eins', fields: ['/a', '/g'] }],
    };
    expect(problemsOf(form, { a: 'ja', g: { p: 'x' } })).toEqual(['/g minProperties']);
    expect(problemsOf(form, { a: 'nein', g: { p: 'x' } })).toEqual([]);
  });
});

test('a page on which nothing is left to ask checks nothing', () => {
  const form: FormSketch = {
    data: { type: 'object', properties: { a: text(), b: text({ when: "a == 'ja'" }) } },
    steps: [
      { id: 'eins', title: 'Eins', fields: ['/a'] },
      { id: 'zwei', title: 'Zwei', fields: ['/b'], checks: [{ id: 'b', assert: 'answered(b)', message: 'B fehlt.' }] },
    ],
  };
  expect(problemsOf(form, { a: 'ja' })).toEqual([' check:b']);
  expect(problemsOf(form, { a: 'nein' })).toEqual([]);
});

test('what is wrong on no page at all is not sent, and named on the summary', () => {
  const form: FormSketch = {
    data: {
      type: 'object',
      properties: { a: text(), tag: text({ format: 'date', prefill: 'query.tag', title: 'Tag' }) },
    },
    steps: [{ id: 'eins', title: 'Eins', fields: ['/a'] }],
  };
  const submission = { submit: () => Promise.reject(new Error('not to be asked')) };
  session = start(form, { answers: { tag: 'gestern' }, submission });
  expect(next(session)).toBe('summary');
  session.send({ type: 'submit' });
  expect(session.view().status).toBe('summary');
  expect(where(session)).toBe('summary');
  expect(codes(session)).toEqual(['/tag format:date']);
});
