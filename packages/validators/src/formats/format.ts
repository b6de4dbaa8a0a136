/** What formats are gathered under in lists for authors, in this order. */
export const formatGroups = ['time', 'contact', 'bank', 'organisation', 'person', 'place', 'thing', 'text'] as const;

export type FormatGroup = (typeof formatGroups)[number];

/** A text for authors in the languages of the tools. */
export interface GuideText {
  readonly de: string;
  readonly en: string;
}

/**
 * A format: what a text must look like beyond length and pattern, and what authors are told about it. Pages load the
 * test alone, from the module of the format's name.
 */
export interface Format {
  /** As in the keyword `format`; the problem's code is `format:<name>`. */
  readonly name: string;
  /**
   * @param text an answer: trimmed and in Unicode NFC, never empty
   */
  readonly test: (text: string) => boolean;
  readonly group: FormatGroup;
  /** What the answer is, in a few words. */
  readonly title: GuideText;
  /** What is taken, and what an author should think of. */
  readonly hint: GuideText;
  /** The standard or register that says so. */
  readonly source: string;
  /** What is taken; the first is the example that authors see. Fictitious where it could be somebody's. */
  readonly valid: readonly [string, ...string[]];
  /** What is refused. */
  readonly invalid: readonly string[];
}
