import type { JsonObject } from '@schalter/definition';
import type { Problem } from '../problem.ts';
import type { Receipt } from '../view.ts';

/** What is filed. */
export interface Submission {
  readonly form: { readonly id: string; readonly version: string };
  readonly language: string;
  /** The session's `today()`, ISO date. */
  readonly today: string;
  /** Relevant answers only, no `null`. */
  readonly answers: JsonObject;
}

/** Files a submission. Rejects with a `PortError`: `refused` (with problems), `recomputed`, `key-conflict`, `offline`. */
export interface SubmissionPort {
  submit(submission: Submission, signal: AbortSignal): Promise<Receipt>;
}

/** How a port says no. `retry`: the same call may succeed later. */
export interface PortFailure {
  readonly code: string;
  readonly retry: boolean;
  readonly problems?: readonly Problem[];
}
