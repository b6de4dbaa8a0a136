import { createInstance, type i18n } from 'i18next';
import de from './locales/de.json' with { type: 'json' };

type WithoutPlural<Key extends string> = Key extends `${infer Base}_${'zero' | 'one' | 'other'}` ? Base : Key;

/** Key of a text in `locales/*.json`, plural forms by their common name. */
export type TextKey = WithoutPlural<keyof typeof de>;

type TextParams = Readonly<Record<string, string | number>>;

/** The renderer's texts and formats in one language. */
export interface Texts {
  /** BCP 47, as asked for. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** A text with its parameters put in; `count` chooses the plural. Not escaped: templates do that. */
  (key: TextKey, params?: TextParams): string;
  /** `1. Februar 2026` from an ISO date or instant, in the zone given (default Europe/Berlin). */
  date(iso: string, timeZone?: string): string;
  /** `14:05` from an ISO instant. */
  time(iso: string, timeZone?: string): string;
  /** Short name of the time zone at that instant: `MEZ`. */
  zone(iso: string, timeZone?: string): string;
  number(value: number): string;
  /** `Name, Adresse und Konto` */
  list(values: readonly string[]): string;
  /** `84 kB` */
  bytes(value: number): string;
  /** Name of a language in itself: `Deutsch`. */
  languageName(language: string): string;
}

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur', 'ckb', 'ps', 'sd', 'ug', 'yi']);
const defaultZone = 'Europe/Berlin';

let shared: i18n | undefined;

function instance(): i18n {
  if (shared) return shared;
  shared = createInstance();
  void shared.init({
    resources: { de: { ui: de } },
    fallbackLng: 'de',
    defaultNS: 'ui',
    ns: ['ui'],
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return shared;
}

/** What is not built in is a file of its own, fetched by the pages that need it. */
const others: Readonly<Record<string, () => Promise<{ default: LocaleTexts }>>> = {
  'de-x-leicht': () => import('./locales/de-x-leicht.ts'),
  en: () => import('./locales/en.ts'),
  tr: () => import('./locales/tr.ts'),
  uk: () => import('./locales/uk.ts'),
  ar: () => import('./locales/ar.ts'),
};

type LocaleTexts = Readonly<Record<string, string>>;

/** Languages the renderer's own texts exist in. Others fall back to German. */
export const textLanguages: readonly string[] = ['de', ...Object.keys(others)];

/** Makes a language's texts known. German is known from the start. */
export function addTexts(language: string, texts: LocaleTexts): void {
  instance().addResourceBundle(language, 'ui', texts);
}

/** Loads the texts of a language, if there are any; resolves also when they can't be had (German stands in). */
export async function loadTexts(language: string): Promise<void> {
  const [base = ''] = language.split('-');
  const name = [language, base].find((known) => Object.hasOwn(others, known));
  const load = name === undefined ? undefined : others[name];
  if (name === undefined || !load || instance().hasResourceBundle(name, 'ui')) return;
  try {
    addTexts(name, (await load()).default);
  } catch {
    // Offline: the form itself goes on, with its buttons in German.
  }
}

const made = new Map<string, Texts>();

/**
 * The renderer's texts in a language. Unknown or malformed languages get German, never an error.
 * @param language BCP 47
 */
export function createTexts(language: string): Texts {
  const known = made.get(language);
  if (known) return known;
  const locale = supported(language);
  const translate = instance().getFixedT(locale, 'ui');
  const texts: Texts = Object.assign((key: TextKey, params: TextParams = {}) => translate(key, params), {
    language,
    direction: rightToLeft.has(locale.split('-')[0] ?? '') ? ('rtl' as const) : ('ltr' as const),
    date: (iso: string, timeZone = defaultZone) => format(locale, iso, { dateStyle: 'long', timeZone }),
    time: (iso: string, timeZone = defaultZone) => format(locale, iso, { timeStyle: 'short', timeZone }),
    zone: (iso: string, timeZone = defaultZone) => zoneName(locale, iso, timeZone),
    list: (values: readonly string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(values),
    number: (value: number) => new Intl.NumberFormat(locale).format(value),
    bytes: (value: number) => formatBytes(locale, value),
    languageName,
  });
  // Languages come from addresses and headers too: the store stays small.
  if (made.size < 50) made.set(language, texts);
  return texts;
}

function supported(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'de';
  } catch {
    return 'de';
  }
}

/** A plain date (no time) is a day everywhere: it is read and written in UTC. */
function format(locale: string, iso: string, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const zone = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? { timeZone: 'UTC' } : {};
  return new Intl.DateTimeFormat(locale, { ...options, ...zone, calendar: 'gregory' }).format(date);
}

function zoneName(locale: string, iso: string, timeZone: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return timeZone;
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' }).formatToParts(date);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}

function formatBytes(locale: string, value: number): string {
  const [unit, size] =
    value < 1000 ? ['byte', value] : value < 1e6 ? ['kilobyte', value / 1000] : ['megabyte', value / 1e6];
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: String(unit),
    maximumFractionDigits: unit === 'megabyte' ? 1 : 0,
  }).format(Number(size));
}

function languageName(language: string): string {
  if (/-x-leicht$/i.test(language)) return 'Leichte Sprache';
  try {
    const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
    return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
  } catch {
    return language;
  }
}
