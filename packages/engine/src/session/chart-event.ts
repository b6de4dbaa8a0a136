import type { FormEvent } from '../event.ts';
import type { Flow } from '../flow/flow.ts';
import type { PersistedSession } from '../persisted.ts';
import type { DraftPort } from '../ports/draft.ts';
import type { Submission, SubmissionPort } from '../ports/submission.ts';
import type { SubmissionState } from '../view.ts';

/** What a session's chart is started with. */
export interface ChartInput {
  readonly flow: Flow;
  readonly ports: { readonly draft: DraftPort | undefined; readonly submission: SubmissionPort | undefined };
  readonly persist: () => PersistedSession;
  readonly submission: () => Submission;
  /** How far the draft has noticed what a person does. */
  readonly noticed: {
    /** `Flow.changes` when it was looked at last. */
    changes: number;
    /** Pauses in a row that were none, because someone went on typing. */
    typing: number;
  };
}

/** Events of the chart itself, beside those of a person. Those of services go to the services' own actors. */
export type ChartEvent =
  | FormEvent
  | { readonly type: 'reroute' | 'flush' }
  /** A service's actor becomes a child of the session's, or goes. */
  | { readonly type: 'spawn' | 'stop'; readonly id: string }
  | { readonly type: 'serviceChanged' | 'reopen' }
  | { readonly type: 'submissionIs'; readonly state: SubmissionState };
