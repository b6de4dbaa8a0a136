import type { Format } from '../format.ts';
import { isTime } from '../time.ts';

export const time: Format = {
  name: 'time',
  test: isTime,
  group: 'time',
  title: { de: 'Uhrzeit', en: 'Time of day' },
  hint: { de: 'Stunden und Minuten, 00:00 bis 23:59.', en: 'Hours and minutes, 00:00 to 23:59.' },
  source: 'RFC 3339, full-time (seconds and offset optional)',
  valid: ['09:30', '23:59:59', '00:00:00Z', '09:30:00+01:00', '23:59:60Z', '15:59:60-08:00', '08:30:06z'],
  invalid: [
    '9:30',
    '24:00',
    '09:60',
    '09:30:60',
    '0930',
    '09.30',
    '09:30+1',
    '23:59:60',
    '22:59:60Z',
    '15:59:60+08:00',
  ],
};
