/** What the terminal itself says; everything else comes from the form. */
export interface Words {
  readonly page: (current: number, total: number) => string;
  readonly optional: string;
  readonly keep: string;
  readonly chooseOne: string;
  readonly chooseSeveral: string;
  readonly chooseOrSearch: string;
  readonly yesNo: string;
  readonly tick: string;
  readonly file: string;
  readonly noFile: string;
  readonly noOption: string;
  readonly nothingFound: string;
  readonly problems: string;
  readonly again: string;
  readonly entry: string;
  readonly empty: string;
  readonly another: string;
  readonly list: { readonly edit: string; readonly add: string; readonly remove: string; readonly on: string };
  readonly more: string;
  readonly unanswered: string;
  readonly summary: { readonly change: string; readonly send: string };
  readonly tasks: string;
  readonly states: Readonly<Record<'open' | 'started' | 'complete' | 'blocked', string>>;
  readonly exit: string;
  readonly login: string;
  readonly loginLeftOut: string;
  readonly pay: (amount: string) => string;
  readonly paid: string;
  readonly received: (reference: string) => string;
  readonly failed: (code: string) => string;
  readonly notNow: string;
  readonly noHelp: string;
  readonly saved: (file: string) => string;
  readonly notSaved: string;
  readonly resumed: (file: string) => string;
  readonly lost: string;
  readonly wrote: (file: string) => string;
  readonly commands: string;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

const de: Words = {
  page: (current, total) => `Seite ${current} von ${total}`,
  optional: 'freiwillig',
  keep: 'Eingabetaste: bleibt',
  chooseOne: 'Nummer',
  chooseSeveral: 'Nummern, mit Komma',
  chooseOrSearch: 'Nummer, oder ein Teil des Wortes',
  yesNo: 'j/n',
  tick: 'ankreuzen? j/n',
  file: 'Pfad der Datei',
  noFile: 'Diese Datei lässt sich nicht lesen.',
  noOption: 'Diese Nummer gibt es hier nicht.',
  nothingFound: 'Nichts passt dazu.',
  problems: 'Bitte prüfen Sie:',
  again: 'Eingabetaste: noch einmal',
  entry: 'Eintrag',
  empty: 'Noch kein Eintrag.',
  another: 'Noch ein Eintrag? j/n, oder Nummer zum Ändern, e und Nummer zum Entfernen',
  list: {
    edit: 'Nummer: ändern',
    add: 'n: neuer Eintrag',
    remove: 'e und Nummer: entfernen',
    on: 'Eingabetaste: weiter',
  },
  more: 'Noch eine Angabe (Eingabetaste: keine)',
  unanswered: 'nicht angegeben',
  summary: { change: 'Nummer: ändern', send: 'Eingabetaste: absenden' },
  tasks: 'Nummer, oder Eingabetaste für das Nächste',
  states: { open: 'nicht begonnen', started: 'begonnen', complete: 'fertig', blocked: 'noch nicht möglich' },
  exit: 'Eingabetaste: beenden',
  login: 'Anmelden? j/n',
  loginLeftOut: 'Eine Anmeldung ist hier nicht möglich; es geht ohne weiter.',
  pay: (amount) => `Zu zahlen: ${amount}. Jetzt zahlen? j/n`,
  paid: 'Bezahlt.',
  received: (reference) => `Eingegangen. Vorgangsnummer: ${reference}`,
  failed: (code) => `Das Absenden ist gescheitert (${code}).`,
  notNow: 'Das geht hier nicht.',
  noHelp: 'Dazu gibt es keine Hilfe.',
  saved: (file) => `Gespeichert: ${file}`,
  notSaved: 'Ohne --draft <Datei> wird nichts gespeichert.',
  resumed: (file) => `Es geht weiter, wo Sie aufgehört haben (${file}).`,
  lost: 'Das Formular hat sich geändert. Das ist entfallen:',
  wrote: (file) => `Geschrieben: ${file}`,
  commands: ':zurück :seiten :gehe <Nr> :leeren :hilfe :sprache <de|en> :speichern :ende',
  yes: ['j', 'ja', 'y', 'yes'],
  no: ['n', 'nein', 'no'],
};

const en: Words = {
  page: (current, total) => `Page ${current} of ${total}`,
  optional: 'optional',
  keep: 'Enter: keep',
  chooseOne: 'Number',
  chooseSeveral: 'Numbers, with commas',
  chooseOrSearch: 'Number, or a part of the word',
  yesNo: 'y/n',
  tick: 'tick? y/n',
  file: 'path of the file',
  noFile: 'This file cannot be read.',
  noOption: 'There is no such number here.',
  nothingFound: 'Nothing fits.',
  problems: 'Please check:',
  again: 'Enter: once more',
  entry: 'Entry',
  empty: 'No entry yet.',
  another: 'Another entry? y/n, or a number to change, r and a number to remove',
  list: { edit: 'number: change', add: 'a: add an entry', remove: 'r and number: remove', on: 'Enter: go on' },
  more: 'One more (Enter: none)',
  unanswered: 'not given',
  summary: { change: 'number: change', send: 'Enter: send' },
  tasks: 'Number, or Enter for the next',
  states: { open: 'not started', started: 'in progress', complete: 'complete', blocked: 'cannot start yet' },
  exit: 'Enter: end',
  login: 'Log in? y/n',
  loginLeftOut: 'There is no login here; it goes on without.',
  pay: (amount) => `To pay: ${amount}. Pay now? y/n`,
  paid: 'Paid.',
  received: (reference) => `Received. Reference: ${reference}`,
  failed: (code) => `Sending failed (${code}).`,
  notNow: 'This is not possible here.',
  noHelp: 'There is no help for this.',
  saved: (file) => `Saved: ${file}`,
  notSaved: 'Nothing is saved without --draft <file>.',
  resumed: (file) => `It goes on where you left off (${file}).`,
  lost: 'The form has changed. This is gone:',
  wrote: (file) => `Written: ${file}`,
  commands: ':back :pages :go <no> :clear :help :language <de|en> :save :quit',
  yes: ['y', 'yes', 'j', 'ja'],
  no: ['n', 'no', 'nein'],
};

/** The words of a language; German where there are none. */
export function wordsOf(language: string): Words {
  return language.startsWith('en') ? en : de;
}
