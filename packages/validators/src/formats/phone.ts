const shape = /^\+?[\d(][\d ()/.-]*$/u;

/**
 * A telephone number as people write it: digits, a leading `+`, and blanks, brackets, slashes, dots and hyphens
 * between them: `+49 89 233-00`, `(089) 23300`, `110`. It is not looked up whether the number exists.
 * Source: ITU-T E.164 (15 digits at most), E.123 and DIN 5008 (notation).
 */
export function isPhone(text: string): boolean {
  if (!shape.test(text)) return false;
  const digits = text.replace(/\D/gu, '').length;
  return digits >= 3 && digits <= 15;
}
