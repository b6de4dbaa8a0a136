import { type DefinitionProblem, type ErrorCode, type ErrorParams, errorMessage } from '../errors.ts';
import type { Origin } from '../resolved.ts';

/** Collects problems; what is wrong in a block is reported once, however often the block is used. */
export interface Report {
  readonly problems: readonly DefinitionProblem[];
  (code: ErrorCode, origin: Origin, params?: ErrorParams): void;
}

export function createReport(): Report {
  const problems: DefinitionProblem[] = [];
  const seen = new Set<string>();
  const report = (code: ErrorCode, { file, at }: Origin, params: ErrorParams = {}): void => {
    const key = JSON.stringify([code, file, at, params]);
    if (seen.has(key)) return;
    seen.add(key);
    problems.push({ code, severity: 'error', file, at, params, message: errorMessage(code, params) });
  };
  return Object.assign(report, { problems });
}
