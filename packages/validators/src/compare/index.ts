// Two versions of a form, for authors, CI and sign-off
export { type ChangeCode, type ChangeLevel, changeSentence, changeTable, type FormChange } from './change.ts';
export { compareForms } from './compare-forms.ts';
export { levelOf, nextVersion } from './version.ts';
