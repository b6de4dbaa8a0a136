import { isDate } from '../date.ts';
import type { Format } from '../format.ts';

export const date: Format = {
  name: 'date',
  test: isDate,
  group: 'time',
  title: { de: 'Datum', en: 'Date' },
  hint: {
    de: 'Ein Tag, den es im Kalender gibt; in der Seite wird er als Tag, Monat und Jahr abgefragt. Grenzen setzen notBefore und notAfter.',
    en: 'A day that exists in the calendar; pages ask for it as day, month and year. Limits are set by notBefore and notAfter.',
  },
  source: 'RFC 3339, full-date',
  valid: ['2026-02-01', '2024-02-29', '2000-02-29', '1900-01-01', '0999-12-31'],
  invalid: [
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '26-2-1',
    '-2-1',
    '2026-2-1',
    '2026-02-01T00:00',
    '01.02.2026',
    '0000-01-01',
    '2026-02-01\n',
  ],
};
