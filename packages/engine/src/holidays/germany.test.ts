import { describe, expect, it } from 'vitest';
import { germanHolidays, germanRegions } from './germany.ts';

/** Easter Sundays from the table of the Physikalisch-Technische Bundesanstalt. */
const easter = {
  1995: '04-16',
  2000: '04-23',
  2008: '03-23',
  2011: '04-24',
  2024: '03-31',
  2025: '04-20',
  2026: '04-05',
  2038: '04-25',
  2076: '04-19',
  2079: '04-23',
};

describe('German holidays', () => {
  it.each(Object.entries(easter))('place Easter of %s on %s', (year, day) => {
    // Brandenburg is the Land where Easter Sunday itself is a holiday.
    expect(germanHolidays('DE-BB', Number(year))).toContain(`${year}-${day}`);
  });

  it('are complete for Bavaria in 2026', () => {
    expect(germanHolidays('DE-BY', 2026)).toEqual([
      '2026-01-01',
      '2026-01-06',
      '2026-04-03',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-25',
      '2026-06-04',
      '2026-10-03',
      '2026-11-01',
      '2026-12-25',
      '2026-12-26',
    ]);
  });

  it('are complete for Berlin in 2025 and 2026', () => {
    expect(germanHolidays('DE-BE', 2025)).toEqual([
      '2025-01-01',
      '2025-03-08',
      '2025-04-18',
      '2025-04-21',
      '2025-05-01',
      '2025-05-08',
      '2025-05-29',
      '2025-06-09',
      '2025-10-03',
      '2025-12-25',
      '2025-12-26',
    ]);
    expect(germanHolidays('DE-BE', 2026)).toHaveLength(10);
  });

  it.each([
    [2024, '2024-11-20'],
    [2025, '2025-11-19'],
    [2026, '2026-11-18'],
    [2028, '2028-11-22'],
    [2022, '2022-11-16'],
  ])('place Buß- und Bettag of %i on %s', (year, day) => {
    expect(germanHolidays('DE-SN', year)).toContain(day);
  });

  it('number as many as the laws of 2026 have', () => {
    const counts = Object.fromEntries(
      germanRegions.map((region) => [region.slice(3), germanHolidays(region, 2026)?.length]),
    );
    expect(counts).toEqual({
      '': 9,
      BB: 12,
      BE: 10,
      BW: 12,
      BY: 12,
      HB: 10,
      HE: 10,
      HH: 10,
      MV: 11,
      NI: 10,
      NW: 11,
      RP: 11,
      SH: 10,
      SL: 12,
      SN: 11,
      ST: 11,
      TH: 11,
      'BY-HIMMELFAHRT': 13,
      'BY-AUGSBURG': 14,
      'SN-FRONLEICHNAM': 12,
      'TH-FRONLEICHNAM': 12,
    });
  });

  it('are not guessed for what is not known', () => {
    for (const [region, year] of [
      ['AT', 2026],
      ['', 2026],
      ['DE-XX', 2026],
      ['DE', 1994],
      ['DE', 2100],
      ['DE', Number.NaN],
    ] as const) {
      expect(germanHolidays(region, year)).toBeUndefined();
    }
  });
});
