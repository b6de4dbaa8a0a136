/*
 * How a language writes things is learnt from `Intl`: nothing here is data about languages.
 */

const locales = new Map<string, string>();

/**
 * The tag given to `Intl`. English is written as in Great Britain: forms of German cities mean day before month in
 * every language. A language that `Intl` does not know is written as German.
 */
export function localeOf(language: string): string {
  return remember(locales, language, () => {
    const wanted = language === 'en' ? 'en-GB' : language;
    try {
      return Intl.NumberFormat.supportedLocalesOf([wanted])[0] ?? 'de';
    } catch {
      // Not a language tag at all.
      return 'de';
    }
  });
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();

/** A format of the Gregorian calendar, whatever calendar the language would take, for dates in UTC. */
export function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = localeOf(language);
  return remember(
    dateFormats,
    `${locale} ${JSON.stringify(options)}`,
    () => new Intl.DateTimeFormat(locale, { ...options, calendar: 'gregory', timeZone: 'UTC' }),
  );
}

/** @throws RangeError for options that `Intl` does not know, as a currency that is no code */
export function numberFormat(language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const locale = localeOf(language);
  return remember(numberFormats, `${locale} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(locale, options));
}

/** What is learnt of a language is costly to learn and little. */
export function remember<T>(known: Map<string, T>, key: string, make: () => T): T {
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found;
}
