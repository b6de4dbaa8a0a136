const shape = /^(\d{4})-(\d{2})-(\d{2})$/u;

/**
 * A day of the Gregorian calendar that exists: `2026-02-01`. What is incomplete (`-2-1`) is none.
 * Source: RFC 3339, full-date.
 */
export function isDate(text: string): boolean {
  const parts = shape.exec(text);
  if (parts === null) return false;
  const year = Number(parts[1]);
  const month = Number(parts[2]);
  const day = Number(parts[3]);
  return year >= 1 && day >= 1 && day <= daysOf(year, month);
}

/** Days of a month (1 to 12); 0 for a month that does not exist. */
function daysOf(year: number, month: number): number {
  if (month < 1 || month > 12) return 0;
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
