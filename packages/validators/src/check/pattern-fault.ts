import type { ErrorCode, ErrorParams } from '@schalter/definition';

/** What is wrong with how a pattern is written; undefined if nothing is. */
export function patternFault(source: string): { readonly code: ErrorCode; readonly params: ErrorParams } | undefined {
  try {
    new RegExp(source, 'u');
  } catch (error) {
    const detail = error instanceof Error ? error.message.replace(/^Invalid regular expression: /u, '') : '';
    return { code: 'pattern-invalid', params: { detail } };
  }
  return isAnchored(source) ? undefined : { code: 'pattern-not-anchored', params: { pattern: source } };
}

/** Whether a pattern is one group from `^(?:` to `)$`: in `^(?:a)|(?:b)$` the first group ends too early. */
function isAnchored(source: string): boolean {
  if (!source.startsWith('^(?:') || !source.endsWith(')$')) return false;
  // Escapes and classes cannot open or close groups.
  const bare = source.replace(/\\.|\[(?:\\.|[^\]\\])*\]/gsu, (part) => '_'.repeat(part.length));
  let depth = 0;
  for (let index = 1; index < bare.length - 1; index += 1) {
    if (bare[index] === '(') depth += 1;
    if (bare[index] === ')') depth -= 1;
    if (depth === 0) return index === bare.length - 2;
  }
  return false;
}
