const shape = /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/u;

/**
 * A business identifier code of 8 or 11 characters: `COBADEFFXXX`. Small letters count as capitals.
 * Source: ISO 9362:2022.
 */
export function isBic(text: string): boolean {
  return shape.test(text.toUpperCase());
}
