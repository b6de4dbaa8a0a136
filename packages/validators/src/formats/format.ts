/** A format: what a text must look like beyond length and pattern. */
export interface Format {
  /** As in the keyword `format`; the problem's code is `format:<name>`. */
  readonly name: string;
  /**
   * @param text an answer: trimmed and in Unicode NFC, never empty
   */
  readonly test: (text: string) => boolean;
}
