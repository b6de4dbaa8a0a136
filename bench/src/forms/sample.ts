/**
 * The forms that everybody runs: `n` text fields `f0`, `f1`, …, every third one required.
 * - `neighbours`: each field is shown by a rule on the one before (that it is answered)
 * - `hub`: one field governs all others (shown while it is "ja")
 * - `chain`: numbers instead of texts, each computed from the one before; the head changes everything
 */
export interface SampleForm {
  readonly kind: 'neighbours' | 'hub' | 'chain';
  readonly fields: number;
  /** Fields per page. */
  readonly pageSize: number;
}

export const names = ({ fields }: SampleForm): string[] => Array.from({ length: fields }, (_, index) => `f${index}`);

export const isRequired = (index: number): boolean => index % 3 === 0;

/** Names page by page. */
export function pagesOf(form: SampleForm): string[][] {
  const all = names(form);
  const pages: string[][] = [];
  for (let start = 0; start < all.length; start += form.pageSize) pages.push(all.slice(start, start + form.pageSize));
  return pages;
}

/** An answer as people give them: some twenty letters. */
export const answerTo = (index: number): string => `Antwort auf Frage ${index}`;

/** Answers to all fields that are asked. */
export function answersOf(form: SampleForm): Record<string, string | number> {
  if (form.kind === 'chain') return { f0: 1 };
  const answers = Object.fromEntries(names(form).map((name, index) => [name, answerTo(index)]));
  return form.kind === 'hub' ? { ...answers, f0: 'ja' } : answers;
}
