/*
 * The few words that are no form's own: what a yes/no answer reads as, and the title of a summary that the form did not
 * write. `Intl` does not know them. A language without its own takes English.
 */

interface Words {
  readonly yes: string;
  readonly no: string;
  readonly summary: string;
  /** Heading of what is filed and stands on no page. */
  readonly rest: string;
}

const words: Readonly<Record<string, Words>> = {
  de: { yes: 'Ja', no: 'Nein', summary: 'Angaben prüfen und absenden', rest: 'Weitere Angaben' },
  en: { yes: 'Yes', no: 'No', summary: 'Check your answers and send', rest: 'Further details' },
};

export function wordsOf(language: string): Words {
  const [base = ''] = language.split('-');
  return words[base] ?? (words.en as Words);
}
