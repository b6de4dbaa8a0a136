// The dialect
export { type AjvOptions, createAjv } from './ajv.ts';
// Validators of answers, in memory
export { type CompileValidateOptions, compileValidate } from './compile-validate.ts';
// Validators of whole documents
export { compileDocument } from './constraints/document.ts';
export { type Format, type FormatGroup, formatGroups, type GuideText } from './formats/format.ts';
export { formats } from './formats/index.ts';
export { type KeywordGuide, keywordGuides } from './keywords/guide.ts';
// Patterns
export { isPlainPattern } from './patterns/plain-pattern.ts';
// Texts of problems
export { problemTextsOf } from './problem-texts-of.ts';
export { type GuardedPattern, longestMatched, type PatternMaker } from './runtime/pattern.ts';
export { createTranslate, problemTexts } from './texts.ts';
