import fc from 'fast-check';
import examples from 'libphonenumber-js/mobile/examples';
import { afterEach, describe, expect, test } from 'vitest';
import { onePage, start } from '../../test/support.ts';
import { printForReading, readEntry, usePhoneNumbers } from '../index.ts';
import { createPhoneNumbers } from './index.ts';

const phone = { type: 'string', control: 'phone', format: 'phone' };
const numbers = createPhoneNumbers();

afterEach(() => usePhoneNumbers(undefined));

describe('telephone numbers', () => {
  test.each<[string, string | undefined]>([
    ['089 23300', '+498923300'],
    ['(0 89) 2 33-00', '+498923300'],
    ['089/233 00', '+498923300'],
    ['+49 (0)89 233–00', '+498923300'],
    ['0049 89 23300', '+498923300'],
    ['0176 12345678', '+4917612345678'],
    ['+43 1 58858', '+43158858'],
    ['+39 06 1234567', '+39061234567'],
    ['115', undefined],
    ['110', undefined],
    ['089 2', undefined],
    ['0', undefined],
    ['', undefined],
    ['089 12345 ext. 67', undefined],
    ['0800 BAHN', undefined],
    ['+49 89 12345678901234567890', undefined],
    ['tel:+498923300', undefined],
  ])('%j is %j', (typed, value) => {
    expect(numbers.read(typed)).toBe(value);
  });

  test('are printed as they are dialled here, those of other countries with their code', () => {
    expect(numbers.print('+498923300')).toBe('089 23300');
    expect(numbers.print('+43158858')).toBe('+43 1 58858');
    expect(createPhoneNumbers({ country: 'AT' }).print('+43158858')).toBe('01 58858');
    expect(numbers.print('115')).toBe('115');
    expect(numbers.print('+1')).toBe('+1');
  });

  test('are read as they are printed, whatever the country', () => {
    const country = fc.constantFrom(...Object.keys(examples));
    const all = fc.constantFrom(...Object.entries(examples));
    fc.assert(
      fc.property(country, all, (home, [from, national]) => {
        const there = createPhoneNumbers({ country: from }).read(national);
        if (there === undefined) return;
        const here = createPhoneNumbers({ country: home });
        expect(here.read(here.print(there))).toBe(there);
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^\+?[\d ()/-]{0,20}$/), (typed) => {
        const value = numbers.read(typed);
        if (value !== undefined) expect(numbers.read(numbers.print(value))).toBe(value);
      }),
    );
  });

  test('nothing that is typed breaks the reading', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const value = numbers.read(typed);
        if (value !== undefined) expect(value).toMatch(/^\+[1-9]\d{4,14}$/);
        numbers.print(typed);
      }),
    );
  });
});

describe('in a form', () => {
  test('they stay as typed until the reader of numbers is there, and views follow it', () => {
    expect(readEntry(phone, ' 089 / 233-00 ', 'de')).toBe('089 / 233-00');
    const session = start(onePage({ telefon: { type: 'string', title: 'Telefon', format: 'phone' } }));
    session.send({ type: 'answer', at: '/telefon', value: '+498923300' });
    const text = () => session.view().step.content.map((one) => (one.kind === 'field' ? one.text : ''));
    expect(text()).toEqual(['+498923300']);
    usePhoneNumbers(numbers);
    expect(text()).toEqual(['089 23300']);
    expect(readEntry(phone, ' 089 / 233-00 ', 'de')).toBe('+498923300');
    expect(readEntry(phone, '٠٨٩ ٢٣٣٠٠', 'ar')).toBe('+498923300');
    expect(readEntry(phone, '115', 'de')).toBe('115');
    expect(printForReading(phone, '+43158858', 'de')).toBe('+43 1 58858');
    session.dispose();
  });
});
