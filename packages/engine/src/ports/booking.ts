/** A time that can be booked. Times are local to the form's time zone: `2026-12-01T09:30`. */
export interface Slot {
  readonly id: string;
  readonly start: string;
  readonly end?: string;
  /** Where, as people read it. */
  readonly place?: string;
  /** What else a form may fill in from it. */
  readonly data?: Readonly<Record<string, string | number | boolean>>;
}

/** A slot that nobody else can have until it ends. */
export interface Hold {
  /** Names the hold; the authority confirms it when the form is filed. */
  readonly id: string;
  readonly slot: Slot;
  /** When it ends, as an instant (`2026-11-23T10:15:00Z`): to be shown. */
  readonly until: string;
  /** Milliseconds until then, at the time of the answer: clocks of pages are not to be trusted. */
  readonly remaining: number;
}

export interface SlotQuery {
  /** Name of the service in the form. */
  readonly service: string;
  /** First and last day, ISO dates. */
  readonly from: string;
  readonly until: string;
}

export interface HoldRequest {
  readonly service: string;
  /** Id of the slot. */
  readonly slot: string;
  /** The same request has the same key: asked twice, it gives the same hold. */
  readonly key: string;
}

/**
 * Finds and holds appointments. Rejects with a `PortError`: `slot-taken` (somebody was faster), `hold-gone` (it has ended,
 * or never was), `not-renewable`, or anything else. A `hold` that is aborted must leave nothing held.
 */
export interface BookingPort {
  slots(query: SlotQuery, signal: AbortSignal): Promise<readonly Slot[]>;
  hold(request: HoldRequest, signal: AbortSignal): Promise<Hold>;
  renew(hold: string, signal: AbortSignal): Promise<Hold>;
  /** Gives the slot back; what is not held any more is no failure. */
  release(hold: string, signal: AbortSignal): Promise<void>;
  /** The hold as it is now. */
  check(hold: string, signal: AbortSignal): Promise<Hold>;
}
