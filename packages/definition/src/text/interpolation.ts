/** What stands in `{{…}}`: an expression, not yet read. */
export interface Interpolation {
  readonly expression: string;
}

/** `{{…}}`, and `\{{` for two braces that mean nothing. */
const pattern = /\\\{\{|\{\{([\s\S]*?)\}\}/g;

/**
 * A text of one line as its pieces: plain text and what is put in. No markup; `{{` without `}}` stays as it is
 * (`markdownProblems` and `plainProblems` report it).
 */
export function parsePlain(text: string): (string | Interpolation)[] {
  const parts: (string | Interpolation)[] = [];
  let plain = '';
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    plain += text.slice(end, match.index);
    end = match.index + match[0].length;
    if (match[1] === undefined) {
      plain += '{{';
      continue;
    }
    if (plain !== '') parts.push(plain);
    plain = '';
    parts.push({ expression: match[1].trim() });
  }
  plain += text.slice(end);
  if (plain !== '') parts.push(plain);
  return parts;
}

/** Whether a text has `{{` without `}}`. */
export function hasOpenInterpolation(text: string): boolean {
  return text.replace(pattern, '').includes('{{');
}

/** A text whose interpolations are hidden from the Markdown parser: to it they are letters. */
export interface Hidden {
  readonly text: string;
  /** A string from the parsed text with its interpolations again. */
  parts(text: string): (string | Interpolation)[];
  /** The same as it was written, for code. */
  written(text: string): string;
  has(text: string): boolean;
}

// Characters for private use, which have no place in a text; those that an author wrote are dropped.
const open = '\uE000';
const close = '\uE001';
const hidden = /\uE000(\d+)\uE001/g;

export function hideInterpolations(text: string): Hidden {
  const expressions: string[] = [];
  const cleaned = text.replace(/[\uE000\uE001]/g, '');
  const shown = cleaned.replace(pattern, (whole, expression: string | undefined) => {
    if (expression === undefined) return whole;
    return `${open}${expressions.push(expression) - 1}${close}`;
  });
  return {
    text: shown,
    parts(parsed) {
      const parts: (string | Interpolation)[] = [];
      // Odd pieces of the split are the numbers.
      for (const [at, piece] of parsed.split(hidden).entries()) {
        if (at % 2 === 1) parts.push({ expression: (expressions[Number(piece)] ?? '').trim() });
        else if (piece !== '') parts.push(piece);
      }
      return parts;
    },
    written: (parsed) => parsed.replace(hidden, (_, number: string) => `{{${expressions[Number(number)] ?? ''}}}`),
    has: (parsed) => parsed.includes(open),
  };
}
