import { describe, expect, test } from 'vitest';
import { allFields } from '../../test/fixtures/fields.ts';
import { controlOf } from './index.ts';

/** Reads what stands in the inputs of the field at `at`, parts by suffix. */
function read(at: string, entered: Record<string, string[]>, language = 'de') {
  const view = allFields.find((field) => field.at === at);
  if (!view) return expect.fail(`no field at ${at}`);
  return controlOf(view).read(view, (suffix = '') => entered[suffix] ?? [], language);
}

describe('answers in what was entered', () => {
  test.each([
    ['text is trimmed', '/name', { '': ['  Erika '] }, 'Erika'],
    ['text is composed', '/name', { '': ['Jose\u0301'] }, 'Jos\u00e9'],
    ['lines keep their breaks', '/begruendung', { '': ['eins\r\nzwei'] }, 'eins\nzwei'],
    ['a whole number', '/anzahl', { '': ['4'] }, 4],
    ['money becomes cents', '/miete', { '': ['1.234,50'] }, 123_450],
    ['unreadable money stays as typed', '/miete', { '': ['viel'] }, 'viel'],
    ['yes', '/kampfhund', { '': ['true'] }, true],
    ['no', '/kampfhund', { '': ['false'] }, false],
    ['an option', '/befreiung', { '': ['blindenhund'] }, 'blindenhund'],
    ['an option that is none is kept, to be refused', '/befreiung', { '': ['papagei'] }, 'papagei'],
    ['several options', '/taetigkeiten', { '': ['heben', 'nacht'] }, ['heben', 'nacht']],
    ['a ticked box', '/newsletter', { '': ['true'] }, true],
    ['a consent', '/einwilligung', { '': ['true'] }, true],
    ['a date in parts', '/geburtsdatum', { '#day': ['1'], '#month': ['2'], '#year': ['2026'] }, '2026-02-01'],
    ['half a date as typed', '/geburtsdatum', { '#day': ['1'], '#month': ['2'] }, '-2-1'],
    ['a month', '/monat', { '#month': ['3'], '#year': ['2026'] }, '2026-03'],
    ['half a month as typed', '/monat', { '#month': ['3'] }, '-3'],
    ['an IBAN without spaces', '/iban', { '': ['de02 1203 0000 0000 2020 51'] }, 'DE02120300000000202051'],
  ])('%s', (_, at, entered, answer) => {
    expect(read(at, entered as Record<string, string[]>)).toEqual(answer);
  });
});
