import type {
  CodeList,
  ControlName,
  ErrorCode,
  ErrorParams,
  FieldSchema,
  FormSource,
  ResolvedForm,
  StepDefinition,
} from '@schalter/definition';
import type { Program } from '@schalter/engine';
import type { Place } from '../place.ts';

/**
 * One piece of advice for authors: a form that does not follow it works, but serves people less well. Each stands in a
 * file of its own and looks at one kind of thing; the rule `advice` walks over the form once for all of them.
 */
export interface Advice {
  readonly code: ErrorCode;
  readonly group: AdviceGroup;
  /** For every field, group and list. */
  readonly field?: (field: AdvisedField, say: Say, form: AdvisedForm) => void;
  /** For every text, in every language. */
  readonly text?: (text: AdvisedText, say: Say, form: AdvisedForm) => void;
  readonly step?: (step: AdvisedStep, say: Say, form: AdvisedForm) => void;
  /** Once per form. */
  readonly form?: (form: AdvisedForm, say: Say) => void;
}

export type AdviceGroup =
  | 'usability'
  | 'plain-language'
  | 'accessibility'
  | 'privacy'
  | 'security'
  | 'services'
  | 'lists'
  | 'cases';

/** Gives the advice, at the thing that is looked at or at another place. */
export type Say = (params?: ErrorParams, at?: Place) => void;

/** A form without errors, resolved and compiled. */
export interface AdvisedForm {
  readonly resolved: ResolvedForm;
  readonly program: Program;
  readonly source: FormSource;
  readonly fields: readonly AdvisedField[];
  readonly steps: readonly AdvisedStep[];
  /** All lists of the library, by `<id>@<version>`. */
  readonly lists: Readonly<Record<string, CodeList>>;
  /** Where a keyword of the form stands. */
  place(pointer: string): Place;
}

export interface AdvisedField {
  readonly kind: 'field' | 'group' | 'list';
  readonly name: string;
  /** Pointer template of the answer. */
  readonly template: string;
  readonly schema: FieldSchema;
  readonly control: ControlName | undefined;
  /** What people are asked: not computed, not internal. */
  readonly isAsked: boolean;
  readonly required: boolean;
  readonly place: Place;
  /** Ids of the steps it stands on. */
  readonly steps: readonly string[];
}

export interface AdvisedText {
  readonly key: string;
  /** What of a thing it is: `title`, `description`, `help`, `text`, `option`, `message`, `check` … */
  readonly kind: string;
  /** As written. */
  readonly text: string;
  /** Without marks of Markdown, interpolations as `…`. */
  readonly plain: string;
  /** Sentences of `plain`; items of lists and headings count as sentences. */
  readonly sentences: readonly string[];
  /** BCP 47. */
  readonly language: string;
  readonly isMarkdown: boolean;
  readonly place: Place;
}

export interface AdvisedStep {
  readonly step: StepDefinition;
  readonly place: Place;
  /** What is asked on it. */
  readonly fields: readonly AdvisedField[];
}
