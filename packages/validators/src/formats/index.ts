import type { Format } from './format.ts';
import { ags } from './guide/ags.ts';
import { ars } from './guide/ars.ts';
import { bic } from './guide/bic.ts';
import { coordinates } from './guide/coordinates.ts';
import { creditorId } from './guide/creditor-id.ts';
import { date } from './guide/date.ts';
import { dateTime } from './guide/date-time.ts';
import { din91379A } from './guide/din91379-a.ts';
import { din91379B } from './guide/din91379-b.ts';
import { din91379C } from './guide/din91379-c.ts';
import { din91379D } from './guide/din91379-d.ts';
import { din91379E } from './guide/din91379-e.ts';
import { email } from './guide/email.ts';
import { iban } from './guide/iban.ts';
import { idCardDe } from './guide/id-card-de.ts';
import { leitwegId } from './guide/leitweg-id.ts';
import { licencePlateDe } from './guide/licence-plate-de.ts';
import { microchip } from './guide/microchip.ts';
import { passportDe } from './guide/passport-de.ts';
import { phone } from './guide/phone.ts';
import { postalCodeDe } from './guide/postal-code-de.ts';
import { socialSecurityNumberDe } from './guide/social-security-number-de.ts';
import { taxIdDe } from './guide/tax-id-de.ts';
import { taxNumberDe } from './guide/tax-number-de.ts';
import { time } from './guide/time.ts';
import { uri } from './guide/uri.ts';
import { vatId } from './guide/vat-id.ts';
import { yearMonth } from './guide/year-month.ts';

/** All formats of the form language, in the order of its documentation. */
export const formats: readonly Format[] = [
  date,
  dateTime,
  time,
  yearMonth,
  email,
  uri,
  phone,
  postalCodeDe,
  iban,
  bic,
  creditorId,
  taxNumberDe,
  vatId,
  leitwegId,
  taxIdDe,
  socialSecurityNumberDe,
  idCardDe,
  passportDe,
  coordinates,
  ags,
  ars,
  licencePlateDe,
  microchip,
  din91379A,
  din91379B,
  din91379C,
  din91379D,
  din91379E,
];
