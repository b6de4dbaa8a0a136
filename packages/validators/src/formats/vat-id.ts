import { vatChecks } from './vat/checks.ts';

/** Country → what follows it. */
const shapes: Readonly<Record<string, RegExp>> = {
  AT: /^U\d{8}$/u,
  BE: /^[01]\d{9}$/u,
  BG: /^\d{9,10}$/u,
  CY: /^(?!12)[0-59]\d{7}[A-Z]$/u,
  CZ: /^(?!9)\d{8}$|^\d{9,10}$/u,
  DE: /^[1-9]\d{8}$/u,
  DK: /^[1-9]\d{7}$/u,
  EE: /^10\d{7}$/u,
  EL: /^\d{9}$/u,
  ES: /^(?:\d{8}[A-Z]|[A-HJ-NP-SU-Z]\d{7}[A-Z0-9])$/u,
  FI: /^\d{8}$/u,
  FR: /^[A-HJ-NP-Z0-9]{2}\d{9}$/u,
  HR: /^\d{11}$/u,
  HU: /^\d{8}$/u,
  IE: /^(?:\d{7}[A-W][A-IW]?|\d[A-Z+*]\d{5}[A-W])$/u,
  IT: /^\d{7}(?:0(?:0[1-9]|[1-9]\d)|100|120|121|888|999)\d$/u,
  LT: /^(?:\d{7}1\d|\d{10}1\d)$/u,
  LU: /^\d{8}$/u,
  LV: /^\d{11}$/u,
  MT: /^[1-9]\d{7}$/u,
  NL: /^\d{9}B(?!00)\d{2}$/u,
  PL: /^\d{10}$/u,
  PT: /^[1-9]\d{8}$/u,
  RO: /^[1-9]\d{1,9}$/u,
  SE: /^\d{10}(?:0[1-9]|[1-8]\d|9[0-4])$/u,
  SI: /^[1-9]\d{7}$/u,
  SK: /^[1-9]\d[2346-9]\d{7}$/u,
  XI: /^(?:\d{9}(?:\d{3})?|GD[0-4]\d{2}|HA[5-9]\d{2})$/u,
  // One-stop shop: the number of a member state by ISO 3166-1, five digits, a check digit by a rule nobody published.
  EU: /^(?:040|056|100|191|196|203|208|233|246|250|276|300|348|372|380|428|440|442|470|528|616|620|642|703|705|724|752)\d{6}$/u,
};

/**
 * A VAT identification number of a member state of the European Union, of Northern Ireland (XI) or of the one-stop shop
 * (EU), with its country: `DE136695976`, `ATU13585627`. Blanks, dots and hyphens do not count, small letters count as
 * capitals. Check digits are tested where their rule is public; whether the number was given to somebody only VIES knows.
 * Source: Directive 2006/112/EC, Art. 215; shapes and check digits: European Commission, VIES.
 */
export function isVatId(text: string): boolean {
  const compact = text.replace(/[ .-]/gu, '').toUpperCase();
  const country = compact.slice(0, 2);
  const number = compact.slice(2);
  if (!Object.hasOwn(shapes, country) || shapes[country]?.test(number) !== true) return false;
  return Object.hasOwn(vatChecks, country) ? vatChecks[country]?.(number) === true : true;
}
