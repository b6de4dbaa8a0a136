// What cases try out of a form
export {
  type CheckCoverage,
  type ConditionCoverage,
  type Coverage,
  coverageOf,
  type StepCoverage,
} from './coverage.ts';
export type { AnalysedForm } from './places.ts';
export type { ConditionKind } from './subjects.ts';
