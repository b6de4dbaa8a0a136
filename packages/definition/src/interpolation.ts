/** What an author put between `{{` and `}}`: an expression, not yet checked. */
export interface Interpolation {
  readonly expression: string;
}

const braces = /\{\{([^{}]*)\}\}/g;

/** A line of plain text in pieces: `Hund {{item.name}}` is `['Hund ', { expression: 'item.name' }]`. */
export function parsePlain(text: string): (string | Interpolation)[] {
  const pieces: (string | Interpolation)[] = [];
  let end = 0;
  for (const match of text.matchAll(braces)) {
    if (match.index > end) pieces.push(text.slice(end, match.index));
    pieces.push({ expression: (match[1] ?? '').trim() });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push(text.slice(end));
  return pieces;
}
