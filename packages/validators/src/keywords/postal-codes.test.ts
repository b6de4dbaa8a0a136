import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLinear } from '../check/pattern-time.ts';
import { isPostalCodeDe } from '../formats/postal-code-de.ts';
import { postalCodePattern, postalCodes } from './postal-codes.ts';

describe('postal codes', () => {
  it.each([...postalCodes])('%s takes its example, and nothing around it', (country, { example }) => {
    const pattern = postalCodePattern(country);
    expect(pattern?.test(example)).toBe(true);
    expect(pattern?.test(example.toLowerCase())).toBe(true);
    expect(pattern?.test(`x${example}`)).toBe(false);
    expect(pattern?.test(`${example}\n`)).toBe(false);
    expect(pattern?.test('')).toBe(false);
  });

  it('cover the European Union and its neighbours', () => {
    const countries =
      'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK CH LI NO IS GB UA TR RS BA ME MK AL XK';
    for (const country of countries.split(' ')) expect(postalCodes.has(country), country).toBe(true);
  });

  it.each([
    ['GB', 'SW1A 1AA', true],
    ['GB', 'M1 1AE', true],
    ['GB', '12345', false],
    ['NL', '0123 AB', false],
    ['PL', '00950', false],
    ['CH', '80331', false],
    ['LI', '9484', false],
    ['US', '95014-1234', true],
    ['IE', 'D02 X285', true],
    ['LV', '1073', false],
  ])('%s %s: %s', (country, text, valid) => {
    expect(postalCodePattern(country)?.test(text)).toBe(valid);
  });

  it('of Germany are those of the format', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{4,6}$/u), (text) => {
        expect(postalCodePattern('DE')?.test(text)).toBe(isPostalCodeDe(text));
      }),
    );
  });

  it('have patterns that no text can keep busy', async () => {
    for (const [country] of postalCodes)
      expect(await isLinear(postalCodePattern(country)?.source ?? ''), country).toBe('safe');
  });
});
