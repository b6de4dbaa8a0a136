import { createInstance, type TFunction } from 'i18next';
import de from './locales/de.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };

/** Languages of the designer's own interface. */
export const interfaceLanguages = ['de', 'en'] as const;
export type InterfaceLanguage = (typeof interfaceLanguages)[number];

const i18n = createInstance({
  resources: { de: { translation: de }, en: { translation: en } },
  fallbackLng: 'de',
  interpolation: { escapeValue: false },
  initAsync: false,
});
i18n.init();

/** The designer's texts in a language. */
export function textsIn(language: InterfaceLanguage): TFunction {
  return i18n.getFixedT(language);
}
