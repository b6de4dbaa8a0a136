import type { UploadSource } from '../ports/upload.ts';

/** Every event of a service. */
export const serviceEvents: ReadonlySet<string> = new Set<ServiceEvent['type']>([
  'login',
  'stepUp',
  'logout',
  'skipLogin',
  'cancel',
  'resume',
  'slots',
  'hold',
  'renew',
  'release',
  'search',
  'choose',
  'retry',
  'readCard',
  'forgetCard',
  'locate',
  'pay',
  'reopen',
  'upload',
  'removeFile',
  'pause',
]);

/**
 * What a person does with a service. What stands at a field carries the field's pointer (`at`), what belongs to the form
 * the service's name (`service`). `actions` in the views say which of them make sense at present.
 */
export type ServiceEvent =
  | IdentityEvent
  | BookingEvent
  | EidEvent
  | GeoEvent
  | LookupEvent
  | PaymentEvent
  | UploadEvent;

export type LookupEvent =
  /** Looks for options that fit a text; an empty one ends the search (unless the form searches from no characters on). */
  | { readonly type: 'search'; readonly at: string; readonly query: string }
  /** Answers with an option that is offered: what the form takes from it is filled in, too. */
  | { readonly type: 'choose'; readonly at: string; readonly value: string }
  /** Once more after something could not be looked up. */
  | { readonly type: 'retry'; readonly at: string };

export type IdentityEvent =
  /** Begins a login at the level the service asks for. */
  | { readonly type: 'login'; readonly service: string }
  /** The same person proves it at a higher level. */
  | { readonly type: 'stepUp'; readonly service: string }
  | { readonly type: 'logout'; readonly service: string }
  /** Goes on without a login that is optional. */
  | { readonly type: 'skipLogin'; readonly service: string }
  /** Calls off what is under way. */
  | { readonly type: 'cancel'; readonly service: string }
  /** The person is back on this page: looks what has come of it. */
  | { readonly type: 'resume'; readonly service: string };

export type BookingEvent =
  /** Looks for free slots. ISO dates, both included; from today, for four weeks. */
  | { readonly type: 'slots'; readonly at: string; readonly from?: string; readonly until?: string }
  /** Holds a slot, instead of the one held before. */
  | { readonly type: 'hold'; readonly at: string; readonly slot: string }
  /** Holds it for longer. */
  | { readonly type: 'renew'; readonly at: string }
  /** Gives it back. */
  | { readonly type: 'release'; readonly at: string }
  | { readonly type: 'cancel'; readonly at: string }
  /** The page was asleep: looks whether the slot is still held. */
  | { readonly type: 'resume'; readonly at: string };

export type EidEvent =
  | { readonly type: 'readCard'; readonly service: string }
  | { readonly type: 'cancel'; readonly service: string }
  /** Takes back what the card has filled in. */
  | { readonly type: 'forgetCard'; readonly service: string };

export type GeoEvent =
  /** Looks for places that a text could mean, once the typing pauses. */
  | { readonly type: 'search'; readonly at: string; readonly query: string }
  /** Looks what is at a point: degrees, WGS 84. */
  | { readonly type: 'locate'; readonly at: string; readonly lat: number; readonly lon: number }
  /** Takes one of the places that are offered, by its id. */
  | { readonly type: 'choose'; readonly at: string; readonly value: string }
  | { readonly type: 'cancel'; readonly at: string };

/** `at` is the field's pointer, or the list's; `file` the key of a file in its view. */
export type UploadEvent =
  /** In a field for one file it takes the place of the one before. */
  | { readonly type: 'upload'; readonly at: string; readonly file: UploadSource }
  | { readonly type: 'removeFile'; readonly at: string; readonly file: string }
  | { readonly type: 'pause'; readonly at: string; readonly file: string }
  /** Goes on; `from` is the file once more, where its bytes are not in this page. */
  | { readonly type: 'resume'; readonly at: string; readonly file: string; readonly from?: UploadSource }
  | { readonly type: 'retry'; readonly at: string; readonly file: string };

export type PaymentEvent =
  /** Begins to pay, goes on, or tries again after a payment that came to nothing. */
  | { readonly type: 'pay'; readonly service: string }
  /** The person is back: asks what has come of it. */
  | { readonly type: 'resume'; readonly service: string }
  | { readonly type: 'cancel'; readonly service: string }
  /** After a payment that came to nothing: back to the summary, to change answers and send again. */
  | { readonly type: 'reopen'; readonly service: string };
