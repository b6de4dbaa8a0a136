import de from './locales/de.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };

/** Texts of the receipt; `{{name}}` stands for a value. */
export type ReceiptTexts = Readonly<Record<keyof typeof de, string>>;

const locales: Readonly<Record<string, { readonly texts: ReceiptTexts; readonly dates: string }>> = {
  de: { texts: de, dates: 'de-DE' },
  en: { texts: en, dates: 'en-GB' },
};

/** The texts for a language, its variants (`de-x-leicht`) included; English for languages that have none. */
export function textsFor(language: string): { readonly texts: ReceiptTexts; readonly dates: string } {
  const base = language.split('-')[0] ?? '';
  return (Object.hasOwn(locales, base) ? locales[base] : undefined) ?? { texts: en, dates: 'en-GB' };
}

/** Puts values into a text. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole));
}
