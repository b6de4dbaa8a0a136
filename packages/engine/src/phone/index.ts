import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min/es6';
import type { PhoneNumbers } from '../entry/phone-numbers.ts';

export type { PhoneNumbers };

export interface PhoneOptions {
  /** ISO 3166 code of the country that numbers without a country code are dialled in; `DE` if left out. */
  readonly country?: string;
}

/** What people write in a number. Letters and extensions have no place in E.164: such text stays as typed. */
const shape = /^[+\p{Nd}\s()/.\-–]+$/u;
const e164 = /^\+[1-9]\d{4,14}$/;

/**
 * Telephone numbers through libphonenumber, with its smallest metadata: lengths and ranges of all countries, not who has
 * which. `089 / 233-00` is read as `+498923300` and printed as `089 23300`, numbers of other countries as
 * `+43 1 58858`. Numbers of offices and emergencies (`115`, `110`) are none of E.164 and stay as typed.
 * Sources: ITU-T E.164; Google's libphonenumber.
 */
export function createPhoneNumbers({ country = 'DE' }: PhoneOptions = {}): PhoneNumbers {
  const parse = (text: string) =>
    parsePhoneNumberFromString(text, { defaultCountry: country as CountryCode, extract: false });

  const read = (text: string): string | undefined => {
    if (text.length > 40 || !shape.test(text)) return undefined;
    const found = parse(text.replaceAll('–', '-'));
    return found?.isValid() && !found.ext ? found.number : undefined;
  };

  return {
    read,
    print(value) {
      if (!e164.test(value)) return value;
      const found = parse(value);
      if (!found) return value;
      const printed = found.country === country ? found.formatNational() : found.formatInternational();
      return read(printed) === value ? printed : value;
    },
  };
}
