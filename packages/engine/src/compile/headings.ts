import { ownWords } from '../entry/words.ts';
import type { Headings } from '../program.ts';

const headings: Readonly<Record<string, Headings>> = {
  de: { summary: 'Angaben prüfen und absenden', tasks: 'Übersicht', rest: 'Weitere Angaben' },
  en: { summary: 'Check your answers and send', tasks: 'Overview', rest: 'Further details' },
  tr: { summary: 'Bilgileri kontrol edin ve gönderin', tasks: 'Genel bakış', rest: 'Diğer bilgiler' },
  uk: { summary: 'Перевірте дані й надішліть', tasks: 'Огляд', rest: 'Інші дані' },
  ar: { summary: 'مراجعة البيانات وإرسالها', tasks: 'نظرة عامة', rest: 'بيانات أخرى' },
};

/** The few headings that a form need not write, in its languages. */
export function headingsIn(languages: readonly string[]): Record<string, Headings> {
  return Object.fromEntries(languages.map((language) => [language, ownWords(headings, language)]));
}
