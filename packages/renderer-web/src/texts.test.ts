import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addAllTexts, locales } from './locales/all.ts';
import { createTexts, textLanguages } from './texts.ts';

addAllTexts();

const german = locales.de ?? {};
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
const plural = /_(zero|one|two|few|many|other)$/;
const baseOf = (key: string) => key.replace(plural, '');
const counting = [
  ...new Set(
    Object.keys(german)
      .filter((key) => key.endsWith('_other'))
      .map(baseOf),
  ),
];

/** Whether a plural form is for a single number, which the words themselves may say: "eine", "حرفان". */
function saysItsNumber(language: string, category: string): boolean {
  if (category === 'zero') return true;
  const rules = new Intl.PluralRules(language);
  return (
    Array.from({ length: 200 }, (_, number) => rules.select(number)).filter((one) => one === category).length === 1
  );
}

describe.each(Object.entries(locales))('%s', (language, texts) => {
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;

  test('has every text, plurals in all forms of the language', () => {
    const expected = Object.keys(german)
      .filter((key) => !plural.test(key) || key.endsWith('_zero'))
      .concat(counting.flatMap((base) => categories.map((category) => `${base}_${category}`)));
    expect(Object.keys(texts).sort()).toEqual([...new Set(expected)].sort());
    for (const [key, text] of Object.entries(texts)) expect(text.trim(), key).not.toBe('');
  });

  test('has the same parameters', () => {
    for (const [key, text] of Object.entries(texts)) {
      const [, category] = plural.exec(key) ?? [];
      const model = placeholders(german[key] ?? german[`${baseOf(key)}_other`] ?? '');
      const found = placeholders(text);
      if (category === undefined || !saysItsNumber(language, category)) expect(found, key).toEqual(model);
      else
        expect(
          model.filter((name) => name !== 'count' && name !== 'formatted'),
          key,
        ).toEqual(found.filter((name) => name !== 'count' && name !== 'formatted'));
    }
  });
});

test('numbers take the form that the language has for them', () => {
  const said = (language: string, numbers: readonly number[]) =>
    numbers.map((count) => createTexts(language)('list.count', { count }));
  expect(said('uk', [0, 1, 2, 5, 11, 21, 22])).toEqual([
    'Записів ще немає',
    '1 запис',
    '2 записи',
    '5 записів',
    '11 записів',
    '21 запис',
    '22 записи',
  ]);
  expect(said('ar', [1, 2, 3, 11, 100])).toEqual(['إدخال واحد', 'إدخالان', '3 إدخالات', '11 إدخالًا', '100 إدخال']);
  expect(said('tr', [1, 5])).toEqual(['1 kayıt', '5 kayıt']);
});

test('texts in Leichte Sprache are short sentences', () => {
  for (const [key, text] of Object.entries(locales['de-x-leicht'] ?? {})) {
    const plain = text.replaceAll(/\{\{\w+\}\}/g, 'X');
    for (const sentence of plain.split(/(?<=[.:?]) /u))
      expect(sentence.split(' ').length, `${key}: ${sentence}`).toBeLessThan(13);
    expect(plain, key).not.toMatch(/[;!]|\b(?:würde|könnte|hätte|wäre|dass|weil|obwohl|bitte)\b/iu);
  }
});

test('Arabic is written from right to left, the others from left to right', () => {
  expect(Object.keys(locales).filter((language) => createTexts(language).direction === 'rtl')).toEqual(['ar']);
});

test('every file of texts can be loaded', () => {
  expect([...textLanguages].sort()).toEqual(Object.keys(locales).sort());
});

test('every text is used somewhere', () => {
  const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))
    .join('\n');
  const unused = Object.keys(locales.de ?? {})
    .map((key) => key.replace(/_(zero|one|other)$/, ''))
    .filter((key) => !sources.includes(`'${key}'`))
    // Made from a prefix: t(`state.${…}`)
    .filter(
      (key) => !key.split('.').some((_, index, parts) => sources.includes(`${parts.slice(0, index + 1).join('.')}.$`)),
    )
    .filter((key) => !/^(counter|words)\./.test(key));
  expect(unused).toEqual([]);
});

test('dates, numbers and sizes follow the language', () => {
  const [de, en] = [createTexts('de'), createTexts('en')];
  expect(de.date('2026-02-01')).toBe('1. Februar 2026');
  expect(en.date('2026-02-01')).toBe('February 1, 2026');
  expect(de.time('2026-11-23T13:05:00Z')).toBe('14:05');
  expect(de.number(1234.5)).toBe('1.234,5');
  expect(de.bytes(84_213)).toBe('84 kB');
  expect(de.bytes(2_400_000)).toBe('2,4 MB');
  expect(de('list.count', { count: 1 })).toBe('1 Eintrag');
});

test('unknown and malformed languages get German, not an error', () => {
  for (const language of ['xx', 'de-AT', '', '../..', '<script>', '__proto__'])
    expect(createTexts(language)('next')).toBe('Weiter');
});

test('languages are called by their own names', () => {
  expect(['de', 'en', 'tr', 'de-x-leicht'].map(createTexts('en').languageName)).toEqual([
    'Deutsch',
    'English',
    'Türkçe',
    'Leichte Sprache',
  ]);
});
