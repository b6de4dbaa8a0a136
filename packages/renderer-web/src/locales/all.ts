import { addTexts } from '../texts.ts';
import de from './de.json' with { type: 'json' };
import en from './en.ts';

/** All texts of the renderer by language. */
export const locales: Readonly<Record<string, Readonly<Record<string, string>>>> = { de, en };

/** Servers have every language from the start. */
export function addAllTexts(): void {
  for (const [language, texts] of Object.entries(locales)) addTexts(language, texts);
}
