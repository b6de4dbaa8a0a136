import { addTexts } from '../texts.ts';
import ar from './ar.ts';
import de from './de.json' with { type: 'json' };
import leicht from './de-x-leicht.ts';
import en from './en.ts';
import tr from './tr.ts';
import uk from './uk.ts';

/** All texts of the renderer by language. */
export const locales: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  de,
  'de-x-leicht': leicht,
  en,
  tr,
  uk,
  ar,
};

/** Servers have every language from the start. */
export function addAllTexts(): void {
  for (const [language, texts] of Object.entries(locales)) addTexts(language, texts);
}
