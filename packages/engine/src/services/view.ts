import type { Slot } from '../ports/booking.ts';
import type { Place } from '../ports/geo.ts';
import type { Level } from '../ports/identity.ts';
import type { OptionView } from '../view.ts';
import type { BookingEvent, EidEvent, GeoEvent, PaymentEvent, ServiceEvent, UploadEvent } from './event.ts';

/** What a renderer needs to show of a service that belongs to the whole form. */
export type ServiceView = IdentityView | EidView | PaymentView;

/** What a service has to show at a field or list. */
export interface FieldServices {
  /** The value was proven, by an account or a card; `locked`: it cannot be changed while it is. */
  readonly proven?: { readonly by: 'identity' | 'eid'; readonly level: Level; readonly locked: boolean };
  /** A service fills it in; people cannot. */
  readonly filled?: true;
  readonly service?: FieldServiceView;
  readonly lookup?: LookupView;
}

/** What is looked up for a field. */
export interface LookupView {
  readonly for: 'options' | 'check';
  /** Of the answer. `idle`: there is nothing to look up. `unavailable`: it could not be, and stands unchecked. */
  readonly state: 'idle' | 'waiting' | 'known' | 'unknown' | 'unavailable';
  /** False: options are suggestions, any answer will do. */
  readonly strict: boolean;
  /** Of a lookup for options. */
  readonly search?: SearchView;
}

export interface SearchView {
  /** What is searched for; empty while nobody searches. */
  readonly query: string;
  /** Fewest characters to search for. */
  readonly minLength: number;
  readonly state: 'idle' | 'waiting' | 'found' | 'unavailable';
  /** What fits the query, and nothing else; none before it is found. */
  readonly options: readonly OptionView[];
  /** There are more: people have to type on. */
  readonly more: boolean;
}

/** What a renderer needs to show of a service that stands at a field. */
export type FieldServiceView = BookingView | GeoView | UploadView;

/** Why the last try failed. */
export interface ServiceFailure {
  readonly code: string;
  /** In the session's language. */
  readonly message: string;
}

interface ServiceViewBase {
  /** What people call it; absent where the form does not say. */
  readonly title?: string;
  /** False while the form's `when` says that it is not needed. */
  readonly active: boolean;
  readonly optional: boolean;
  readonly failure?: ServiceFailure;
  /** The events that make sense now. */
  readonly actions: readonly ServiceEvent['type'][];
}

export interface IdentityView extends ServiceViewBase {
  readonly kind: 'identity';
  /**
   * `starting`: a login is being prepared. `leaving`: the page at `url` is next; the draft is saved. `checking`: the
   * person is back, and the account is asked.
   */
  readonly state: 'signed-out' | 'starting' | 'leaving' | 'checking' | 'signed-in' | 'signing-out';
  /** What the service asks for. */
  readonly level: Level;
  /** What the person has proven so far. */
  readonly proven?: Level;
  /** Whether that is enough. */
  readonly satisfied: boolean;
  readonly url?: string;
}

export interface BookingView {
  readonly kind: 'booking';
  /** Name of the service. */
  readonly service: string;
  /** `expired`: the slot is still in the form, but nobody holds it any more. `filed`: the authority has it. */
  readonly state: 'none' | 'holding' | 'held' | 'renewing' | 'changing' | 'releasing' | 'expired' | 'filed';
  readonly slot?: Slot;
  /** When the hold ends, as an instant. */
  readonly until?: string;
  readonly slots: {
    readonly state: 'unasked' | 'loading' | 'loaded' | 'failed';
    readonly from?: string;
    readonly until?: string;
    readonly found: readonly Slot[];
    readonly failure?: ServiceFailure;
  };
  readonly failure?: ServiceFailure;
  readonly actions: readonly BookingEvent['type'][];
}

export interface EidView extends ServiceViewBase {
  readonly kind: 'eid';
  /**
   * `starting`: the program for cards is being reached; `url` opens it. `waiting` for the card. `secret`: the card's number
   * is to be entered at the reader. `reading` lasts a moment.
   */
  readonly state: 'idle' | 'starting' | 'waiting' | 'secret' | 'reading' | 'done' | 'cancelled' | 'failed';
  readonly url?: string;
  readonly actions: readonly EidEvent['type'][];
}

export interface GeoView {
  readonly kind: 'geo';
  /** Name of the service. */
  readonly service: string;
  readonly state: 'idle' | 'searching' | 'offered' | 'unavailable';
  /** The best first; none where nothing was found. */
  readonly places: readonly Place[];
  readonly failure?: ServiceFailure;
  readonly actions: readonly GeoEvent['type'][];
}

export interface UploadView {
  readonly kind: 'upload';
  /** Name of the service, where the form says which. */
  readonly service?: string;
  /** In the order in which they came. */
  readonly files: readonly FileView[];
  /** Media types or endings, and bytes per file. */
  readonly accept?: readonly string[];
  readonly maxBytes?: number;
  /** Whether there is room for several. */
  readonly several: boolean;
  readonly actions: readonly UploadEvent['type'][];
}

export type FileAction = Exclude<UploadEvent['type'], 'upload'>;

export interface FileView {
  /** Stays with the file: events name it. */
  readonly key: string;
  readonly name: string;
  readonly type: string;
  /** Bytes, and how many of them have arrived. */
  readonly size: number;
  readonly sent: number;
  /** Only what is `clean` is an answer. `paused` by the person, or because its bytes are in another page. */
  readonly state: 'uploading' | 'paused' | 'scanning' | 'clean' | 'refused' | 'failed';
  readonly reason?: ServiceFailure;
  readonly actions: readonly FileAction[];
}

export interface PaymentView extends ServiceViewBase {
  readonly kind: 'payment';
  /**
   * `idle`: nothing is owed (yet). `pending`: it is. `starting`: the way to the page on which to pay. `leaving`: it is at
   * `url`. `checking`: the person is back. The rest is what has become of it.
   */
  readonly state:
    | 'idle'
    | 'pending'
    | 'starting'
    | 'leaving'
    | 'checking'
    | 'paid'
    | 'failed'
    | 'cancelled'
    | 'expired';
  /** In cents. */
  readonly amount?: number;
  readonly purpose?: string;
  readonly url?: string;
  /** Until when it can be paid, as an instant. */
  readonly until?: string;
  readonly actions: readonly PaymentEvent['type'][];
}
