import { errorSummaryStyles } from '../parts/error-summary.ts';
import { summaryListStyles } from '../parts/summary-list.ts';
import { groupStyles } from './group.ts';
import { listStyles } from './list.ts';
import { textStyles } from './text.ts';

export const contentStyles: string = [errorSummaryStyles, summaryListStyles, groupStyles, textStyles, listStyles].join(
  '\n',
);
