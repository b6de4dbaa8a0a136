import type { JsonValue, TextTree } from '@schalter/definition';
import type { Problem } from './problem.ts';
import type { FieldServices, ServiceView } from './services/view.ts';

/** All that a renderer needs to show a session: plain data in the session's language, nothing left to evaluate. */
export interface View {
  readonly form: FormHeader;
  readonly language: string;
  /**
   * `login` while somebody has to log in before the first page (see `services`), `filling` on a page, `tasks` on the task
   * list, `summary`, `exit`, `sending` while the port works, `submitted` when a receipt is there.
   */
  readonly status: 'login' | 'filling' | 'tasks' | 'summary' | 'exit' | 'sending' | 'submitted';
  readonly step: StepView;
  /** The section the page belongs to, in forms that have some. */
  readonly section?: { readonly id: string; readonly title: string };
  /** The whole current route: the task list first where there is one, summary or exit last. */
  readonly route: readonly RouteEntry[];
  /**
   * Number of the current page among the route's pages, from 1, and how many there are (summary counted, exits not); in
   * a form with sections among those of its section, and on the task list 0.
   */
  readonly progress: { readonly current: number; readonly total: number };
  /**
   * Problems to be shown on this page: empty until it was left with "next" or sending was refused; they vanish as they
   * are mended. On the summary those of all pages that were left: a change may have made them wrong again.
   */
  readonly problems: readonly ProblemView[];
  readonly canGoBack: boolean;
  /** True while an answer is being changed from the summary: "next" leads back there, from an entry's page by its list. */
  readonly fromSummary: boolean;
  readonly summary?: Summary;
  /** On the task list: its rows. */
  readonly tasks?: TaskList;
  readonly receipt?: Receipt;
  /** After "next" or "submit" something is being looked up: the session goes on by itself, unless somebody answers or leaves. */
  readonly checking?: true;
  /** Why sending failed, by the port's code. */
  readonly failure?: { readonly code: string; readonly message?: string };
  readonly draft: DraftState;
  /** Services of the form that a person deals with, by name; only those the session was given a port for. */
  readonly services?: Readonly<Record<string, ServiceView>>;
}

export interface FormHeader {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly language: string;
  /** The form's own language first. */
  readonly languages: readonly string[];
}

export interface DraftState {
  readonly state: 'idle' | 'saving' | 'saved' | 'offline' | 'conflict';
  /** Revision last confirmed by the draft port; 0 before the first. */
  readonly revision: number;
}

export interface RouteEntry {
  /** `hunde`, or `hund-einzeln/0` for a step that repeats per entry. */
  readonly id: string;
  readonly title: string;
  readonly kind: 'page' | 'summary' | 'exit' | 'tasks';
  /** `incomplete`: it was left, and something is missing or wrong. */
  readonly state: 'open' | 'complete' | 'incomplete' | 'current';
  /** Id of its section. */
  readonly section?: string;
}

export interface StepView {
  /** As in `RouteEntry.id`. */
  readonly id: string;
  readonly kind: 'page' | 'summary' | 'exit' | 'tasks';
  readonly title: string;
  /** When set, the page edits this entry of a list (`/hunde/0`); `title` names the entry. */
  readonly entry?: string;
  /** Of an entry in entries: what those around are called, the outermost first. */
  readonly within?: readonly string[];
  /** True when the step's first content is its only field: its title is heading and label at once. */
  readonly titleIsLabel: boolean;
  readonly text?: TextTree;
  readonly content: readonly ContentView[];
  /** Exits: the service to hand over to. */
  readonly handover?: string;
}

export type ContentView = FieldView | GroupView | ListView | TextView;

export interface ProblemView extends Problem {
  /** In the session's language. */
  readonly message: string;
  readonly label: string;
}

export interface FieldView extends FieldServices {
  readonly kind: 'field';
  readonly at: string;
  readonly template: string;
  /** A name of the controls table: text, textarea, number, money, yes-no, radios, select, searchable, checkboxes, checkbox, consent, memorable-date, … */
  readonly control: string;
  readonly type: 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object';
  readonly format?: string;
  readonly label: string;
  /** Keep the label for screen readers only. */
  readonly labelHidden: boolean;
  readonly hint?: TextTree;
  readonly help?: TextTree;
  /** Unanswered is `null`. What cannot be read as the field's type (letters in a number) stands here as typed. */
  readonly value: JsonValue;
  /** The value as people write it in the session's language: entry in inputs, text in the summary. */
  readonly text: string;
  readonly required: boolean;
  /** Whether "(optional)" follows the label. */
  readonly optionalMark: boolean;
  /** Computed or locked: shown, not asked. */
  readonly readOnly: boolean;
  readonly options?: readonly OptionView[];
  readonly unit?: string;
  readonly autocomplete?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxWords?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  /** Files: media types or endings, bytes per file. */
  readonly accept?: readonly string[];
  readonly maxBytes?: number;
  readonly problems: readonly ProblemView[];
}

export interface OptionView {
  readonly value: string | number | boolean;
  readonly title: string;
  readonly hint?: TextTree;
  readonly exclusive: boolean;
  readonly divider: boolean;
  readonly selected: boolean;
}

export interface GroupView {
  readonly kind: 'group';
  readonly at: string;
  readonly title?: string;
  readonly hint?: TextTree;
  readonly help?: TextTree;
  readonly content: readonly ContentView[];
  readonly problems: readonly ProblemView[];
}

export interface ListView extends FieldServices {
  readonly kind: 'list';
  readonly at: string;
  readonly template: string;
  /** `cards`: the page shows a card per entry, an entry is edited on a page of its own. `inline`: entries stand on the page (lists of plain values). */
  readonly layout: 'cards' | 'inline';
  readonly title: string;
  readonly hint?: TextTree;
  readonly help?: TextTree;
  /** Button texts and the sentence for an empty list; absent where the form gives none: the renderer has defaults. */
  readonly addText?: string;
  readonly removeText?: string;
  readonly emptyText?: string;
  readonly canAdd: boolean;
  readonly canRemove: boolean;
  /** cards: whether an entry has a page of its own; it has none where other steps ask all of it. */
  readonly canEdit: boolean;
  readonly minItems: number;
  readonly maxItems: number | null;
  readonly entries: readonly EntryView[];
  /** The question "another?" below the cards of a list that may grow; `null` until answered. Absent where it is not asked. */
  readonly another?: { readonly value: boolean | null; readonly problems: readonly ProblemView[] };
  readonly problems: readonly ProblemView[];
}

export interface EntryView {
  readonly at: string;
  readonly index: number;
  /** Stays with the entry when others are removed or moved. */
  readonly key: string;
  readonly title: string;
  /** inline: what to ask; cards: empty. */
  readonly content: readonly ContentView[];
  /** cards: the entry's answers. */
  readonly rows: readonly SummaryRow[];
  /** cards: false while something in the entry is missing or wrong (shown only after the page was left). */
  readonly complete: boolean;
}

export interface TextView {
  readonly kind: 'text' | 'notice' | 'details';
  readonly id: string;
  readonly title?: string;
  readonly text: TextTree;
}

/** The sections of a form, as a list of what there is to do. */
export interface TaskList {
  /** In the order of the form; the last one is to check and send, or to read why the form ends early. */
  readonly tasks: readonly TaskView[];
  /** How many are complete, and how many there are; the last one is not counted. */
  readonly done: number;
  readonly total: number;
}

export interface TaskView {
  readonly title: string;
  readonly hint?: TextTree;
  /** `open`: not started. `blocked`: cannot be started before others are complete. */
  readonly state: 'open' | 'started' | 'complete' | 'blocked';
  /** True when a page of it was left and has problems: shown as something to mend. */
  readonly wrong: boolean;
  /** Where the row leads (`goTo`): the first page that is not complete, else the first; absent while blocked. */
  readonly leadsTo?: { readonly step: string };
  /** Titles of the tasks that have to be complete before; empty unless blocked. */
  readonly waitsFor: readonly string[];
}

/** All relevant answers, as the check-your-answers page, the receipt and the mail show them. */
export interface Summary {
  readonly sections: readonly SummarySection[];
}

export interface SummarySection {
  /** Step id (without entry). */
  readonly step: string;
  readonly title: string;
  readonly content: readonly SummaryContent[];
}

export type SummaryContent = SummaryRow | SummaryGroup;

export interface SummaryRow {
  readonly kind: 'row';
  readonly at: string;
  readonly label: string;
  /** One line per value (several for several chosen options); empty when unanswered. */
  readonly lines: readonly string[];
  /** Where a change link leads; absent for computed values. */
  readonly change?: { readonly step: string; readonly entry?: string };
}

export interface SummaryGroup {
  readonly kind: 'group';
  readonly at: string;
  readonly title: string;
  readonly content: readonly SummaryContent[];
}

/** What the server confirms after it stored a submission. */
export interface Receipt {
  readonly id: string;
  readonly reference: string;
  /** ISO instant of legal receipt. */
  readonly receivedAt: string;
  readonly state: SubmissionState;
  /** Address of the PDF and its size in bytes, when there is one. */
  readonly document?: { readonly url: string; readonly bytes: number };
  /** Address a confirmation mail was sent to. */
  readonly mailedTo?: string;
  /** "Bescheid folgt": released although payment is to follow by notice. */
  readonly paymentLater?: boolean;
}

export const submissionStates = [
  'received',
  'awaiting-payment',
  'released',
  'delivered',
  'cancelled',
  'expired',
  'needs-attention',
  'withdrawn',
] as const;

export type SubmissionState = (typeof submissionStates)[number];
