import { remainder97 } from './check-digits/mod-97.ts';

/** Coarse address (a state or 99 for the federation, district, county, municipality), fine address, check digits. */
const shape = /^((?:0[1-9]|1[0-6]|99)(?:\d|\d{3}|\d{6}|\d{7}|\d{10})?)(?:-([A-Z0-9]{1,30}))?-(\d{2})$/u;

/**
 * The address of an authority for electronic invoices (Leitweg-ID): `04011000-1234512345-06`. Small letters count as
 * capitals.
 * Source: KoSIT, "Formatspezifikation Leitweg-ID", version 2.0.2; check digits by ISO 7064 MOD 97-10.
 */
export function isLeitwegId(text: string): boolean {
  const [, coarse, fine = '', check] = shape.exec(text.toUpperCase()) ?? [];
  return coarse !== undefined && remainder97(`${coarse}${fine}${check}`) === 1;
}
