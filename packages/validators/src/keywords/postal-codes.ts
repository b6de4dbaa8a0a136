/** How a country writes its postal codes. */
export interface PostalCode {
  /** Of the whole code, capitals; blanks that may be left out are optional. */
  readonly pattern: string;
  readonly example: string;
}

/** Countries whose codes are plain digits: how many → country and example. */
const digits: Readonly<Record<number, string>> = {
  3: 'FO100 GN001 IS320 LS100 MG501 OM133 PG111',
  4:
    'AF1001 AL1001 AT1010 AU2060 BD1340 BE4000 BG1000 CH2544 CV7600 CY2008 DK8660 ET1000 GE0101 GW1000 HT6120 HU1037 ' +
    'LR1000 LU4750 MK1314 MZ1102 NE8001 NO0025 NZ6001 PH1008 PY1536 SJ9170 TN1002 VE1010 ZA0083',
  5:
    'BA71000 BT11001 CU10700 DO11903 DZ40304 EE69501 EG12411 ES28039 FI00550 GT09001 HN31301 HR10000 ID40115 IQ31001 IT00144 ' +
    'JO11937 KE20100 KR03051 KW54541 LA01160 LK20000 MA53000 MM11181 MN65030 MV20026 MX02860 MY43000 NA10001 NI52000 NP44601 ' +
    'PK44000 SA11564 SD11042 SN12500 TH10150 TR01960 UA15432 UY11600 ZM50100',
  6: 'BY223016 CN266033 CO111221 EC090105 IN110034 KG720001 KZ040900 NG930283 RO060274 RU247112 SG546080 TJ735450 TM744000 UZ702100',
  7: 'CL8340457',
};

/** Countries with another form. */
const others: Readonly<Record<string, readonly [pattern: string, example: string]>> = {
  AD: ['AD[1-7]0\\d', 'AD100'],
  AM: ['\\d{4}', '0010'],
  AR: ['[A-HJ-NP-Z]?\\d{4}(?:[A-Z]{3})?', 'C1070AAM'],
  AX: ['22\\d{3}', '22150'],
  AZ: ['(?:AZ ?)?\\d{4}', 'AZ1000'],
  BB: ['BB\\d{5}', 'BB23026'],
  BH: ['(?:[1-9]|1[0-2])\\d{2}', '317'],
  BM: ['[A-Z]{2} ?[A-Z0-9]{2}', 'FL 07'],
  BN: ['[A-Z]{2} ?\\d{4}', 'BT2328'],
  BR: ['\\d{5}-?\\d{3}', '40301-110'],
  CA: ['[ABCEGHJ-NPRSTVXY]\\d[ABCEGHJ-NPRSTV-Z] ?\\d[ABCEGHJ-NPRSTV-Z]\\d', 'H3Z 2Y7'],
  CR: ['\\d{5}', '10101'],
  CZ: ['\\d{3} ?\\d{2}', '100 00'],
  DE: ['(?:0[1-9]|[1-9]\\d)\\d{3}', '80331'],
  FR: ['\\d{2} ?\\d{3}', '33380'],
  GB: ['(?:[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[ABD-HJLNP-UW-Z]{2}|GIR ?0AA|BFPO ?\\d{1,4})', 'EC1Y 8SY'],
  GG: ['GY\\d{1,2} ?\\d[ABD-HJLNP-UW-Z]{2}', 'GY1 1AA'],
  GI: ['GX11 ?1AA', 'GX11 1AA'],
  GL: ['39\\d{2}', '3900'],
  GR: ['\\d{3} ?\\d{2}', '151 24'],
  IE: ['(?:[AC-FHKNPRTV-Y]\\d{2}|D6W) ?[AC-FHKNPRTV-Y\\d]{4}', 'A65 F4E2'],
  IL: ['\\d{5}(?:\\d{2})?', '9614303'],
  IM: ['IM\\d{1,2} ?\\d[ABD-HJLNP-UW-Z]{2}', 'IM2 1AA'],
  IR: ['\\d{5}-?\\d{5}', '11936-12345'],
  JE: ['JE\\d{1,2} ?\\d[ABD-HJLNP-UW-Z]{2}', 'JE1 1AA'],
  JP: ['\\d{3}-?\\d{4}', '154-0023'],
  KH: ['\\d{5,6}', '120203'],
  LB: ['\\d{4}(?: ?\\d{4})?', '2038 3054'],
  LI: ['94(?:8[5-9]|9[0-8])', '9490'],
  LT: ['(?:LT-)?\\d{5}', '04340'],
  LV: ['LV-\\d{4}', 'LV-1073'],
  MC: ['980\\d{2}', '98000'],
  MD: ['(?:MD-?)?\\d{4}', '2012'],
  ME: ['8\\d{4}', '81257'],
  MT: ['[A-Z]{3} ?\\d{4}', 'VLT 1117'],
  MU: ['[\\dAR]\\d{4}', '42602'],
  NL: ['[1-9]\\d{3} ?[A-Z]{2}', '1234 AB'],
  PE: ['\\d{5}', '15001'],
  PL: ['\\d{2}-\\d{3}', '00-950'],
  PR: ['00[679]\\d{2}(?:-\\d{4})?', '00930'],
  PT: ['[1-9]\\d{3}-\\d{3}', '2725-079'],
  RS: ['\\d{5,6}', '11000'],
  SE: ['\\d{3} ?\\d{2}', '114 55'],
  SI: ['(?:SI-)?[1-9]\\d{3}', '4000'],
  SK: ['\\d{3} ?\\d{2}', '010 01'],
  SM: ['4789\\d', '47890'],
  SO: ['[A-Z]{2} ?\\d{5}', 'JH 09010'],
  SZ: ['[HLMS]\\d{3}', 'H100'],
  TW: ['\\d{3}(?:\\d{2,3})?', '104'],
  TZ: ['\\d{5}', '11101'],
  US: ['\\d{5}(?:-\\d{4})?', '95014'],
  VA: ['00120', '00120'],
  VN: ['\\d{5,6}', '70010'],
  XK: ['[1-7]\\d{4}', '10000'],
};

/**
 * Country (ISO 3166-1 alpha-2, XK for Kosovo) → its postal codes; countries without any are missing. Whether a code is
 * in use is not looked up.
 * Source: Universal Postal Union, Postal addressing systems; examples from Google's address data service.
 */
export const postalCodes: ReadonlyMap<string, PostalCode> = new Map(
  [
    ...Object.entries(digits).flatMap(([length, countries]) =>
      countries.split(' ').map((entry): [string, PostalCode] => {
        return [entry.slice(0, 2), { pattern: `\\d{${length}}`, example: entry.slice(2) }];
      }),
    ),
    ...Object.entries(others).map(([country, [pattern, example]]): [string, PostalCode] => [
      country,
      { pattern, example },
    ]),
  ].sort(([left], [right]) => (left < right ? -1 : 1)),
);

/** Whether a text is a postal code of a country; small letters count as capitals. */
export function postalCodePattern(country: string): RegExp | undefined {
  const found = postalCodes.get(country);
  return found && new RegExp(`^(?:${found.pattern})$`, 'iu');
}
