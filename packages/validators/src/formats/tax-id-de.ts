import { checkDigit11And10 } from './check-digits/mod-11-10.ts';

/**
 * The German tax identification number of a person (steuerliche Identifikationsnummer, IdNr.): eleven digits, blanks
 * between them do not count: `86 095 742 719`. Among the first ten, one digit stands twice or three times (but never
 * three times in a row), all others once at most; the eleventh is the check digit. Numbers with a leading 0 are test
 * numbers.
 * Source: § 139b AO, § 1 StIdV; Bundeszentralamt für Steuern and ELSTER, "Prüfung der Steuer- und
 * Steueridentifikationsnummer"; check digit by ISO 7064 MOD 11,10.
 */
export function isTaxIdDe(text: string): boolean {
  const digits = text.replace(/ /gu, '');
  if (!/^[1-9]\d{10}$/u.test(digits)) return false;
  const head = digits.slice(0, 10);
  return repeatsOneDigit(head) && checkDigit11And10(head) === Number(digits[10]);
}

function repeatsOneDigit(head: string): boolean {
  const counts = new Map<string, number>();
  for (const digit of head) counts.set(digit, (counts.get(digit) ?? 0) + 1);
  const repeated = [...counts.values()].filter((count) => count > 1);
  return repeated.length === 1 && (repeated[0] ?? 0) <= 3 && !/(\d)\1\1/u.test(head);
}
