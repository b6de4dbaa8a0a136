import { type FieldSchema, resolveForm, withBuiltIns } from '@schalter/definition';
import { evaluateForm, usePatternRunner } from '@schalter/engine';
import { compileForm } from '@schalter/engine/compile';
import { compileValidate } from '@schalter/validators';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPatternGuard } from './pattern-guard.ts';

/* Without the guard these would not end: 2^60 ways to match. */
const evil = '^(?:(a+)+b)$';
const long = 'a'.repeat(60);

describe('the guard of patterns', () => {
  let givenUp: string[] = [];
  const guard = createPatternGuard((source) => givenUp.push(source));
  beforeEach(() => {
    givenUp = [];
  });
  afterEach(() => usePatternRunner(undefined));

  it('gives up an evil pattern in a validator: the answer does not match', () => {
    const data: FieldSchema = { type: 'object', properties: { a: { type: 'string', pattern: evil } } };
    const validate = compileValidate(data, { patterns: guard.pattern });
    expect(validate('/a', long)).toEqual([{ code: 'pattern', params: {} }]);
    expect(givenUp).toEqual([evil]);
    expect(validate('/a', 'aaab')).toEqual([]);
    expect(validate('/a', 'aaa')).toEqual([{ code: 'pattern', params: {} }]);
    expect(givenUp).toEqual([evil]);
  });

  it('gives up an evil pattern in an expression: the result is unknown', () => {
    usePatternRunner(guard.run);
    const form = {
      id: 'probe',
      version: '1.0.0',
      language: 'de',
      title: 'Probe',
      data: {
        type: 'object' as const,
        properties: {
          a: { type: 'string' as const, title: 'A' },
          b: { type: 'string' as const, title: 'B', when: `a.matches('${evil}')` },
          c: { type: 'string' as const, title: 'C', when: `!a.matches('${evil}')` },
        },
      },
      steps: [{ id: 'eins', title: 'Eins', fields: ['/a', '/b', '/c'] }],
    };
    const { resolved } = resolveForm(form, withBuiltIns({ blocks: {}, lists: {} }));
    const { program } = compileForm(resolved ?? expect.unreachable(), { locales: {}, problemTexts: {} });
    const irrelevant = (a: string) =>
      evaluateForm(program ?? expect.unreachable(), { a }, { validate: () => [], today: '2026-11-23' }).irrelevant;
    expect(irrelevant(long)).toEqual(['/b', '/c']);
    expect(irrelevant('ab')).toEqual(['/c']);
    expect(irrelevant('ac')).toEqual(['/b']);
  });

  it('runs plain patterns and refuses long texts as everywhere', () => {
    expect(guard.pattern('^(?:\\d{5})$').test('80331')).toBe(true);
    expect(guard.pattern('^(?:\\d{5})$').test('8033')).toBe(false);
    expect(guard.pattern('^(?:1*)$').test('1'.repeat(10_001))).toBe(false);
    expect(guard.pattern('^(?:(?:1|2)*)$').test('12'.repeat(5_001))).toBe(false);
    expect(guard.pattern('^(?:(?:1|2)*)$').test('12'.repeat(500))).toBe(true);
    expect(givenUp).toEqual([]);
  });

  it('gives the groups of a match, as migrations need them', () => {
    const found = guard.run(/^(?:(\d+|\w+)-(\d+))$/u, 'ab-12');
    expect(found && [...found]).toEqual(['ab-12', 'ab', '12']);
    expect(guard.run(/^(?:(\d+|\w+)-(\d+))$/u, 'ab')).toBeNull();
  });
});
