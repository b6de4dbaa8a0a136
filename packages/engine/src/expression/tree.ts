/**
 * The checked syntax tree of an expression as it stands in the program: JSON, nothing left to parse or to resolve.
 * Written at compile time from cel-js's tree, evaluated at run time by `evaluate`.
 */
export type Expression =
  | readonly ['literal', null | boolean | number | string]
  | readonly ['listLiteral', readonly Expression[]]
  /** A name and the members after it: `halter.geburtsdatum` is `['get', { base: 'root' }, ['halter', 'geburtsdatum']]`. */
  | readonly ['get', Base, readonly string[]]
  /** A member of something computed: `hunde[0].name`. */
  | readonly ['select', Expression, string]
  | readonly ['index', Expression, Expression]
  | readonly ['not', Expression]
  | readonly ['negate', Expression]
  | readonly ['and' | 'or', Expression, Expression]
  | readonly ['equal' | 'unequal', Expression, Expression]
  | readonly ['less' | 'lessOrEqual' | 'greater' | 'greaterOrEqual', Expression, Expression]
  | readonly ['add' | 'subtract' | 'multiply' | 'divide' | 'remainder', Expression, Expression]
  | readonly ['in', Expression, Expression]
  | readonly ['choose', Expression, Expression, Expression]
  /** `list.exists(variable, body)`; `map` and `filter` give lists. */
  | readonly ['macro', MacroName, Expression, string, Expression]
  /** A function or text method of the profile; a method's receiver is its first argument. */
  | readonly ['call', string, readonly Expression[]];

export type MacroName = 'all' | 'exists' | 'exists_one' | 'map' | 'filter';

/** Where a name starts. */
export type Base =
  | { readonly base: 'root' }
  | { readonly base: 'self' }
  /** The nearest entry; `as` names an outer one. */
  | { readonly base: 'item'; readonly as?: string }
  | { readonly base: 'index'; readonly as?: string }
  | { readonly base: 'define'; readonly name: string }
  | { readonly base: 'variable'; readonly name: string };

/**
 * What an expression can meet. `null` is an unanswered leaf, `undefined` is *unknown*. Groups and lists are handles:
 * reading a leaf through them is what makes an expression depend on it.
 */
export type Value = undefined | null | boolean | number | string | readonly Value[] | GroupValue | ListValue;

/** A group of the answers (it always exists). */
export interface GroupValue {
  readonly kind: 'group';
  /** A member: leaf value, group, list; `null` for what does not exist. */
  get(name: string): Value;
  /** Whether any leaf inside is answered: prefilled ones counted, computed ones not. */
  answered(): boolean;
}

/** A list of the answers (it always exists; empty when unanswered or irrelevant). */
export interface ListValue {
  readonly kind: 'list';
  length(): number;
  /** Beyond the end stands an entry of `null`s (for lists of groups) or `null`. */
  at(index: number): Value;
  answered(): boolean;
}

/** What an expression is evaluated in. */
export interface Environment {
  root(): GroupValue;
  self(): GroupValue;
  /** The nearest entry, or that of the list whose `as` is given. */
  item(as?: string): Value;
  index(as?: string): number;
  /** Value of a named expression of the form. */
  define(name: string): Value;
  /** ISO date, one value per session. */
  today(): string;
  /** Public holidays for `workingDays`; without a source it is unknown. */
  readonly holidays?: HolidaySource;
}

/**
 * The public holidays of a region (ISO 3166-2, `DE-BY`) in a year, as ISO dates. `undefined` where the source knows
 * nothing about the region or the year: guessing would give wrong deadlines. `holidaySource` of
 * `@schalter/engine/holidays` makes one of its dates.
 */
export interface HolidaySource {
  (region: string, year: number): readonly string[] | undefined;
  /**
   * Days from Monday to Friday that are no public holiday in the region, after `from` up to and including `to` (ISO
   * dates); negative when `to` lies before `from`.
   */
  workingDays(from: string, to: string, region: string): number | undefined;
}
