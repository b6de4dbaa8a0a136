import type { JsonObject } from '@schalter/definition';
import type { Receipt } from './view.ts';

/** A session as JSON: restored on another page, machine or day. */
export interface PersistedSession {
  readonly format: 1;
  readonly form: { readonly id: string; readonly version: string; readonly hash: string };
  readonly language: string;
  /** `today()` at the time of saving; refreshed on resume. */
  readonly today: string;
  /** Every answer ever given, irrelevant ones too (switching back restores them). */
  readonly answers: JsonObject;
  readonly flow: {
    /** Route id of the current page. */
    readonly step: string;
    readonly entry?: string;
    /** Pages left with "next" so far: their problems are shown. */
    readonly left: readonly string[];
    readonly fromSummary: boolean;
    /** The entry's page that a change link of the summary opened (`hunde@/hunde/0`). */
    readonly opened?: string;
    /** "next" passed by a list's question "another?" on this page. */
    readonly missed?: true;
  };
  /** Of a session whose form was filed. */
  readonly receipt?: Receipt;
  /** What services keep of it, by kind. Nothing in here proves anything: a server asks its own services. */
  readonly services?: JsonObject;
}
