import { localeOf, remember } from './locale.ts';

/** How digits stand together in a way of writing numbers. */
export interface Separators {
  readonly decimal: string;
  /** Between groups; as typed it may be any space where it is a space, any apostrophe where it is an apostrophe. */
  readonly group: string;
  /** Digits of the last group and of those before it: 3 and 3, in India 3 and 2. */
  readonly sizes: readonly [number, number];
}

const known = new Map<string, readonly Separators[]>();

/**
 * The ways in which numbers are written in a language: as the language does, as it does with European digits, with
 * Arabic marks (which mean one thing everywhere), and amounts of money, which Austria and Switzerland write in their own
 * way.
 */
export function separatorsOf(language: string, currency: string | undefined): readonly Separators[] {
  return remember(known, `${language} ${currency ?? ''}`, () => {
    const ways: Intl.NumberFormatOptions[] = [{}, { numberingSystem: 'latn' }, { numberingSystem: 'arab' }];
    if (currency !== undefined) ways.push({ style: 'currency', currency });
    const found = ways.map((options) => learn(language, options));
    return found.filter(
      (one, index) => found.findIndex(({ decimal, group }) => decimal === one.decimal && group === one.group) === index,
    );
  });
}

function learn(language: string, options: Intl.NumberFormatOptions): Separators {
  const format = new Intl.NumberFormat(localeOf(language), { ...options, minimumFractionDigits: 1 });
  const parts = format.formatToParts(1234567890.5);
  const part = (type: string) => parts.find((one) => one.type === type)?.value;
  const groups = parts.filter(({ type }) => type === 'integer').map(({ value }) => Array.from(value).length);
  return {
    decimal: part('decimal') ?? '.',
    group: part('group') ?? ' ',
    sizes: [groups.at(-1) ?? 3, groups.at(-2) ?? 3],
  };
}
