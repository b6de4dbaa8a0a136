// Generated from schema/form.schema.json by `npm run generate`. Change the schema, not this file.
import type {JsonObject, JsonValue} from './json.ts';
import type {LocaleTexts} from './resolved.ts';

/**
 * Open to-dos for people: kept by importers, shown by the designer, reported by the checker.
 *
 * This interface was referenced by `FormDefinition`'s JSON-Schema
 * via the `definition` "ReviewDefinition".
 */
export type ReviewDefinition = {
  /**
   * What is to be decided or done.
   */
  text: string;
  /**
   * Where it comes from: a rule's number, a file.
   */
  source?: string;
}[];

/**
 * A form of Schalter: what is asked, on which pages, under which conditions, and which services it needs.
 */
export interface FormDefinition {
  /**
   * Address of this schema, so that editors complete and explain: https://schalter.dev/form/v1.json
   */
  $schema?: string;
  /**
   * A note to other authors. Never shown.
   */
  $comment?: string;
  /**
   * Name of the form in addresses and file names, the same as its folder: lower-case letters, digits, hyphens.
   */
  id: string;
  /**
   * Semantic version (1.0.0). A published version never changes: raise it for every change.
   */
  version: string;
  /**
   * The language of all texts in this file (BCP 47): de, en, de-x-leicht. Translations stand in locales/<language>.json.
   */
  language: string;
  /**
   * IANA time zone in which today() is read. Default: Europe/Berlin.
   */
  timeZone?: string;
  /**
   * What the form is called, beginning with what people want to do. Text key: form#title.
   */
  title: string;
  /**
   * Start page and catalogue, in Markdown: the outcome, who may apply, how long it takes, what it costs, what to have at hand. Text key: form#summary.
   */
  summary?: string;
  about?: AboutDefinition;
  review?: ReviewDefinition;
  /**
   * Named expressions, usable in every expression of the form. They see the answers from the root and each other (no cycles), never self or item.
   */
  define?: {
    /**
     * An expression in CEL over the answers, such as age(halter.geburtsdatum) >= 65. What is unanswered is unknown, and unknown is not true.
     */
    [k: string]: string;
  };
  /**
   * The shape of the answers as JSON Schema 2020-12, with everything that belongs to one field in one place: an object whose properties are the fields and groups.
   */
  data: FieldSchema;
  /**
   * Parts of a long form that people fill in one by one: the form begins with a list of them and returns there after each.
   *
   * @minItems 1
   */
  sections?: SectionDefinition[];
  /**
   * The pages in their order. A form is a route through them: a step whose "when" is not true is skipped.
   *
   * @minItems 1
   */
  steps: StepDefinition[];
  /**
   * Checks over the whole form; self is the root of the answers.
   */
  checks?: CheckDefinition[];
  /**
   * What the form needs from outside, by name: login, payment, delivery, mail … Which vendor serves it is the configuration of the server.
   */
  services?: {
    [k: string]: ServiceDefinition;
  };
  retention?: RetentionDefinition;
  /**
   * How drafts of older versions become drafts of this one, step by step: from version to version until this one is reached. What no migration mentions is kept where it still fits and reported as lost where it does not.
   */
  migrations?: MigrationDefinition[];
}
/**
 * A field, a group of fields or a list: JSON Schema plus the keywords of the form language.
 *
 * This interface was referenced by `FormDefinition`'s JSON-Schema
 * via the `definition` "FieldSchema".
 */
export interface FieldSchema {
  /**
   * Reusable parts, only at the root of data or of a block: {"$ref": "#/$defs/hund"}. Their expressions use only self, item and index.
   */
  $defs?: {
    [k: string]: FieldSchema;
  };
  /**
   * A note to other authors. Never shown.
   */
  $comment?: string;
  /**
   * object: a group. array: a list. string: texts, dates, a choice. integer, number: whole and other numbers. boolean: yes or no. A text inside a group (control text or notice) has no type.
   */
  type?: 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'array';
  /**
   * The label: a short question or name. On the items of a list it names an entry and may interpolate ({{self.name}}).
   */
  title?: string;
  /**
   * The hint between label and field, one sentence, in Markdown. In a text inside a group: the text itself.
   */
  description?: string;
  /**
   * Longer help in Markdown, opened on demand.
   */
  help?: string;
  /**
   * Short label for summary, documents and entry cards, when the title is a whole question.
   */
  outputTitle?: string;
  /**
   * How the field is asked, when not by default. Defaults: date → memorable-date, year-month → month-year, email → email, phone → phone, iban → iban, uri → url, boolean → yes-no, const true → consent, options up to 7 → radios, up to 20 → select, more → searchable, several options → checkboxes, a currency as unit → money, numbers → number, maxLength over 200 or maxWords → textarea, else text. Without a type: text or notice show the description inside a group.
   */
  control?:
    | 'text'
    | 'textarea'
    | 'rich-text'
    | 'number'
    | 'money'
    | 'yes-no'
    | 'radios'
    | 'select'
    | 'searchable'
    | 'checkboxes'
    | 'checkbox'
    | 'consent'
    | 'memorable-date'
    | 'month-year'
    | 'time'
    | 'date-time'
    | 'email'
    | 'phone'
    | 'url'
    | 'iban'
    | 'file'
    | 'notice';
  /**
   * hidden keeps the label for screen readers, summary and documents only.
   */
  label?: 'hidden';
  /**
   * false drops "(optional)" after the label. Default: true.
   */
  optionalMark?: boolean;
  /**
   * A text inside a group: shown closed, below its title, until opened.
   */
  collapsible?: boolean;
  /**
   * Asked only when this is true. self is the group that contains the field. While it is not, the answer is remembered, but counts as unanswered and is not sent.
   */
  when?: string;
  /**
   * Must be answered when this is true. self is the group that contains the field.
   */
  requiredWhen?: string;
  /**
   * Computed: the field is shown, not asked. self is the group that contains it. Unknown is unanswered.
   */
  value?: string;
  /**
   * Usable in expressions, but never shown in the summary and never sent.
   */
  internal?: boolean;
  /**
   * Fills the field while it is unanswered: identity.<claim> after login, query.<name> from the link's parameters, today. Invalid values are dropped.
   */
  prefill?: string;
  /**
   * false: what identity filled is read-only. Only together with prefill identity.… Default: true.
   */
  changeable?: boolean;
  /**
   * Name of a service of this form that fills the field (booking, eid, geo, upload), gives its options or checks it (lookup).
   */
  service?: string;
  /**
   * What browsers may fill in: a token of HTML's autocomplete.
   */
  autocomplete?: string;
  /**
   * Shown after the value: a currency (EUR; EUR-cent for whole cents), a UCUM code (kg, m2, h) or any text (Hunde).
   */
  unit?: string;
  /**
   * What a text must look like: docs/formats.md.
   */
  format?:
    | 'date'
    | 'date-time'
    | 'time'
    | 'year-month'
    | 'email'
    | 'uri'
    | 'phone'
    | 'postal-code-de'
    | 'iban'
    | 'bic'
    | 'creditor-id'
    | 'tax-number-de'
    | 'vat-id'
    | 'leitweg-id'
    | 'tax-id-de'
    | 'social-security-number-de'
    | 'id-card-de'
    | 'passport-de'
    | 'coordinates'
    | 'ags'
    | 'ars'
    | 'licence-plate-de'
    | 'microchip'
    | 'din91379-a'
    | 'din91379-b'
    | 'din91379-c'
    | 'din91379-d'
    | 'din91379-e';
  /**
   * A JavaScript pattern (u flag) for the whole text, written ^(?:…)$. Say in messages what is expected.
   */
  pattern?: string;
  /**
   * A postal code of the country (ISO 3166-1 alpha-2).
   */
  postalCode?:
    | 'AD'
    | 'AF'
    | 'AL'
    | 'AM'
    | 'AR'
    | 'AT'
    | 'AU'
    | 'AX'
    | 'AZ'
    | 'BA'
    | 'BB'
    | 'BD'
    | 'BE'
    | 'BG'
    | 'BH'
    | 'BM'
    | 'BN'
    | 'BR'
    | 'BT'
    | 'BY'
    | 'CA'
    | 'CH'
    | 'CL'
    | 'CN'
    | 'CO'
    | 'CR'
    | 'CU'
    | 'CV'
    | 'CY'
    | 'CZ'
    | 'DE'
    | 'DK'
    | 'DO'
    | 'DZ'
    | 'EC'
    | 'EE'
    | 'EG'
    | 'ES'
    | 'ET'
    | 'FI'
    | 'FO'
    | 'FR'
    | 'GB'
    | 'GE'
    | 'GG'
    | 'GI'
    | 'GL'
    | 'GN'
    | 'GR'
    | 'GT'
    | 'GW'
    | 'HN'
    | 'HR'
    | 'HT'
    | 'HU'
    | 'ID'
    | 'IE'
    | 'IL'
    | 'IM'
    | 'IN'
    | 'IQ'
    | 'IR'
    | 'IS'
    | 'IT'
    | 'JE'
    | 'JO'
    | 'JP'
    | 'KE'
    | 'KG'
    | 'KH'
    | 'KR'
    | 'KW'
    | 'KZ'
    | 'LA'
    | 'LB'
    | 'LI'
    | 'LK'
    | 'LR'
    | 'LS'
    | 'LT'
    | 'LU'
    | 'LV'
    | 'MA'
    | 'MC'
    | 'MD'
    | 'ME'
    | 'MG'
    | 'MK'
    | 'MM'
    | 'MN'
    | 'MT'
    | 'MU'
    | 'MV'
    | 'MX'
    | 'MY'
    | 'MZ'
    | 'NA'
    | 'NE'
    | 'NG'
    | 'NI'
    | 'NL'
    | 'NO'
    | 'NP'
    | 'NZ'
    | 'OM'
    | 'PE'
    | 'PG'
    | 'PH'
    | 'PK'
    | 'PL'
    | 'PR'
    | 'PT'
    | 'PY'
    | 'RO'
    | 'RS'
    | 'RU'
    | 'SA'
    | 'SD'
    | 'SE'
    | 'SG'
    | 'SI'
    | 'SJ'
    | 'SK'
    | 'SM'
    | 'SN'
    | 'SO'
    | 'SZ'
    | 'TH'
    | 'TJ'
    | 'TM'
    | 'TN'
    | 'TR'
    | 'TW'
    | 'TZ'
    | 'UA'
    | 'US'
    | 'UY'
    | 'UZ'
    | 'VA'
    | 'VE'
    | 'VN'
    | 'XK'
    | 'ZA'
    | 'ZM';
  /**
   * Fewest characters.
   */
  minLength?: number;
  /**
   * Most characters.
   */
  maxLength?: number;
  /**
   * Most words; the field counts down.
   */
  maxWords?: number;
  /**
   * With control rich-text: the answer is Markdown.
   */
  contentMediaType?: 'text/markdown';
  /**
   * Smallest number allowed.
   */
  minimum?: number;
  /**
   * Largest number allowed.
   */
  maximum?: number;
  /**
   * The number must be larger.
   */
  exclusiveMinimum?: number;
  /**
   * The number must be smaller.
   */
  exclusiveMaximum?: number;
  /**
   * First date allowed, on a field with format date: a date (2026-01-01) or an expression that gives one. self is the group that contains the field. Unknown is no limit.
   */
  notBefore?: string;
  /**
   * Last date allowed, on a field with format date: a date (2026-12-31) or an expression that gives one. self is the group that contains the field. Unknown is no limit.
   */
  notAfter?: string;
  /**
   * The number must be a multiple: 0.01 for two decimal places.
   */
  multipleOf?: number;
  /**
   * The only value allowed. true on a boolean makes it a consent.
   */
  const?: string | number | boolean;
  /**
   * Narrows the options of a list or block to these constants, or is a choice without titles. Otherwise use oneOf.
   *
   * @minItems 1
   */
  enum?: (string | number | boolean)[];
  /**
   * The options of a choice, each with const and title.
   *
   * @minItems 1
   */
  oneOf?: OptionDefinition[];
  /**
   * The options come from a shared list, list:<id>@<version>, kept in forms/_lists.
   */
  options?: string;
  /**
   * On a single value: one of these constraints must hold.
   *
   * @minItems 1
   */
  anyOf?: ValueConstraint[];
  /**
   * On a single value: this constraint must not hold.
   */
  not?: ValueConstraint;
  /**
   * The fields of the group, in the order in which they are asked.
   */
  properties?: {
    [k: string]: FieldSchema;
  };
  /**
   * Names of the fields that must be answered whenever the group binds and they are asked. Demands nothing of what is hidden.
   */
  required?: string[];
  /**
   * At least so many fields of the group must be answered.
   */
  minProperties?: number;
  /**
   * At most so many fields of the group may be answered; 1 makes its groups exclude each other.
   */
  maxProperties?: number;
  /**
   * What each entry of the list is: a group, or a single value.
   */
  items?: FieldSchema;
  /**
   * Fewest entries, once the list binds.
   */
  minItems?: number;
  /**
   * Most entries.
   */
  maxItems?: number;
  /**
   * No two entries may be equal.
   */
  uniqueItems?: boolean;
  /**
   * Names the list's entry in the expressions of lists inside it, where item is the inner entry.
   */
  as?: string;
  /**
   * Heading above the list's entries.
   */
  heading?: string;
  /**
   * The button that adds an entry: Weiteren Hund hinzufügen.
   */
  add?: string;
  /**
   * The button that removes an entry: Hund entfernen.
   */
  remove?: string;
  /**
   * What stands in place of entries while there are none.
   */
  empty?: string;
  /**
   * Files: media types (application/pdf, image/*) or endings (.pdf).
   *
   * @minItems 1
   */
  accept?: string[];
  /**
   * Files: largest size of one file in bytes.
   */
  maxBytes?: number;
  /**
   * Conditions that must not be false. On a group self is the group, on a field the group that contains it.
   */
  checks?: CheckDefinition[];
  /**
   * Own wording of problems, by keyword (required, maxLength), by format or check id: {"format": "Die Chipnummer hat 15 Ziffern."}.
   */
  messages?: {
    /**
     * A text without markup; {{expression}} puts an answer in.
     */
    [k: string]: string;
  };
  about?: AboutDefinition;
  review?: ReviewDefinition;
  /**
   * Takes over a block (block:person, block:city/<name>) or a definition of this file (#/$defs/hund). Keywords beside it win for texts, add to constraints, and merge properties by name.
   */
  $ref?: string;
}
/**
 * A constraint on a single value.
 *
 * This interface was referenced by `FormDefinition`'s JSON-Schema
 * via the `definition` "ValueConstraint".
 */
export interface ValueConstraint {
  const?: string | number | boolean;
  /**
   * @minItems 1
   */
  enum?: (string | number | boolean)[];
  /**
   * What a text must look like: docs/formats.md.
   */
  format?:
    | 'date'
    | 'date-time'
    | 'time'
    | 'year-month'
    | 'email'
    | 'uri'
    | 'phone'
    | 'postal-code-de'
    | 'iban'
    | 'bic'
    | 'creditor-id'
    | 'tax-number-de'
    | 'vat-id'
    | 'leitweg-id'
    | 'tax-id-de'
    | 'social-security-number-de'
    | 'id-card-de'
    | 'passport-de'
    | 'coordinates'
    | 'ags'
    | 'ars'
    | 'licence-plate-de'
    | 'microchip'
    | 'din91379-a'
    | 'din91379-b'
    | 'din91379-c'
    | 'din91379-d'
    | 'din91379-e';
  /**
   * A JavaScript pattern (u flag) for the whole text, written ^(?:…)$. Say in messages what is expected.
   */
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  multipleOf?: number;
}
/**
 * One option of a choice.
 *
 * This interface was referenced by `FormDefinition`'s JSON-Schema
 * via the `definition` "OptionDefinition".
 */
export interface OptionDefinition {
  /**
   * What is stored and sent. No space around it.
   */
  const: string | number | boolean;
  /**
   * What people read. Text key: <field>#option:<const>.
   */
  title: string;
  /**
   * A hint below the option, in Markdown.
   */
  description?: string;
  /**
   * Offered only when this is true.
   */
  when?: string;
  /**
   * None of the others may be chosen with it ("none of these").
   */
  exclusive?: boolean;
  /**
   * "or" stands before it.
   */
  divider?: boolean;
  about?: AboutDefinition;
  review?: ReviewDefinition;
}
/**
 * A condition that must not be false; while it is unknown it is silent.
 *
 * This interface was referenced by `FormDefinition`'s JSON-Schema
 * via the `definition` "CheckDefinition".
 */
export interface CheckDefinition {
  /**
   * Unique where it stands; the problem's code is check:<id>.
   */
  id: string;
  /**
   * What must hold: self.wurftag <= today()
   */
  assert: string;
  /**
   * Where the problem is shown: names relative to self, one or several; on a step or the form, pointers. Without it: where the check stands.
   */
  at?: string | string[];
  /**
   * What is wrong and how to mend it. Text key: <where>#check:<id>.
   */
  message: string;
  about?: AboutDefinition;
  review?: ReviewDefinition;
}
/**
 * A page of the form, an exit, the summary, or the task list.
 *
 * This interface was referenced by `FormDefinition`'s JSON-Schema
 * via the `definition` "StepDefinition".
 */
export interface StepDefinition {
  /**
   * Name of the step in addresses, routes and text keys; unique in the form.
   */
  id: string;
  /**
   * page (default) asks. exit ends the route: nothing is sent. summary shows all answers before sending; one follows the last page anyway. tasks is the list of the sections, the first step of a form that has some; it is there anyway.
   */
  kind?: 'page' | 'exit' | 'summary' | 'tasks';
  /**
   * The page's heading. May interpolate answers: {{halter.vorname}}.
   */
  title: string;
  /**
   * Exits, summaries and task lists: their text, in Markdown.
   */
  text?: string;
  /**
   * The section it belongs to; in a form with sections every page names one.
   */
  section?: string;
  /**
   * The step is on the route only when this is true; so are the fields that stand on no other step.
   */
  when?: string;
  /**
   * Visited once per entry of this list; self and item are the entry.
   */
  forEach?: string;
  /**
   * What stands on the page, in order: pointers to fields, groups or lists, and text blocks. A pointer to a group places what no closer pointer places elsewhere.
   */
  fields?: (string | TextBlockDefinition)[];
  /**
   * Checks when the page is left; "at" holds pointers.
   */
  checks?: CheckDefinition[];
  /**
   * Exits: name of a service of kind handover to which people go on.
   */
  handover?: string;
  /**
   * Exits with handover: the answers that are passed on.
   *
   * Items: Where a field stands among the answers: /kontakt/email, in a list /hunde/* /name.
   */
  pass?: string[];
  about?: AboutDefinition;
  review?: ReviewDefinition;
}
/**
 * A part of the form with some of its steps, which stand together: a row of the task list.
 *
 * This interface was referenced by `FormDefinition`'s JSON-Schema
 * via the `definition` "SectionDefinition".
 */
export interface SectionDefinition {
  /**
   * Name of the section in steps and text keys; unique in the form.
   */
  id: string;
  /**
   * What it is about, in the task list.
   */
  title: string;
  /**
   * A sentence below the title in the task list, in Markdown.
   */
  description?: string;
  /**
   * The section is there only when this is true; so are its steps and what stands on no other step.
   */
  when?: string;
  /**
   * Sections that have to be complete before this one can be started.
   *
   * Items: Lower-case letters and digits in words joined by hyphens.
   */
  after?: string[];
  about?: AboutDefinition;
  review?: ReviewDefinition;
}
/**
 * A text between the fields of a page.
 *
 * This interface was referenced by `FormDefinition`'s JSON-Schema
 * via the `definition` "TextBlockDefinition".
 */
export interface TextBlockDefinition {
  /**
   * Unique in the form; text key: text:<id>#text.
   */
  id: string;
  /**
   * Heading of the text; what stays visible of a collapsible one.
   */
  title?: string;
  /**
   * The text, in Markdown.
   */
  text: string;
  /**
   * Shown only when this is true.
   */
  when?: string;
  /**
   * notice sets the text apart as important.
   */
  control?: 'notice';
  /**
   * Shown closed, below its title, until opened.
   */
  collapsible?: boolean;
  review?: ReviewDefinition;
}
/**
 * Something the form needs from outside. The server's configuration maps it to an adapter.
 *
 * This interface was referenced by `FormDefinition`'s JSON-Schema
 * via the `definition` "ServiceDefinition".
 */
export interface ServiceDefinition {
  /**
   * identity: login before the first step. payment: after sending. delivery, court-mail, de-mail, exchange, workspace …: receivers. mail, postbox: messages to the applicant. booking, eid, geo: fill a field. lookup: options or a check. handover: where an exit leads on.
   */
  kind:
    | 'identity'
    | 'payment'
    | 'delivery'
    | 'mail'
    | 'postbox'
    | 'booking'
    | 'upload'
    | 'lookup'
    | 'eid'
    | 'geo'
    | 'handover'
    | 'court-mail'
    | 'de-mail'
    | 'workspace'
    | 'exchange'
    | 'survey'
    | 'newsletter'
    | 'open-data'
    | 'participation'
    | 'issue-report'
    | 'chat';
  /**
   * What people call it. Text key: service:<name>#title.
   */
  title?: string;
  /**
   * Needed only when this is true. self is the root of the answers.
   */
  when?: string;
  /**
   * The form can do without: it may be published while no adapter is mapped, and people may skip it.
   */
  optional?: boolean;
  /**
   * identity: the least level of assurance (eIDAS).
   */
  level?: 'low' | 'substantial' | 'high';
  /**
   * payment: the amount in cents.
   */
  amount?: string;
  /**
   * payment: what it is for, as on the statement of account.
   */
  purpose?: string;
  /**
   * delivery and its like: the receiver's name in the server's configuration. booking: the office, likewise.
   */
  receiver?: string;
  /**
   * mail: the address, usually a field: kontakt.email
   */
  to?: string;
  /**
   * mail, postbox: the message's template; receipt is built in.
   */
  template?: string;
  /**
   * lookup: what it does for the fields that name it. options: offers what can be chosen while people type. check: says whether an answer is known.
   */
  for?: 'options' | 'check';
  /**
   * lookup: what is passed along, by name: {"plz": "self.plz"}. self is the group that contains the field. When one of them changes, it is asked anew.
   */
  with?: {
    /**
     * An expression in CEL over the answers, such as age(halter.geburtsdatum) >= 65. What is unanswered is unknown, and unknown is not true.
     */
    [k: string]: string;
  };
  /**
   * lookup for options: fewest characters to search for. Default: 2.
   */
  minLength?: number;
  /**
   * lookup: milliseconds without typing before it is asked. Default: 300.
   */
  debounce?: number;
  /**
   * lookup for options: only what it knows may be answered. Default: false, options are suggestions.
   */
  strict?: boolean;
  /**
   * lookup for options, booking, geo: what a chosen option, slot or place fills in beside the field. Name of the field, relative to the group around → name in what was chosen: {"ort": "town"}.
   */
  fills?: {
    [k: string]: string;
  };
  /**
   * lookup: what happens when it cannot be reached. pass (default): the answer stands unchecked. block: people have to try again later.
   */
  whenUnavailable?: 'pass' | 'block';
  about?: AboutDefinition;
  review?: ReviewDefinition;
}
/**
 * How long data is kept.
 *
 * This interface was referenced by `FormDefinition`'s JSON-Schema
 * via the `definition` "RetentionDefinition".
 */
export interface RetentionDefinition {
  /**
   * Days after the last change until a draft is erased.
   */
  draftDays?: number;
  /**
   * Days after delivery until the submission is erased.
   */
  deliveredDays?: number;
}
/**
 * Official identifiers and references; open to further keys.
 *
 * This interface was referenced by `FormDefinition`'s JSON-Schema
 * via the `definition` "AboutDefinition".
 */
export interface AboutDefinition {
  /**
   * Key of the service in the LeiKa catalogue.
   */
  leika?: string;
  /**
   * Identifier in XDatenfelder: F60000227, G…, S…
   */
  xdf?: string;
  /**
   * The law it rests on: § 27 MuSchG.
   */
  legalBasis?: string;
  /**
   * The authority in charge.
   */
  authority?: string;
  /**
   * Where people can ask.
   */
  contact?: string;
  /**
   * The public service this belongs to.
   */
  service?: string;
  /**
   * The receiver's own key.
   */
  key?: string;
  [k: string]: JsonValue | string | undefined;
}
/**
 * How a draft of an older version becomes a draft of a newer one. Everything is taken from the older answers at once (move, split, set, drop), then constants are mapped; what is not mentioned stays where it is.
 *
 * This interface was referenced by `FormDefinition`'s JSON-Schema
 * via the `definition` "MigrationDefinition".
 */
export interface MigrationDefinition {
  /**
   * Versions it applies to: ["1.0.0", "1.1.0"].
   *
   * @minItems 1
   *
   * Items: Semantic version: 1.0.0.
   */
  from: string[];
  /**
   * The version it leads to, from where another migration goes on. Default: this version.
   */
  to?: string;
  /**
   * Types of the older answers that expressions in "set" read: {"/kinder/* /alter": "number"}.
   */
  old?: {
    [k: string]: 'string' | 'number' | 'boolean' | 'date';
  };
  /**
   * Old place → new place, of fields, groups and lists; entries of lists as *, a single one by its number: {"/hunde/* /art": "/hunde/* /rasse", "/hund": "/hunde/0"}.
   */
  move?: {
    /**
     * Where a field stands among the answers: /kontakt/email, in a list /hunde/* /name.
     */
    [k: string]: string;
  };
  /**
   * Old text → pattern whose groups become several answers.
   */
  split?: {
    [k: string]: SplitDefinition;
  };
  /**
   * New place → expression over the older answers: {"/name": "or(vorname, '') + ' ' + or(nachname, '')"}. What is unknown is not set. In a list, self and item are the older entry.
   */
  set?: {
    /**
     * An expression in CEL over the answers, such as age(halter.geburtsdatum) >= 65. What is unanswered is unknown, and unknown is not true.
     */
    [k: string]: string;
  };
  /**
   * New place → old constant → new constant.
   */
  map?: {
    [k: string]: {
      [k: string]: string | number | boolean;
    };
  };
  /**
   * Old places whose answers are given up without telling people.
   *
   * Items: Where a field stands among the answers: /kontakt/email, in a list /hunde/* /name.
   */
  drop?: string[];
}
/**
 * This interface was referenced by `FormDefinition`'s JSON-Schema
 * via the `definition` "SplitDefinition".
 */
export interface SplitDefinition {
  /**
   * JavaScript pattern with groups, for the whole text: ^(?:(.+) (\S+))$.
   */
  pattern: string;
  /**
   * New places, one for each group of the pattern, in order.
   *
   * @minItems 1
   *
   * Items: Where a field stands among the answers: /kontakt/email, in a list /hunde/* /name.
   */
  into: string[];
}
/**
 * A reusable group or field, a file of forms/_blocks: {"$ref": "block:city/<name>"}.
 *
 * This interface was referenced by `FormDefinition`'s JSON-Schema
 * via the `definition` "BlockDefinition".
 */
export interface BlockDefinition {
  $schema?: string;
  $comment?: string;
  /**
   * person for a built-in block, city/<name> for the city's own.
   */
  id: string;
  /**
   * Of the block, for people.
   */
  version?: string;
  /**
   * Language of its texts. Default: de.
   */
  language?: string;
  /**
   * The group or field. Its expressions use only self, item and index.
   */
  schema: FieldSchema;
  /**
   * Translations by language; their keys are text keys without the block's name: /vorname#title, #title.
   */
  locales?: {
    [k: string]: LocaleTexts;
  };
}
/**
 * A shared code list, a file of forms/_lists: "options": "list:<id>@<version>". A version never changes.
 *
 * This interface was referenced by `FormDefinition`'s JSON-Schema
 * via the `definition` "CodeList".
 */
export interface CodeList {
  $schema?: string;
  $comment?: string;
  /**
   * Lower-case letters and digits in words joined by hyphens.
   */
  id: string;
  version: string;
  title: string;
  /**
   * BCP 47: de, en, de-x-leicht.
   */
  language: string;
  /**
   * Where the list comes from: an address, an identifier.
   */
  source?: string;
  /**
   * @minItems 1
   */
  entries: {
    /**
     * What is stored and sent. No space around it.
     */
    const: string | number | boolean;
    /**
     * What people read. Text key: list:<id>@<version>#<const>.
     */
    title: string;
    /**
     * A hint below the option, in Markdown.
     */
    description?: string;
    exclusive?: boolean;
    divider?: boolean;
    about?: AboutDefinition;
  }[];
  /**
   * Translations by language: constant → title, and description:<constant> → hint.
   */
  locales?: {
    [k: string]: {
      [k: string]: string;
    };
  };
}
/**
 * An example journey, a file of cases/: answers in; path, problems, values, submission out. Only the expectations given are compared.
 *
 * This interface was referenced by `FormDefinition`'s JSON-Schema
 * via the `definition` "FormCase".
 */
export interface FormCase {
  $schema?: string;
  $comment?: string;
  name: string;
  /**
   * What today() is. Default: the day of the run.
   */
  today?: string;
  /**
   * BCP 47: de, en, de-x-leicht.
   */
  language?: string;
  /**
   * The answers, in the shape of data.
   */
  answers: JsonObject;
  expect: {
    /**
     * The whole route, summary and exit included; repeated steps as hund-einzeln/0.
     */
    path?: string[];
    /**
     * All problems of the answers.
     */
    problems?: {
      /**
       * Pointer of the answer; empty for the whole form.
       */
      at: string;
      /**
       * required, pattern, format:iban, check:wurftag …
       */
      code: string;
    }[];
    /**
     * Pointer → value of a computed field; entry by entry.
     */
    values?: JsonObject;
    /**
     * Pointers of what must be irrelevant.
     */
    irrelevant?: string[];
    /**
     * What would be sent.
     */
    submission?: JsonObject;
  };
}
