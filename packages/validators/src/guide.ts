// What authors are told about formats and keywords, without the validators: for designers and documentation.
export { type Format, type FormatGroup, formatGroups, type GuideText } from './formats/format.ts';
export { formats } from './formats/index.ts';
export { type KeywordGuide, keywordGuides } from './keywords/guide.ts';
export { type PostalCode, postalCodes } from './keywords/postal-codes.ts';
