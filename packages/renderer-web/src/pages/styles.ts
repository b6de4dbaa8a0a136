import { catalogueStyles } from './catalogue.ts';
import { confirmationStyles } from './confirmation.ts';
import { dialogStyles } from './removal.ts';
import { sendingStyles } from './sending.ts';
import { startStyles } from './start.ts';
import { summaryStyles } from './summary.ts';
import { textPagesStyles } from './texts.ts';

export const pageStyles: string = [
  summaryStyles,
  sendingStyles,
  dialogStyles,
  confirmationStyles,
  startStyles,
  catalogueStyles,
  textPagesStyles,
].join('\n');
