import { expect, it } from 'vitest';
import { byteSize } from './size.ts';
import { textsFor } from './texts.ts';
import { receiptTime } from './time.ts';

it('has the same texts with the same values in every language', () => {
  const { texts: de } = textsFor('de');
  const { texts: en } = textsFor('en');
  expect(Object.keys(en)).toEqual(Object.keys(de));
  const values = (text: string) => [...text.matchAll(/\{\{\w+\}\}/g)].map(([name]) => name).sort();
  for (const key of Object.keys(de) as (keyof typeof de)[]) expect(values(en[key])).toEqual(values(de[key]));
  expect(textsFor('de-x-leicht').texts).toBe(de);
});

it('says the legal time in the form’s zone, on both sides of a change of the clock', () => {
  expect(receiptTime('2026-10-25T00:30:00Z', 'de-DE', 'Europe/Berlin')).toEqual({
    date: 'Sonntag, 25. Oktober 2026',
    time: '02:30:00',
    zone: 'MESZ',
  });
  expect(receiptTime('2026-10-25T01:30:00Z', 'de-DE', 'Europe/Berlin')).toMatchObject({
    time: '02:30:00',
    zone: 'MEZ',
  });
  // Midnight is 00, and already the next day.
  expect(receiptTime('2026-12-31T23:00:00Z', 'en-GB', 'Europe/Berlin')).toEqual({
    date: 'Friday, 1 January 2027',
    time: '00:00:00',
    zone: 'CET',
  });
});

it('says sizes in the units of the language', () => {
  expect([0, 999, 1000, 12_345, 1_234_567].map((bytes) => byteSize(bytes, 'de-DE'))).toEqual([
    '0\u00a0B',
    '999\u00a0B',
    '1\u00a0kB',
    '12\u00a0kB',
    '1,2\u00a0MB',
  ]);
});
