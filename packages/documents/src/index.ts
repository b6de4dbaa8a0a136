// The receipt as PDF

// Fonts: createReceipt loads them by itself; a server may do it at its start
export { loadFonts } from './font/fonts.ts';
// The submission as JSON
export { type SubmissionDocument, submissionJson } from './json/submission.ts';
export { applicantOf } from './receipt/applicant.ts';
export { createReceipt, type ReceiptAttachment, type ReceiptHeader, type ReceiptInput } from './receipt/receipt.ts';
export type { ReceiptTexts } from './receipt/texts.ts';
