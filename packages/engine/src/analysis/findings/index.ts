import type { Analysed } from '../analyse.ts';
import type { AnalysisFinding } from '../analysis.ts';
import { conditionFindings } from './conditions.ts';
import { constantFindings } from './constants.ts';
import type { Explaining } from './explaining.ts';
import { fieldFindings } from './fields.ts';
import { stepFindings } from './steps.ts';

/** What is wrong or doubtful in a form: only what is proven, each thing once. */
export function findingsOf(explaining: Explaining, analysed: Analysed): AnalysisFinding[] {
  return [
    ...constantFindings(explaining),
    ...stepFindings(explaining, analysed),
    ...fieldFindings(explaining, analysed),
    ...conditionFindings(explaining, analysed),
  ];
}
