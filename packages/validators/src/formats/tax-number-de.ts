/** As tax offices write it: two or three digits, three, five; in Nordrhein-Westfalen three, four, four. */
const local = /^(?:\d{2,3}[/ ]?\d{3}[/ ]?\d{5}|\d{3}[/ ]?\d{4}[/ ]?\d{4})$/u;
/** As ELSTER writes it for all of Germany: office (beginning with the number of the state), 0, eight digits. */
const federal = /^(?:1[01]|2[1-46-8]|3[0-2]|4[01])\d{2}0\d{8}$|^[59]\d{3}0\d{8}$/u;

/**
 * A German tax number (Steuernummer) as it stands on an assessment: `181/815/08155` in any state's grouping, or the 13
 * digits of ELSTER. The states use check digits of their own and the local notation does not say which state it is
 * from, so they are not checked.
 * Source: ELSTER, "Prüfung der Steuer- und Steueridentifikationsnummer", chapter on notations by state.
 */
export function isTaxNumberDe(text: string): boolean {
  return local.test(text) || federal.test(text.replace(/ /gu, ''));
}
