// What precompiled validators import: everything here is small, without state and without dependencies.

// Tests of formats, by the name `is` + the format's name
export { isBic } from '../formats/bic.ts';
export { isDate } from '../formats/date.ts';
export { isDateTime } from '../formats/date-time.ts';
export { isDin91379A } from '../formats/din91379-a.ts';
export { isDin91379B } from '../formats/din91379-b.ts';
export { isDin91379C } from '../formats/din91379-c.ts';
export { isDin91379D } from '../formats/din91379-d.ts';
export { isDin91379E } from '../formats/din91379-e.ts';
export { isEmail } from '../formats/email.ts';
export { isIban } from '../formats/iban.ts';
export { isMicrochip } from '../formats/microchip.ts';
export { isPhone } from '../formats/phone.ts';
export { isPostalCodeDe } from '../formats/postal-code-de.ts';
export { isTime } from '../formats/time.ts';
export { isUri } from '../formats/uri.ts';
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
