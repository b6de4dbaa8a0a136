import { expect, test } from 'vitest';
import { createTranslate } from './translate.ts';

const translate = createTranslate({
  language: 'de',
  problemTexts: {
    de: {
      required: 'Geben Sie „{{label}}“ an.',
      maxLength_one: 'Höchstens {{limit}} Zeichen.',
      maxLength_other: 'Höchstens {{limit}} Zeichen sind möglich.',
      'format:iban': 'Das ist keine IBAN.',
      type: 'Das können wir nicht lesen.',
    },
    en: { required: 'Enter {{label}}.', type: 'We cannot read this.' },
  },
});

test('puts parameters in, and chooses the plural by the limit', () => {
  expect(translate('de', 'required', { label: 'Vorname' })).toBe('Geben Sie „Vorname“ an.');
  expect(translate('en', 'required', { label: 'First name' })).toBe('Enter First name.');
  expect(translate('de', 'maxLength', { limit: 20 })).toBe('Höchstens 20 Zeichen sind möglich.');
});

test('escapes nothing: templates do', () => {
  expect(translate('de', 'required', { label: '<b>' })).toContain('<b>');
});

test('has a text for codes and languages it does not know', () => {
  expect(translate('en', 'format:iban', {})).toBe('Das ist keine IBAN.');
  expect(translate('de', 'format:unheard-of', {})).toBe('Das können wir nicht lesen.');
  expect(translate('fr', 'required', { label: 'X' })).toBe('Geben Sie „X“ an.');
});
