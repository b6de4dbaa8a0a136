// Groups of DIN 91379 beyond Latin, apart from the others: most pages do without. See din91379.ts.

/** Greek letters (gl): 69. */
export const greek = '386 388-38A 38C 38E-3A1 3A3-3CE';
/** Cyrillic letters (cl): 62. */
export const cyrillic = '40D 410-42A 42C 42E-44A 44C 44E-44F 45D';
/** Non-letters E1 (enl): 42. */
export const e1 =
  '192 2B0 2B3 2C6 2DC 2E2 1D48 1D57 2018 201A 201C-201E 2020 2026 2030 2032-2033 2039-203A 2070 2074-2079 207F-2089 2122 ' +
  '221E 2264-2265';
