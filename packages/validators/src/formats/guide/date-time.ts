import { isDateTime } from '../date-time.ts';
import type { Format } from '../format.ts';

export const dateTime: Format = {
  name: 'date-time',
  test: isDateTime,
  group: 'time',
  title: { de: 'Datum mit Uhrzeit', en: 'Date and time' },
  hint: {
    de: 'Tag und Uhrzeit, ohne Zeitzone, wie Felder einer Seite sie geben.',
    en: 'Day and time, without offset, as the fields of pages give them.',
  },
  source: 'RFC 3339, date-time (seconds and offset optional)',
  valid: ['2026-02-01T09:30', '2026-02-01T09:30:15Z', '2026-02-01T09:30:15.5+01:00', '1998-12-31t23:59:60z'],
  invalid: ['2026-02-01', '2026-02-01 09:30', '2026-02-30T09:30', '2026-02-01T24:00', 'T09:30'],
};
