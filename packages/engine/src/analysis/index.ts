// What can happen in a form, and what cannot
export { type AnalyseOptions, analyse } from './analyse.ts';
export type {
  Analysis,
  AnalysisCode,
  AnalysisFinding,
  CheckAnalysis,
  ComputedAnalysis,
  ConditionAnalysis,
  Effort,
  FieldAnalysis,
  OptionAnalysis,
  StepAnalysis,
  Why,
  WhyPart,
} from './analysis.ts';
// What cases try out of it
export {
  type CheckCoverage,
  type ConditionCoverage,
  type Coverage,
  coverageOf,
  type StepCoverage,
} from './coverage.ts';
export type { AnalysedForm } from './places.ts';
export { print } from './print.ts';
export type { ConditionKind } from './subjects.ts';
export type { Outcome, Witness } from './witness/prover.ts';
