// The receipt as PDF

// Fonts: createReceipt loads them by itself; a server may do it at its start
export { loadFonts } from './font/fonts.ts';
// The submission as JSON
export { type SubmissionDocument, submissionJson } from './json/submission.ts';
// Headings and rows as PDF: specifications and the like
export { createOutline, type OutlineBlock, type OutlineInput, type OutlineRow } from './outline/outline.ts';
export { applicantOf } from './receipt/applicant.ts';
export { documentLanguage } from './receipt/language.ts';
export { createReceipt, type ReceiptAttachment, type ReceiptHeader, type ReceiptInput } from './receipt/receipt.ts';
export type { ReceiptTexts } from './receipt/texts.ts';
