import { createContext, Script } from 'node:vm';
import type { PatternRunner } from '@schalter/engine';
import { isPlainPattern, longestMatched, type PatternMaker } from '@schalter/validators';

/** Milliseconds after which a pattern is given up. */
const longest = 100;

const script = new Script('pattern.exec(text)');

/** What runs the patterns of forms on a server. */
export interface PatternGuard {
  /** For expressions and migrations: unknown when it is given up. */
  readonly run: PatternRunner;
  /** For validators: no match when it is given up. */
  readonly pattern: PatternMaker;
}

/**
 * Runs patterns such that none keeps the process busy: V8 interrupts a script that takes too long, a match included. The
 * checker refuses such patterns, but proves nothing about those with lookarounds, and older builds were made by older
 * checkers. It costs a tenth of a millisecond, so patterns too plain to take long are run as they are.
 * @param onGivenUp told once for every text that was given up
 */
export function createPatternGuard(onGivenUp: (source: string) => void): PatternGuard {
  const scope: { pattern?: RegExp; text?: string } = {};
  const context = createContext(scope);
  const plain = new WeakMap<RegExp, boolean>();

  const run: PatternRunner = (pattern, text) => {
    let isPlain = plain.get(pattern);
    if (isPlain === undefined) {
      isPlain = isPlainPattern(pattern.source);
      plain.set(pattern, isPlain);
    }
    if (isPlain) return pattern.exec(text);
    scope.pattern = pattern;
    scope.text = text;
    try {
      return script.runInContext(context, { timeout: longest });
    } catch (error) {
      if (!isTimeout(error)) throw error;
      onGivenUp(pattern.source);
      return undefined;
    } finally {
      delete scope.text;
    }
  };

  return {
    run,
    pattern(source, flags = 'u') {
      const pattern = new RegExp(source, flags);
      return {
        test: (text) => text.length <= longestMatched && Boolean(run(pattern, text)),
        toString: () => String(pattern),
      };
    },
  };
}

/** The error may be one of another realm. */
function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}
