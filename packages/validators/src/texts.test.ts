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

describe('problem texts', () => {
  const translate = createTranslate();

  it('have the same keys and the same placeholders in all languages', () => {
    const { de, ...others } = problemTexts;
    for (const texts of Object.values(others)) {
      expect(Object.keys(texts)).toEqual(Object.keys(de));
      for (const [key, text] of Object.entries(texts)) {
        expect(placeholders(text), key).toEqual(placeholders(de[key] ?? ''));
      }
    }
  });

  it.each(codes)('say what to do about %s, in whole sentences that name the field', (code) => {
    for (const language of ['de', 'en', 'de-x-leicht']) {
      const text = translate(language, code, {
        label: 'Rufname',
        limit: 5,
        accepted: '.pdf',
        file: 'a.pdf',
        example: '1010',
      });
      expect(text).toMatch(/^[A-ZÄÖÜ„“].*[.]$/u);
      expect(text).not.toMatch(/\{\{|NaN|undefined|\$t/u);
      if (code !== 'not-submittable') expect(text).toContain(language === 'en' ? '“Rufname”' : '„Rufname“');
      expect(text).not.toBe(translate(language, 'check', { label: 'Rufname' }));
    }
  });

  it.each(formCodes)('say of %s what to do, in whole sentences', (code) => {
    for (const language of ['de', 'en']) {
      const text = translate(language, code, {});
      expect(text).toMatch(/^[A-ZÄÖÜ].*[.]$/u);
      expect(text).not.toMatch(/\{\{|undefined/u);
      expect(text).not.toBe(translate(language, 'check', {}));
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
