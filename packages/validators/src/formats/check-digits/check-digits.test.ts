import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { isCreditorId } from '../creditor-id.ts';
import { isIban } from '../iban.ts';
import { isIdCardDe } from '../id-card-de.ts';
import { isLeitwegId } from '../leitweg-id.ts';
import { isPassportDe } from '../passport-de.ts';
import { isSocialSecurityNumberDe } from '../social-security-number-de.ts';
import { isTaxIdDe } from '../tax-id-de.ts';
import { isVatId } from '../vat-id.ts';

vi.setConfig({ testTimeout: 120_000 });

/** A number with a hole for its check characters (`?` each), and what may fill the hole. */
interface Numbered {
  readonly name: string;
  readonly test: (text: string) => boolean;
  readonly holed: fc.Arbitrary<string>;
  /** How many fillings there are; default: 10 for each `?`. */
  readonly fillings?: readonly string[];
  /** Whether swapping two different characters side by side is always found. */
  readonly swaps?: true;
  /** How many characters the check digits cover; default: all. */
  readonly covered?: number;
}

const digits = (count: number) => fc.stringMatching(new RegExp(`^\\d{${count}}$`, 'u'));
const text = (pattern: RegExp) => fc.stringMatching(pattern);
/** ISO 7064 MOD 97-10 writes 02 to 98. */
const pairs = Array.from({ length: 97 }, (_, index) => String(index + 2).padStart(2, '0'));

/** Ten digits as an IdNr begins: one of them twice, another one not at all. */
const taxHead = fc
  .tuple(fc.shuffledSubarray([...'0123456789'], { minLength: 9, maxLength: 9 }), fc.nat(8), fc.nat(9))
  .map(([some, which, where]) => [...some.slice(0, where), some[which], ...some.slice(where)].join(''))
  .filter((head) => !head.startsWith('0') && !/(\d)\1\1/u.test(head));

const vat = (country: string, holed: RegExp): Numbered => ({
  name: `VAT id of ${country}`,
  test: isVatId,
  holed: text(holed).map((number) => country + number),
});

const numbers: readonly Numbered[] = [
  { name: 'IBAN', test: isIban, holed: digits(18).map((n) => `DE??${n}`), fillings: pairs, swaps: true },
  { name: 'IBAN with letters', test: isIban, holed: text(/^MT\?\?[A-Z]{4}\d{5}[A-Z0-9]{18}$/u), fillings: pairs },
  {
    name: 'creditor id',
    test: isCreditorId,
    holed: digits(11).map((n) => `DE??ZZZ${n}`),
    fillings: pairs,
    swaps: true,
  },
  {
    name: 'Leitweg-ID',
    test: isLeitwegId,
    holed: text(/^0[1-9]\d{6}-[A-Z0-9]{1,12}-\?\?$/u),
    fillings: pairs,
    swaps: true,
  },
  { name: 'IdNr.', test: isTaxIdDe, holed: taxHead.map((head) => `${head}?`) },
  { name: 'insurance number', test: isSocialSecurityNumberDe, holed: text(/^[1-8]\d[0-3]\d0[1-9]\d\d[A-Z]\d\d\?$/u) },
  { name: 'identity card', test: isIdCardDe, holed: text(/^[LMNPRTVWXY][CFGHJKLMNPRTVWXYZ0-9]{8}\?$/u) },
  { name: 'passport', test: isPassportDe, holed: text(/^[CFGHJK][CFGHJKLMNPRTVWXYZ0-9]{8}\?$/u) },
  vat('AT', /^U\d{7}\?$/u),
  { ...vat('BE', /^0\d{7}\?\?$/u), fillings: pairs.map((pair) => String(Number(pair) - 1).padStart(2, '0')) },
  vat('DE', /^[1-9]\d{7}\?$/u),
  vat('EE', /^10\d{6}\?$/u),
  // Numbers of Monaco begin with 000 and have no check digit: one wrong digit must not lead there.
  vat('FR', /^[A-H]{2}[1-9]{2}\d{6}\?$/u),
  vat('HR', /^\d{10}\?$/u),
  vat('HU', /^\d{7}\?$/u),
  vat('IT', /^\d{7}100\?$/u),
  { ...vat('SE', /^\d{9}\?01$/u), covered: 12 },
];

/** Every way to fill the hole that the format takes. */
function filled({ test, fillings }: Numbered, holed: string): string[] {
  const hole = /\?+/u.exec(holed)?.[0] ?? '';
  const every = fillings ?? Array.from({ length: 10 ** hole.length }, (_, n) => String(n).padStart(hole.length, '0'));
  return every.map((filling) => holed.replace(hole, filling)).filter((number) => test(number));
}

const replaced = (number: string, at: number, character: string) =>
  number.slice(0, at) + character + number.slice(at + 1);

describe.each(numbers)('check digits: $name', (numbered) => {
  it('exactly one filling is right', () => {
    fc.assert(
      fc.property(numbered.holed, (holed) => {
        expect(filled(numbered, holed)).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });

  it('one wrong digit is always found', () => {
    fc.assert(
      fc.property(numbered.holed, fc.nat(), fc.integer({ min: 1, max: 9 }), (holed, place, shift) => {
        const [number = ''] = filled(numbered, holed);
        const places = [...number.slice(0, numbered.covered)].flatMap((character, index) =>
          /\d/u.test(character) ? [index] : [],
        );
        const at = places[place % places.length] ?? 0;
        const wrong = replaced(number, at, String((Number(number[at]) + shift) % 10));
        expect(numbered.test(number)).toBe(true);
        expect(numbered.test(wrong), `${number} → ${wrong}`).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it('of two digits side by side that are swapped most are found', () => {
    const found = { all: 0, missed: 0 };
    fc.assert(
      fc.property(numbered.holed, fc.nat(), (holed, place) => {
        const [number = ''] = filled(numbered, holed);
        const places = [...number].flatMap((_, index) => {
          const pair = number.slice(index, index + 2);
          return /^\d\d$/u.test(pair) && pair[0] !== pair[1] ? [index] : [];
        });
        const at = places[place % Math.max(1, places.length)];
        if (at === undefined) return;
        const swapped = replaced(replaced(number, at, number.charAt(at + 1)), at + 1, number.charAt(at));
        found.all += 1;
        if (numbered.test(swapped)) found.missed += 1;
        if (numbered.swaps) expect(numbered.test(swapped), `${number} → ${swapped}`).toBe(false);
      }),
      { numRuns: 200, seed: 7064 },
    );
    // Luhn misses 0 and 9; weights 7, 3, 1 digits that differ by five; Austria gives its last two digits the same weight.
    expect(found.missed / found.all).toBeLessThan(0.3);
  });
});
