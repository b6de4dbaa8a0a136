/*
 * The few words that are no form's own: what a yes/no answer reads as, and the titles of a summary and a task list that
 * the form did not write. `Intl` does not know them. A language without its own takes English.
 */

interface Words {
  readonly yes: string;
  readonly no: string;
  readonly summary: string;
  readonly tasks: string;
  /** Heading of what is filed and stands on no page. */
  readonly rest: string;
}

const words: Readonly<Record<string, Words>> = {
  de: { yes: 'Ja', no: 'Nein', summary: 'Angaben prüfen und absenden', tasks: 'Übersicht', rest: 'Weitere Angaben' },
  en: { yes: 'Yes', no: 'No', summary: 'Check your answers and send', tasks: 'Overview', rest: 'Further details' },
  tr: {
    yes: 'Evet',
    no: 'Hayır',
    summary: 'Bilgileri kontrol edin ve gönderin',
    tasks: 'Genel bakış',
    rest: 'Diğer bilgiler',
  },
  uk: { yes: 'Так', no: 'Ні', summary: 'Перевірте дані й надішліть', tasks: 'Огляд', rest: 'Інші дані' },
  ar: { yes: 'نعم', no: 'لا', summary: 'مراجعة البيانات وإرسالها', tasks: 'نظرة عامة', rest: 'بيانات أخرى' },
};

export function wordsOf(language: string): Words {
  const [base = ''] = language.split('-');
  return (Object.hasOwn(words, base) ? words[base] : undefined) ?? (words.en as Words);
}
