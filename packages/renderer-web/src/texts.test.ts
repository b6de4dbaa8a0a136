import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addAllTexts, locales } from './locales/all.ts';
import { createTexts, textLanguages } from './texts.ts';

addAllTexts();

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

test.each(Object.keys(locales))('%s has every text, with the same parameters', (language) => {
  const texts = locales[language] ?? {};
  expect(Object.keys(texts).sort()).toEqual(Object.keys(locales.de ?? {}).sort());
  for (const [key, text] of Object.entries(locales.de ?? {})) {
    expect(texts[key]?.trim(), key).not.toBe('');
    expect(placeholders(texts[key] ?? ''), key).toEqual(placeholders(text));
  }
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
  for (const language of ['xx', 'de-x-leicht', '', '../..', '<script>'])
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
