import { runPattern } from '../pattern-runner.ts';
import type { ProfileFunction } from './function.ts';

/** Longer texts are never matched: the result is unknown. */
export const longestMatched = 10_000;

const compiled = new Map<string, RegExp | undefined>();

function patternOf(source: string): RegExp | undefined {
  if (!compiled.has(source)) {
    // Programs hold few patterns; the limit is for processes that run many programs.
    if (compiled.size >= 1000) compiled.clear();
    let pattern: RegExp | undefined;
    try {
      pattern = new RegExp(source, 'u');
    } catch {
      // The compiler refuses such patterns; in a program made by others the result is unknown.
    }
    compiled.set(source, pattern);
  }
  return compiled.get(source);
}

/** A JavaScript pattern with the `u` flag, written `^(?:…)$`. */
export const matches: ProfileFunction = {
  run([text, source]) {
    if (typeof text !== 'string' || typeof source !== 'string' || text.length > longestMatched) return undefined;
    const pattern = patternOf(source);
    const found = pattern && runPattern(pattern, text);
    return found === undefined ? undefined : found !== null;
  },
};
