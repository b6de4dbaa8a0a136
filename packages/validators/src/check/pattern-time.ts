/// <reference path="./recheck.d.ts" />
import { isPlainPattern } from '../patterns/plain-pattern.ts';

const verdicts = new Map<string, Verdict>();

/** `safe`: time grows with the text's length at most; `slow`: faster than that; `undecided`: nobody could tell in time. */
export type Verdict = 'safe' | 'slow' | 'undecided';

/** Milliseconds for one pattern; what takes longer is undecided, and so refused. Ample, so that a busy machine says the same as a quiet one. */
const longest = 30_000;

/**
 * Whether no text can make a pattern slow, as npm `recheck` finds it (its pure JavaScript build: no processes, no
 * workers).
 * @param source a valid pattern for the `u` flag
 * @param timeout milliseconds
 */
export async function isLinear(source: string, timeout = longest): Promise<Verdict> {
  if (isPlainPattern(source)) return 'safe';
  // What refers back to a group is beyond what anybody can prove.
  if (refersBack(source)) return 'undecided';
  let verdict = verdicts.get(source);
  if (verdict === undefined) {
    verdict = await recheck(source, timeout);
    // Forms hold few patterns; the limit is for processes that check many forms.
    if (verdicts.size >= 1000) verdicts.clear();
    verdicts.set(source, verdict);
  }
  return verdict;
}

async function recheck(source: string, timeout: number): Promise<Verdict> {
  // Loaded only by forms that need it: it is two megabytes.
  const { default: checker } = await import('recheck/lib/browser.js');
  try {
    const { status } = checker.checkSync(source, 'u', { timeout });
    return status === 'safe' ? 'safe' : status === 'vulnerable' ? 'slow' : 'undecided';
  } catch {
    return 'undecided';
  }
}

/** `\1`, `\k<name>`; escapes and classes hold no references. */
function refersBack(source: string): boolean {
  return /\\(?:[1-9]|k<)/u.test(source.replace(/\\\\|\[(?:\\.|[^\]\\])*\]/gsu, '_'));
}
