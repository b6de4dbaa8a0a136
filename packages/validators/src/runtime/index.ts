// What precompiled validators import: everything here is small, without state and without dependencies.

// Tests of formats, by the name `is` + the format's name
export { isAgs } from '../formats/ags.ts';
export { isArs } from '../formats/ars.ts';
export { isBic } from '../formats/bic.ts';
export { isCoordinates } from '../formats/coordinates.ts';
export { isCreditorId } from '../formats/creditor-id.ts';
export { isDate } from '../formats/date.ts';
export { isDateTime } from '../formats/date-time.ts';
export { isDin91379A } from '../formats/din91379-a.ts';
export { isDin91379B } from '../formats/din91379-b.ts';
export { isDin91379C } from '../formats/din91379-c.ts';
export { isDin91379D } from '../formats/din91379-d.ts';
export { isDin91379E } from '../formats/din91379-e.ts';
export { isEmail } from '../formats/email.ts';
export { isIban } from '../formats/iban.ts';
export { isIdCardDe } from '../formats/id-card-de.ts';
export { isLeitwegId } from '../formats/leitweg-id.ts';
export { isLicencePlateDe } from '../formats/licence-plate-de.ts';
export { isMicrochip } from '../formats/microchip.ts';
export { isPassportDe } from '../formats/passport-de.ts';
export { isPhone } from '../formats/phone.ts';
export { isPostalCodeDe } from '../formats/postal-code-de.ts';
export { isSocialSecurityNumberDe } from '../formats/social-security-number-de.ts';
export { isTaxIdDe } from '../formats/tax-id-de.ts';
export { isTaxNumberDe } from '../formats/tax-number-de.ts';
export { isTime } from '../formats/time.ts';
export { isUri } from '../formats/uri.ts';
export { isVatId } from '../formats/vat-id.ts';
export { isYearMonth } from '../formats/year-month.ts';
// Keywords
export { isAccepted } from './accepted.ts';
export { equal } from './equal.ts';
// Failures as problems
export { toProblems } from './failure.ts';
export { ucs2length } from './length.ts';
export { isMultipleOf } from './multiple.ts';
export { guardedPattern } from './pattern.ts';
export { countWords } from './words.ts';
