import type { PortFailure } from '../ports/submission.ts';

/** How a port says no: thrown or rejected with. Everything else that is thrown counts as "offline, try again". */
export class PortError extends Error {
  override readonly name = 'PortError';
  readonly failure: PortFailure;

  constructor(failure: PortFailure, options?: { cause?: unknown }) {
    super(failure.code, options);
    this.failure = failure;
  }
}

/** The failure in what a port rejected with; recognised by its shape, since it may come from another copy of this module. */
export function failureOf(error: unknown): PortFailure {
  if (typeof error === 'object' && error !== null && 'failure' in error) {
    const { failure } = error;
    if (typeof failure === 'object' && failure !== null && 'code' in failure && typeof failure.code === 'string') {
      return failure as PortFailure;
    }
  }
  return { code: 'offline', retry: true };
}
