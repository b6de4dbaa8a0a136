/* What every platform has (browsers, Node, workers) and the language's own library does not declare. */

declare interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
  throwIfAborted(): void;
}

declare class AbortController {
  readonly signal: AbortSignal;
  abort(reason?: unknown): void;
}

declare function setTimeout(run: () => void, milliseconds?: number): unknown;
declare function clearTimeout(handle: unknown): void;

declare const crypto: { getRandomValues(bytes: Uint8Array): Uint8Array };
