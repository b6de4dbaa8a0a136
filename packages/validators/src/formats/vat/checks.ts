import { isLuhn } from '../check-digits/luhn.ts';
import { checkDigit11And10 } from '../check-digits/mod-11-10.ts';
import { remainder97 } from '../check-digits/mod-97.ts';
import { weighted } from './weighted.ts';

/**
 * Country → whether the check characters of a VAT number (without its country, in the country's shape) are right.
 * Countries that are not here publish none. What each computes is public with the states' tax authorities; collected in
 * "VIES VAT number validation algorithms" of the European Commission's DG TAXUD.
 */
export const vatChecks: Readonly<Record<string, (number: string) => boolean>> = {
  AT: (number) => (100 - 4 - crossSums(number.slice(1, 8))) % 10 === Number(number[8]),
  BE: (number) => 97 - (Number(number.slice(0, 8)) % 97) === Number(number.slice(8)),
  BG: (number) => (number.length === 9 ? bulgarianCompany(number) : bulgarianPerson(number)),
  CY: cypriot,
  CZ: czech,
  DE: (number) => checkDigit11And10(number.slice(0, 8)) === Number(number[8]),
  DK: (number) => weighted(number, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
  EE: (number) => weighted(number, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0,
  EL: (number) => (weighted(number, [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === Number(number[8]),
  ES: spanish,
  FI: (number) => weighted(number, [7, 9, 10, 5, 8, 4, 2, 1]) % 11 === 0,
  FR: french,
  HR: (number) => checkDigit11And10(number.slice(0, 10)) === Number(number[10]),
  HU: (number) => weighted(number, [9, 7, 3, 1, 9, 7, 3, 1]) % 10 === 0,
  IE: irish,
  IT: isLuhn,
  LT: lithuanian,
  LU: (number) => Number(number.slice(0, 6)) % 89 === Number(number.slice(6)),
  LV: latvian,
  MT: (number) => weighted(number, [3, 4, 6, 7, 8, 9, 10, 1]) % 37 === 0,
  NL: (number) => weighted(number, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0 || remainder97(`NL${number}`) === 1,
  PL: (number) => weighted(number, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === Number(number[9]),
  PT: (number) => ((11 - (weighted(number, [9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11) % 10 === Number(number[8]),
  RO: (number) => {
    const padded = number.padStart(10, '0');
    return ((10 * weighted(padded, [7, 5, 3, 2, 1, 7, 5, 3, 2])) % 11) % 10 === Number(padded[9]);
  },
  SE: (number) => isLuhn(number.slice(0, 10)),
  SI: (number) => {
    const check = 11 - (weighted(number, [8, 7, 6, 5, 4, 3, 2]) % 11);
    return check < 11 && check % 10 === Number(number[7]);
  },
  SK: (number) => Number(number) % 11 === 0,
  XI: northernIrish,
};

/** Every second digit doubled, digit sums added. */
function crossSums(digits: string): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const product = Number(digits.charAt(index)) * (index % 2 === 0 ? 1 : 2);
    sum += Math.floor(product / 10) + (product % 10);
  }
  return sum;
}

function bulgarianCompany(number: string): boolean {
  const first = weighted(number, [1, 2, 3, 4, 5, 6, 7, 8]) % 11;
  const check = first === 10 ? (weighted(number, [3, 4, 5, 6, 7, 8, 9, 10]) % 11) % 10 : first;
  return check === Number(number[8]);
}

/** Natural persons, foreigners, others. */
function bulgarianPerson(number: string): boolean {
  const last = Number(number[9]);
  return (
    (weighted(number, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10 === last ||
    weighted(number, [21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10 === last ||
    (11 - (weighted(number, [4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === last
  );
}

function cypriot(number: string): boolean {
  const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
  let sum = 0;
  for (let index = 0; index < 8; index += 1) {
    const digit = Number(number.charAt(index));
    sum += index % 2 === 0 ? (odd[digit] ?? 0) : digit;
  }
  return String.fromCharCode(65 + (sum % 26)) === number[8];
}

/** Companies have eight digits, persons nine (born before 1954, without check digit) or ten. */
function czech(number: string): boolean {
  if (number.length === 8) {
    const rest = 11 - (weighted(number, [8, 7, 6, 5, 4, 3, 2]) % 11);
    return (rest === 10 ? 0 : rest === 11 ? 1 : rest) === Number(number[7]);
  }
  return (
    number.length === 9 || Number(number) % 11 === 0 || (Number(number.slice(0, 9)) % 11 === 10 && number[9] === '0')
  );
}

/** Persons (DNI, NIE and numbers with K, L, M) have a letter by 23, companies (CIF) a digit or a letter by Luhn. */
function spanish(number: string): boolean {
  const first = number.charAt(0);
  if (/[\dKLMXYZ]/u.test(first)) {
    const digits = number
      .slice(0, 8)
      .replace(/^[KLM]/u, '')
      .replace(/^[XYZ]/u, (letter) => String('XYZ'.indexOf(letter)));
    return 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(digits) % 23] === number[8];
  }
  const digits = number.slice(1, 8);
  const check = [...'0123456789'].findIndex((digit) => isLuhn(digits + digit));
  const last = number.charAt(8);
  if (/[ABEH]/u.test(first)) return last === String(check);
  if (/[NPQRSW]/u.test(first)) return last === 'JABCDEFGHI'[check];
  return last === String(check) || last === 'JABCDEFGHI'[check];
}

/** Two characters of key, nine digits (SIREN; Monaco's begin with 000 and follow no formula). */
function french(number: string): boolean {
  const siren = number.slice(2);
  if (!siren.startsWith('000') && !isLuhn(siren)) return false;
  const key = number.slice(0, 2);
  return !/^\d{2}$/u.test(key) || Number(`${siren}12`) % 97 === Number(key);
}

/** Seven digits and a letter, or the older notation with a character at the second place; a second letter counts too. */
function irish(number: string): boolean {
  const old = /^(\d)[A-Z+*](\d{5})([A-W])$/u.exec(number);
  const digits = old ? `0${old[2]}${old[1]}` : number.slice(0, 7);
  const second = old ? '' : number.charAt(8);
  const letters = 'WABCDEFGHIJKLMNOPQRSTUV';
  const sum = weighted(digits, [8, 7, 6, 5, 4, 3, 2]) + 9 * Math.max(0, letters.indexOf(second || 'W'));
  return letters[sum % 23] === (old ? old[3] : number[7]);
}

function lithuanian(number: string): boolean {
  const last = number.length - 1;
  const sum = (offset: number) => {
    let total = 0;
    for (let index = 0; index < last; index += 1) total += (1 + ((index + offset) % 9)) * Number(number.charAt(index));
    return total % 11;
  };
  const first = sum(0);
  return (first === 10 ? sum(2) % 10 : first) === Number(number.charAt(last));
}

/** Companies begin with 4 or more; persons with their day of birth, or with 32 and no check digit since 2017. */
function latvian(number: string): boolean {
  if (number.charAt(0) > '3') return weighted(number, [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) % 11 === 3;
  if (number.startsWith('32')) return true;
  return ((1 + weighted(number, [10, 5, 8, 4, 2, 1, 6, 3, 7, 9])) % 11) % 10 === Number(number[10]);
}

/** As in Great Britain, by 97 (newer numbers leave 42 or 55); government departments and health authorities have none. */
function northernIrish(number: string): boolean {
  if (/^(?:GD|HA)/u.test(number)) return true;
  const rest = (weighted(number, [8, 7, 6, 5, 4, 3, 2]) + Number(number.slice(7, 9))) % 97;
  return rest === 0 || (number >= '1' && (rest === 42 || rest === 55));
}
