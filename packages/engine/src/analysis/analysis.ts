import type { Coverage } from './coverage.ts';
import type { ConditionKind } from './subjects.ts';
import type { Outcome, Witness } from './witness/prover.ts';

/** What there is to say about a form. Plain data; places are JSON Pointers into the resolved form. */
export interface Analysis {
  readonly steps: readonly StepAnalysis[];
  readonly conditions: readonly ConditionAnalysis[];
  readonly checks: readonly CheckAnalysis[];
  /** Fields, groups and lists that conditions decide about, their own or those of what is around. */
  readonly fields: readonly FieldAnalysis[];
  /** Options that have a condition. */
  readonly options: readonly OptionAnalysis[];
  readonly computed: readonly ComputedAnalysis[];
  /** What is wrong or doubtful, in the order of the form. */
  readonly findings: readonly AnalysisFinding[];
  /** Of the cases that were given. */
  readonly coverage?: Coverage;
  readonly effort: Effort;
}

export interface StepAnalysis {
  readonly id: string;
  /** Nothing for a summary that nobody wrote. */
  readonly at?: string;
  /** Whether it can be on the route; with the shortest answers that put it there. */
  readonly reached: Outcome;
  /** Whether there are answers with which it has no problems. */
  readonly left: Outcome;
  /** Whether the end of the form (or an exit) can be reached with it on the route, without a problem on any page. */
  readonly completed: Outcome;
}

export interface ConditionAnalysis {
  readonly at: string;
  readonly kind: ConditionKind;
  /** Template of a field or group, id of a section, step or text, name of a service. */
  readonly about: string;
  readonly holds: Outcome;
  /** False, or unknown. */
  readonly holdsNot: Outcome;
}

export interface CheckAnalysis {
  readonly at: string;
  readonly id: string;
  readonly passes: Outcome;
  readonly fails: Outcome;
}

export interface FieldAnalysis {
  readonly at: string;
  /** Pointer template. */
  readonly field: string;
  readonly shown: Outcome;
}

export interface OptionAnalysis {
  readonly at: string;
  readonly field: string;
  readonly option: string | number | boolean;
  readonly offered: Outcome;
}

export interface ComputedAnalysis {
  readonly at: string;
  readonly field: string;
  readonly known: Outcome;
}

export type AnalysisCode =
  | 'step-unreachable'
  | 'dead-end'
  | 'page-cannot-be-left'
  | 'condition-always-true'
  | 'condition-always-false'
  | 'constant-outside-options'
  | 'field-never-shown'
  | 'option-never-offered'
  | 'check-never-fails'
  | 'check-always-fails'
  | 'value-always-unknown';

/** Something that is wrong or doubtful, and proven. */
export interface AnalysisFinding {
  readonly code: AnalysisCode;
  readonly at: string;
  /** Template, id or name of what it is about. */
  readonly about: string;
  readonly why?: Why;
  /** Answers that show it: with which a page cannot be left. */
  readonly witness?: Witness;
  /** Of a constant outside of its options. */
  readonly constant?: string | number | boolean;
  readonly options?: readonly (string | number | boolean)[];
}

/** What makes something impossible; without any one of its parts it would be possible. */
export interface Why {
  /**
   * `conditions` that cannot hold together; `exits` that end the route before; `empty`: nothing to show on the page;
   * `entries`: there is never an entry to visit; `pages` that cannot be left; `demands` that cannot be met together;
   * `options`: none is left to choose.
   */
  readonly reason: 'conditions' | 'exits' | 'empty' | 'entries' | 'pages' | 'demands' | 'options';
  readonly parts: readonly WhyPart[];
}

export interface WhyPart {
  /** Pointer of the expression, field, check or step. */
  readonly at: string;
  /** A condition as text, the template of a field, the id of a check or step. */
  readonly text: string;
}

export interface Effort {
  /** Steps taken: the same form takes the same number everywhere. */
  readonly steps: number;
  readonly limit: number;
  /** What could not be decided, because conditions are not looked into so deeply. */
  readonly undecided: number;
  /** What was left out, because the steps (or the time) were used up. */
  readonly leftOut: number;
}
