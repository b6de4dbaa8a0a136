/// <reference path="./recheck.d.ts" />
const verdicts = new Map<string, Verdict>();

/** `safe`: time grows with the text's length at most; `slow`: faster than that; `undecided`: nobody could tell in time. */
export type Verdict = 'safe' | 'slow' | 'undecided';

/** Milliseconds for one pattern; what takes longer is undecided, and so refused. */
const timeout = 10_000;

/**
 * Whether no text can make a pattern slow, as npm `recheck` finds it (its pure JavaScript build: no processes, no
 * workers).
 * @param source a valid pattern for the `u` flag
 */
export async function isLinear(source: string): Promise<Verdict> {
  if (isPlain(source)) return 'safe';
  let verdict = verdicts.get(source);
  if (verdict === undefined) {
    verdict = await recheck(source);
    // Forms hold few patterns; the limit is for processes that check many forms.
    if (verdicts.size >= 1000) verdicts.clear();
    verdicts.set(source, verdict);
  }
  return verdict;
}

async function recheck(source: string): Promise<Verdict> {
  // Loaded only by forms that need it: it is two megabytes.
  const { default: checker } = await import('recheck/lib/browser.js');
  try {
    const { status } = checker.checkSync(source, 'u', { timeout });
    return status === 'safe' ? 'safe' : status === 'vulnerable' ? 'slow' : 'undecided';
  } catch {
    return 'undecided';
  }
}

/**
 * Patterns that need no analysis: one character or class after the other, of which one at most may repeat as often as it
 * likes. They are most patterns of forms.
 */
function isPlain(source: string): boolean {
  const inner = source.slice('^(?:'.length, -')$'.length);
  const bare = inner.replace(/\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\.|\[(?:\\.|[^\]\\])*\]/gsu, '_');
  if (/[()|\\]/u.test(bare) || /\\[1-9k]/u.test(inner)) return false;
  const repeats = bare.match(/[*+?]|\{\d+(?:,\d*)?\}/gu) ?? [];
  const free = repeats.filter((repeat) => !/^\{\d+\}$/u.test(repeat) && repeat !== '?');
  const optional = repeats.filter((repeat) => repeat === '?');
  return free.length <= 1 && optional.length <= 3;
}
