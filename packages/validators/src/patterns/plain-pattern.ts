/**
 * Patterns that need no analysis: one character or class after the other, of which one at most may repeat as often as it
 * likes. They are most patterns of forms.
 */
export function isPlainPattern(source: string): boolean {
  if (!source.startsWith('^(?:') || !source.endsWith(')$')) return false;
  const inner = source.slice('^(?:'.length, -')$'.length);
  const bare = inner.replace(/\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\.|\[(?:\\.|[^\]\\])*\]/gsu, '_');
  if (/[()|\\]/u.test(bare) || /\\[1-9k]/u.test(inner)) return false;
  const repeats = bare.match(/[*+?]|\{\d+(?:,\d*)?\}/gu) ?? [];
  const free = repeats.filter((repeat) => !/^\{\d+\}$/u.test(repeat) && repeat !== '?');
  const optional = repeats.filter((repeat) => repeat === '?');
  return free.length <= 1 && optional.length <= 3;
}
