import { numberFormat, remember } from './locale.ts';
import { plainText } from './plain.ts';
import { currencyOf, measureOf, symbolOf } from './unit.ts';

const known = new Map<string, readonly string[]>();

/** Numbers whose units differ in languages with many plural forms. */
const examples = [0, 1, 2, 3, 5, 11, 21, 100, 1.5];

/** All that people write for a unit, before or behind the number, the longest first. */
export function affixesOf(unit: string, language: string): readonly string[] {
  return remember(known, `${language} ${unit}`, () => {
    const currency = currencyOf(unit)?.code;
    const written = new Set(currency === undefined ? [unit, symbolOf(unit)] : [currency]);
    for (const options of currency === undefined ? measureForms(unit) : currencyForms(currency)) {
      for (const example of examples) {
        for (const { type, value } of numberFormat(language, options).formatToParts(example)) {
          if (type === 'unit' || type === 'percentSign' || type === 'currency') written.add(plainText(value));
        }
      }
    }
    return [...written].filter((affix) => affix !== '').sort((left, right) => right.length - left.length);
  });
}

function measureForms(unit: string): Intl.NumberFormatOptions[] {
  const measure = measureOf(unit);
  return measure ? (['short', 'long', 'narrow'] as const).map((unitDisplay) => ({ ...measure, unitDisplay })) : [];
}

function currencyForms(currency: string): Intl.NumberFormatOptions[] {
  return (['symbol', 'narrowSymbol', 'name'] as const).map((currencyDisplay) => ({
    style: 'currency',
    currency,
    currencyDisplay,
  }));
}
