import { bic } from './bic.ts';
import { date } from './date.ts';
import { dateTime } from './date-time.ts';
import { din91379a } from './din91379-a.ts';
import { din91379b } from './din91379-b.ts';
import { din91379c } from './din91379-c.ts';
import { din91379d } from './din91379-d.ts';
import { din91379e } from './din91379-e.ts';
import { email } from './email.ts';
import type { Format } from './format.ts';
import { iban } from './iban.ts';
import { microchip } from './microchip.ts';
import { phone } from './phone.ts';
import { postalCodeDe } from './postal-code-de.ts';
import { time } from './time.ts';
import { uri } from './uri.ts';
import { yearMonth } from './year-month.ts';

/** All formats of the form language, in the order of its documentation. */
export const formats: readonly Format[] = [
  date,
  dateTime,
  time,
  yearMonth,
  email,
  uri,
  phone,
  iban,
  bic,
  postalCodeDe,
  microchip,
  din91379a,
  din91379b,
  din91379c,
  din91379d,
  din91379e,
];
