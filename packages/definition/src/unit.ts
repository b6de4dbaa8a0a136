/** What a `unit` is: a currency in its major or minor unit, a UCUM code, or plain text (which is translated). */
export type UnitKind = 'currency' | 'minor-currency' | 'ucum' | 'text';

/** The UCUM codes that forms use; every other one is shown as plain text. Source: ucum.org. */
const ucum = new Set(
  '% mm cm dm m km mm2 cm2 m2 km2 har ar l L ml mL cm3 m3 mg g kg t s min h d wk mo a Cel K W kW MW kWh MWh J kJ MJ V kV A Hz kHz m/s km/h l/min m3/h mg/m3 g/l dB Pa kPa bar'.split(
    ' ',
  ),
);

/** Tells what a unit is. ISO 4217 codes are three capitals; `-cent` makes whole minor units of them. */
export function unitKind(unit: string): UnitKind {
  if (/^[A-Z]{3}$/.test(unit)) return 'currency';
  if (/^[A-Z]{3}-cent$/.test(unit)) return 'minor-currency';
  return ucum.has(unit) ? 'ucum' : 'text';
}
