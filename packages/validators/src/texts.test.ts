import { describe, expect, it } from 'vitest';
import { formats } from './formats/index.ts';
import { createTranslate, problemTexts } from './texts.ts';

/** Every code a citizen may see. */
const codes = [
  'required',
  'type',
  'minLength',
  'maxLength',
  'pattern',
  'postalCode',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'notBefore',
  'notAfter',
  'enum',
  'const',
  'minItems',
  'maxItems',
  'uniqueItems',
  'maxWords',
  'minProperties',
  'maxProperties',
  'anyOf',
  'not',
  'accept',
  'too-large',
  'cannot-compute',
  'irrelevant',
  'unknown-field',
  'computed-differs',
  'not-submittable',
  'another',
  'check:exclusive',
  'lookup',
  'lookup:bank',
  'lookup-unavailable',
  'proven-differs',
  'file-uploading',
  'file-paused',
  'file-scanning',
  'file-refused',
  'file-failed',
  'hold-pending',
  'hold-expired',
  ...formats.map(({ name }) => `format:${name}`),
];

/** What a form cannot be sent for, and why services fail: no field to name. */
const formCodes = [
  'login-required',
  'level-required',
  'card-required',
  ...[
    'offline',
    'timed-out',
    'bad-answer',
    'cancelled',
    'refused',
    'expired',
    'pending',
    'not-saved',
    'level-too-low',
    'other-person',
    'slot-taken',
    'hold-gone',
    'not-renewable',
    'already-paid',
    'already-begun',
    'infected',
    'type-differs',
    'unreadable',
    'upload-gone',
    'quota',
    'no-reader',
    'card-refused',
    'unheard-of',
  ].map((code) => `failure:${code}`),
];

const languages = Object.keys(problemTexts);
const plural = /_(zero|one|two|few|many|other)$/;

/** Whether a plural form is for a single number, which the words themselves may say: "ein Zeichen". */
function saysItsNumber(language: string, category: string): boolean {
  if (category === 'zero') return true;
  const rules = new Intl.PluralRules(language);
  return (
    Array.from({ length: 200 }, (_, number) => rules.select(number)).filter((one) => one === category).length === 1
  );
}

describe('problem texts', () => {
  const translate = createTranslate();

  it('have the same keys and the same placeholders in all languages, and the plural forms of each', () => {
    const german = Object.keys(problemTexts.de);
    for (const [language, texts] of Object.entries(problemTexts)) {
      const categories = ['zero', 'one', 'two', 'few', 'many', 'other'].filter((category) =>
        new Intl.PluralRules(language).resolvedOptions().pluralCategories.some((known) => known === category),
      );
      const expected = german.flatMap((key) => {
        if (key.endsWith('_other')) return [];
        return key.endsWith('_one') ? categories.map((category) => key.replace(/one$/, category)) : [key];
      });
      expect(Object.keys(texts), language).toEqual(expected);
      for (const [key, text] of Object.entries(texts)) {
        const [, category] = plural.exec(key) ?? [];
        const model = placeholders(problemTexts.de[key.replace(plural, '_other')] ?? '');
        const free = category !== undefined && saysItsNumber(language, category);
        const compared = (names: string[]) => (free ? names.filter((name) => name !== 'limit') : names);
        expect(compared(placeholders(text)), `${language} ${key}`).toEqual(compared(model));
      }
    }
  });

  it('say the number wherever a plural form is for several', () => {
    expect(translate('uk', 'maxLength', { label: 'А', limit: 21 })).toBe('Введіть у полі «А» не більше ніж 21 символ.');
    expect(translate('uk', 'maxLength', { label: 'А', limit: 22 })).toContain('22 символи');
    expect(translate('uk', 'maxLength', { label: 'А', limit: 25 })).toContain('25 символів');
    expect(translate('ar', 'maxItems', { label: 'أ', limit: 2 })).toContain('إجابتين');
    expect(translate('ar', 'maxItems', { label: 'أ', limit: 11 })).toContain('11 إجابة');
    expect(translate('tr', 'maxItems', { label: 'A', limit: 11 })).toContain('11 bilgi');
  });

  it.each(codes)('say what to do about %s, in whole sentences that name the field', (code) => {
    for (const language of languages) {
      const text = translate(language, code, {
        label: 'Rufname',
        limit: 5,
        accepted: '.pdf',
        file: 'a.pdf',
        example: '1010',
      });
      expect(text).toMatch(/^[\p{Lu}\p{Lo}„“«].*[.]$/u);
      expect(text).not.toMatch(/\{\{|NaN|undefined|\$t/u);
      if (code !== 'not-submittable') expect(text).toMatch(/[„“«]Rufname[“”»]/u);
      expect(text).not.toBe(translate(language, 'check', { label: 'Rufname' }));
    }
  });

  it.each(formCodes)('say of %s what to do, in whole sentences', (code) => {
    for (const language of languages) {
      const text = translate(language, code, {});
      expect(text).toMatch(/^[\p{Lu}\p{Lo}].*[.]$/u);
      expect(text).not.toMatch(/\{\{|undefined/u);
      expect(text).not.toBe(translate(language, 'check', {}));
    }
  });

  it('keep codes, numbers and addresses in their order between Arabic words', () => {
    for (const [key, text] of Object.entries(problemTexts.ar)) {
      const outside = text.replaceAll(/[\u2066\u2068][^\u2069]*\u2069/gu, '').replaceAll(/\{\{[^}]*\}\}/gu, '');
      expect(outside, key).not.toMatch(/[A-Za-z\u2066\u2068\u2069]|\d+[^\d\p{L} ]|\d \d/u);
    }
  });

  it('count and write numbers as the language does', () => {
    expect(translate('de', 'maxLength', { label: 'A', limit: 1 })).toBe('Geben Sie bei „A“ höchstens ein Zeichen ein.');
    expect(translate('de', 'maxLength', { label: 'A', limit: 2000 })).toBe(
      'Geben Sie bei „A“ höchstens 2.000 Zeichen ein.',
    );
    expect(translate('en', 'maxLength', { label: 'A', limit: 2000 })).toBe('Enter 2,000 characters at most for “A”.');
    expect(translate('de', 'minimum', { label: 'A', limit: 0.5 })).toContain('mindestens 0,5 ein');
    expect(translate('en', 'maximum', { label: 'A', limit: 500000, limitText: '€5,000.00' })).toBe(
      'Enter €5,000.00 or less for “A”.',
    );
    expect(translate('de', 'minItems', { label: 'A', limit: 1 })).toContain('mindestens eine Angabe');
  });

  it('take labels literally', () => {
    const label = '<b>{{limit}} $t(required) & "x"';
    expect(translate('de', 'required', { label, limit: 3 })).toBe(`Machen Sie eine Angabe bei „${label}“.`);
  });

  it('fall back: to German, to the general text', () => {
    expect(translate('de-AT', 'required', { label: 'A' })).toBe(translate('de', 'required', { label: 'A' }));
    expect(translate('tlh', 'required', { label: 'A' })).toBe(translate('de', 'required', { label: 'A' }));
    expect(translate('en', 'format:klingon', { label: 'A' })).toBe('Check how you have written “A”.');
    expect(translate('en', 'check:own', { label: 'A' })).toBe('Check your answer for “A”.');
    expect(translate('en', 'whatever', { label: 'A' })).toBe('Check your answer for “A”.');
  });
});

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{\s*(\w+)/gu)].map(([, name = '']) => name).sort();
}
