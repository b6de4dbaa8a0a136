/** Words of a specification, in German for German forms and in English for all others. */
export interface Words {
  readonly form: string;
  readonly version: string;
  readonly language: string;
  readonly translations: string;
  readonly about: Readonly<Record<string, string>>;
  readonly types: Readonly<Record<string, string>>;
  readonly required: string;
  readonly requiredWhen: string;
  readonly optional: string;
  readonly onlyWhen: string;
  readonly perEntry: string;
  readonly exit: string;
  readonly computed: string;
  readonly internal: string;
  readonly prefilled: string;
  readonly hint: string;
  readonly help: string;
  readonly options: string;
  readonly more: string;
  readonly check: string;
  readonly checks: string;
  readonly between: string;
  readonly atLeast: string;
  readonly atMost: string;
  readonly characters: string;
  readonly words: string;
  readonly entries: string;
  readonly services: string;
  readonly amount: string;
  readonly retention: string;
  readonly draftDays: string;
  readonly deliveredDays: string;
  readonly defines: string;
  readonly open: string;
  readonly cases: string;
  readonly route: string;
  readonly problems: string;
  readonly signature: string;
  readonly noFields: string;
}

const de: Words = {
  form: 'Formular',
  version: 'Fassung',
  language: 'Sprache',
  translations: 'Übersetzungen',
  about: {
    leika: 'LeiKa-Schlüssel',
    xdf: 'XDatenfelder',
    legalBasis: 'Rechtsgrundlage',
    authority: 'Behörde',
    contact: 'Kontakt',
    service: 'Leistung',
    key: 'Schlüssel des Empfängers',
  },
  types: {
    string: 'Text',
    integer: 'ganze Zahl',
    number: 'Zahl',
    boolean: 'Ja oder Nein',
    array: 'mehrere Werte',
    object: 'Datei',
    choice: 'Auswahl',
    choices: 'Mehrfachauswahl',
    date: 'Datum',
    list: 'Liste',
    text: 'Text auf der Seite',
  },
  required: 'Pflichtangabe',
  requiredWhen: 'Pflichtangabe, wenn',
  optional: 'freiwillig',
  onlyWhen: 'Nur wenn',
  perEntry: 'Einmal je Eintrag von',
  exit: 'Hier endet das Formular, ohne dass etwas gesendet wird.',
  computed: 'Berechnet',
  internal: 'Wird nicht angezeigt und nicht gesendet.',
  prefilled: 'Vorbelegt aus',
  hint: 'Hinweis',
  help: 'Hilfe',
  options: 'Möglich',
  more: 'und {count} weitere',
  check: 'Prüfung',
  checks: 'Prüfungen des Formulars',
  between: '{from} bis {to}',
  atLeast: 'mindestens {value}',
  atMost: 'höchstens {value}',
  characters: 'Zeichen',
  words: 'Wörter',
  entries: 'Einträge',
  services: 'Dienste',
  amount: 'Betrag',
  retention: 'Aufbewahrung',
  draftDays: 'Entwürfe: {days} Tage nach der letzten Änderung',
  deliveredDays: 'Gesendetes: {days} Tage nach der Zustellung',
  defines: 'Benannte Ausdrücke',
  open: 'Offene Punkte',
  cases: 'Beispiele, die geprüft werden',
  route: 'Weg',
  problems: 'Meldungen',
  signature: 'Freigabe',
  noFields: 'Diese Seite fragt nichts ab.',
};

const en: Words = {
  form: 'Form',
  version: 'Version',
  language: 'Language',
  translations: 'Translations',
  about: {
    leika: 'LeiKa key',
    xdf: 'XDatenfelder',
    legalBasis: 'Legal basis',
    authority: 'Authority',
    contact: 'Contact',
    service: 'Service',
    key: "Receiver's key",
  },
  types: {
    string: 'text',
    integer: 'whole number',
    number: 'number',
    boolean: 'yes or no',
    array: 'several values',
    object: 'file',
    choice: 'one of',
    choices: 'several of',
    date: 'date',
    list: 'list',
    text: 'text on the page',
  },
  required: 'required',
  requiredWhen: 'required when',
  optional: 'optional',
  onlyWhen: 'Only when',
  perEntry: 'Once per entry of',
  exit: 'The form ends here and nothing is sent.',
  computed: 'Computed',
  internal: 'Neither shown nor sent.',
  prefilled: 'Filled from',
  hint: 'Hint',
  help: 'Help',
  options: 'Possible',
  more: 'and {count} more',
  check: 'Check',
  checks: 'Checks of the form',
  between: '{from} to {to}',
  atLeast: 'at least {value}',
  atMost: 'at most {value}',
  characters: 'characters',
  words: 'words',
  entries: 'entries',
  services: 'Services',
  amount: 'Amount',
  retention: 'Retention',
  draftDays: 'Drafts: {days} days after the last change',
  deliveredDays: 'Submissions: {days} days after delivery',
  defines: 'Named expressions',
  open: 'Still open',
  cases: 'Examples that are tested',
  route: 'Route',
  problems: 'Problems',
  signature: 'Approval',
  noFields: 'This page asks nothing.',
};

export function wordsFor(language: string): Words {
  return language.startsWith('de') ? de : en;
}

/** Puts values into a sentence. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
