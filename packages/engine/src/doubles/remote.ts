import type { PortFailure } from '../ports/submission.ts';
import { PortError } from '../session/failure.ts';

/** A call of a double that is held back. */
interface Held {
  readonly name: string;
  readonly go: () => void;
}

/**
 * The line to a double: notes every call, fails the next ones or holds them back when told so, and hears of aborted
 * calls. Without instructions every call is answered at once.
 */
export class Remote {
  /** Names of all calls so far, and of those that were aborted. */
  readonly calls: string[] = [];
  readonly aborted: string[] = [];
  readonly #failures: { readonly name: string; readonly failure: PortFailure }[] = [];
  readonly #paused = new Set<string>();
  #held: Held[] = [];

  /** The next calls of this name are rejected. */
  fail(name: string, failure: PortFailure, times = 1): void {
    for (let time = 0; time < times; time++) this.#failures.push({ name, failure });
  }

  /** Calls of this name are not answered before `resume`. */
  pause(name: string): void {
    this.#paused.add(name);
  }

  /** Answers what was held back, the first first; later calls are answered at once again. */
  resume(name: string): void {
    this.#paused.delete(name);
    const due = this.#held.filter((held) => held.name === name);
    this.#held = this.#held.filter((held) => held.name !== name);
    for (const { go } of due) go();
  }

  /** How many calls of this name wait for an answer. */
  waiting(name: string): number {
    return this.#held.filter((held) => held.name === name).length;
  }

  /**
   * Answers a call, once it may be.
   * @param answer what is done at the other end; its result, or what it throws, is the answer
   */
  async answer<Answer>(name: string, signal: AbortSignal, answer: () => Answer | Promise<Answer>): Promise<Answer> {
    this.calls.push(name);
    signal.addEventListener('abort', () => this.aborted.push(name), { once: true });
    if (this.#paused.has(name)) await new Promise<void>((resolve) => this.#held.push({ name, go: resolve }));
    signal.throwIfAborted();
    const next = this.#failures.findIndex((failure) => failure.name === name);
    const [failing] = next === -1 ? [] : this.#failures.splice(next, 1);
    if (failing) throw new PortError(failing.failure);
    return await answer();
  }
}

export function failure(code: string, retry = false): PortError {
  return new PortError({ code, retry });
}
