import { migrationStyles } from '../parts/migration-notice.ts';
import { catalogueStyles } from './catalogue.ts';
import { confirmationStyles } from './confirmation.ts';
import { dialogStyles } from './removal.ts';
import { sendingStyles } from './sending.ts';
import { startStyles } from './start.ts';
import { summaryStyles } from './summary.ts';
import { tasksStyles } from './tasks.ts';
import { textPagesStyles } from './texts.ts';

/** Pages of a running form. */
export const formPageStyles: string = [
  migrationStyles,
  summaryStyles,
  tasksStyles,
  sendingStyles,
  dialogStyles,
  confirmationStyles,
  textPagesStyles,
].join('\n');

/** Pages around forms: only in documents. */
export const portalPageStyles: string = [startStyles, catalogueStyles].join('\n');
