import fc from 'fast-check';
import { composeIBAN, countrySpecs } from 'ibantools';
import { stdnum } from 'stdnum';
import { describe, expect, it, vi } from 'vitest';
import { isIban } from './iban.ts';
import { isSocialSecurityNumberDe } from './social-security-number-de.ts';
import { isTaxIdDe } from './tax-id-de.ts';
import { isVatId } from './vat-id.ts';

/* What other implementations of the same standards say of the same numbers. */

vi.setConfig({ testTimeout: 120_000 });

type Oracle = (number: string) => boolean;

const oracle =
  (country: string, kind: string): Oracle =>
  (number) =>
    stdnum[country]?.[kind]?.validate(number).isValid === true;

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** `#` a digit, `@` a letter, `|` between several forms. */
function written(form: string): fc.Arbitrary<string> {
  const parts = form.split('|').map((one) =>
    fc.tuple(
      ...[...one].map((character) => {
        if (character === '#') return fc.constantFrom(...'0123456789');
        return character === '@' ? fc.constantFrom(...letters) : fc.constant(character);
      }),
    ),
  );
  return fc.oneof(...parts).map((characters) => characters.join(''));
}

interface Compared {
  readonly country: string;
  readonly other: Oracle;
  readonly form: string;
  /** What only the other takes, and why that is right. */
  readonly refused?: RegExp;
  /** What only we take, and why that is right. */
  readonly taken?: RegExp;
}

const compared: readonly Compared[] = [
  { country: 'AT', other: oracle('AT', 'uid'), form: 'U########' },
  { country: 'BE', other: oracle('BE', 'vat'), form: '0#########' },
  // Ten digits: persons, where the other also looks at the day of birth and takes any foreigner. It knows the first digits
  // that were given out so far.
  { country: 'BG', other: oracle('BG', 'vat'), form: '#########', taken: /^[4-8]/u },
  { country: 'CY', other: oracle('CY', 'vat'), form: '########@', refused: /^(?:[678]|12)/u },
  // Nine and ten digits: persons, whose day of birth we do not look at.
  { country: 'CZ', other: oracle('CZ', 'dic'), form: '########' },
  // A leading zero is never given.
  { country: 'DE', other: oracle('DE', 'vat'), form: '#########', refused: /^0/u },
  { country: 'DK', other: oracle('DK', 'cvr'), form: '########', refused: /^0/u },
  { country: 'EE', other: oracle('EE', 'kmkr'), form: '10#######' },
  { country: 'EL', other: oracle('GR', 'vat'), form: '#########' },
  // Companies of these kinds have a digit, the others a letter.
  {
    country: 'ES',
    other: oracle('ES', 'nif'),
    form: 'B########|X#######@|########@|K#######@',
    refused: /^B.*[A-Z]$/u,
  },
  { country: 'FI', other: oracle('FI', 'alv'), form: '########' },
  { country: 'FR', other: oracle('FR', 'tva'), form: '###########' },
  { country: 'HR', other: oracle('HR', 'oib'), form: '###########' },
  { country: 'HU', other: oracle('HU', 'anum'), form: '########' },
  { country: 'IE', other: oracle('IE', 'vat'), form: '#######@|#######@A|#######@W|#A#####@' },
  { country: 'IT', other: oracle('IT', 'iva'), form: '#######0###' },
  { country: 'LT', other: oracle('LT', 'pvm'), form: '#######1#|##########1#' },
  { country: 'LU', other: oracle('LU', 'tva'), form: '########' },
  // Persons: we do not look at their day of birth.
  { country: 'LV', other: oracle('LV', 'pvn'), form: '4##########|9##########' },
  { country: 'MT', other: oracle('MT', 'vat'), form: '########', refused: /^0/u },
  { country: 'NL', other: oracle('NL', 'btw'), form: '#########B##', refused: /B00$/u },
  { country: 'PL', other: oracle('PL', 'nip'), form: '##########' },
  { country: 'PT', other: oracle('PT', 'nif'), form: '#########', refused: /^0/u },
  { country: 'RO', other: oracle('RO', 'cui'), form: '1#######|2#########|3#####' },
  { country: 'SE', other: oracle('SE', 'vat'), form: '##########01' },
  // The other takes 1 where the rule has no check digit.
  { country: 'SI', other: oracle('SI', 'ddv'), form: '########', refused: /^0|1$/u },
  // Slovakia is missing: the other looks at the first digit instead of the third.
  { country: 'XI', other: oracle('GB', 'vat'), form: '#########' },
];

describe('VAT ids, compared with stdnum', () => {
  it.each(compared)('of $country', ({ country, other, form, refused, taken }) => {
    fc.assert(
      fc.property(fc.array(written(form), { minLength: 20, maxLength: 40 }), (numbers) => {
        for (const number of numbers) {
          const ours = isVatId(country + number);
          const theirs = other(number);
          if (ours === theirs || (ours ? taken : refused)?.test(number) === true) continue;
          expect(ours, number).toBe(theirs);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('numbers of persons, compared with stdnum', () => {
  it('tax ids', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...'0123456789'], { minLength: 9, maxLength: 9 }), fc.nat(8), (some, twice) => {
        const head = [...some, some[twice]].join('');
        for (const check of '0123456789') {
          const number = head + check;
          if (!number.startsWith('0')) expect(isTaxIdDe(number), number).toBe(oracle('DE', 'idnr')(number));
        }
      }),
    );
  });

  it('insurance numbers', () => {
    fc.assert(
      fc.property(written('1#0#0###@###'), (number) => {
        // The other looks at the day of birth, and gives up at impossible ones.
        if (oracle('DE', 'svnr')(number)) expect(isSocialSecurityNumberDe(number), number).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('IBANs, compared with ibantools', () => {
  // Territories that write their IBANs with the country they belong to.
  const ofFranceAndFinland = ['AX', 'GF', 'GP', 'MF', 'MQ', 'NC', 'PF', 'PM', 'RE', 'TF', 'WF', 'YT'];
  // Letters or digits where the registry says so; the other takes more.
  const looser = ['GE', 'IE', 'PK', 'PS', 'VG', 'TR'];
  const countries = Object.entries(countrySpecs).filter(
    ([country, { IBANRegistry: listed }]) => listed && ![...ofFranceAndFinland, ...looser].includes(country),
  );

  it.each(countries)('those it composes for %s are right', (country, { bban_regexp: structure = '' }) => {
    fc.assert(
      fc.property(fc.stringMatching(new RegExp(structure.replace(/\$?$/u, '$'), 'u')), (bban) => {
        const iban = composeIBAN({ countryCode: country, bban });
        // Where a country has check digits inside, few are composed.
        if (iban !== null) expect(isIban(iban), iban).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});
