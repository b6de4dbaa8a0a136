/** How a language writes numbers and dates, learnt from `Intl`. */
export interface Conventions {
  /** Tag given to `Intl`. */
  readonly locale: string;
  readonly decimal: string;
  readonly group: string;
  /** Order of the parts of a date. */
  readonly order: readonly ('day' | 'month' | 'year')[];
}

const known = new Map<string, Conventions>();

/**
 * English is written as in Great Britain: forms of German cities mean day before month in every language. A language
 * that `Intl` does not know is written as German.
 */
export function conventionsOf(language: string): Conventions {
  const cached = known.get(language);
  if (cached) return cached;
  const locale = localeOf(language);
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(-1234567.5);
  const part = (type: string, otherwise: string) => parts.find((one) => one.type === type)?.value ?? otherwise;
  const order = new Intl.DateTimeFormat(locale, { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: 'UTC' })
    .formatToParts(0)
    .map(({ type }) => type)
    .filter((type) => type === 'day' || type === 'month' || type === 'year');
  const conventions: Conventions = { locale, decimal: part('decimal', ','), group: part('group', '.'), order };
  known.set(language, conventions);
  return conventions;
}

function localeOf(language: string): string {
  const wanted = language === 'en' ? 'en-GB' : language;
  try {
    return Intl.NumberFormat.supportedLocalesOf([wanted])[0] ?? 'de';
  } catch {
    // Not a language tag at all.
    return 'de';
  }
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();

export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return remember(dateFormats, locale, options, () => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }));
}

export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return remember(numberFormats, locale, options, () => new Intl.NumberFormat(locale, options));
}

/** Formats are costly to make and few. */
function remember<T>(formats: Map<string, T>, locale: string, options: object, make: () => T): T {
  const key = `${locale} ${JSON.stringify(options)}`;
  const format = formats.get(key) ?? make();
  formats.set(key, format);
  return format;
}
