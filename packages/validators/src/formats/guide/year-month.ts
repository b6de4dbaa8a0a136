import type { Format } from '../format.ts';
import { isYearMonth } from '../year-month.ts';

export const yearMonth: Format = {
  name: 'year-month',
  test: isYearMonth,
  group: 'time',
  title: { de: 'Monat eines Jahres', en: 'Month of a year' },
  hint: {
    de: 'Für Angaben, bei denen der Tag nicht zählt: Zulassung, Beginn einer Miete.',
    en: 'For answers where the day does not matter: first registration, start of a tenancy.',
  },
  source: 'ISO 8601-1:2019, 5.2.2.2',
  valid: ['2026-11', '1999-01'],
  invalid: ['2026-13', '2026-00', '2026-1', '11-2026', '2026', '0000-01'],
};
