import { type ErrorCode, type ErrorParams, type JsonObject, SchalterError } from '@schalter/definition';

/**
 * What every vendor's folder exports as `adapter`: how the adapter is called in a configuration, what it may be told,
 * and the factory that makes the port out of options.
 */
export interface Adapter<Port> {
  /** `<kind>/<vendor>`, as in the folders below `src` and in configurations. */
  readonly name: `${string}/${string}`;
  /** One line for operators. */
  readonly title: string;
  /** JSON Schema 2020-12 of the options; secrets carry `writeOnly: true`. */
  readonly options: JsonObject;
  /**
   * Makes the port. Nothing is opened or connected yet: that is for the first call and for `check`.
   * @throws SchalterError `adapter-options` with a JSON Pointer into the options
   */
  readonly create: (options: unknown) => Port;
}

/** What every port can do besides its work. */
export interface Port {
  /** Tries settings, connection and credentials without leaving a trace at the receiver. Never rejects. */
  check(): Promise<CheckResult>;
  /** Releases connections and waits for work under way. Calls after it reject with `adapter-closed`. */
  close(): Promise<void>;
}

export interface CheckResult {
  readonly ok: boolean;
  /** In the order they were tried; what stands behind a failed part was not tried. */
  readonly parts: readonly CheckPart[];
}

export interface CheckPart {
  readonly part: 'settings' | 'connection' | 'credentials';
  readonly ok: boolean;
  /** When not ok: the error's code and sentence. */
  readonly code?: ErrorCode;
  readonly message?: string;
}

/** How an adapter says no. `retry`: the same call may succeed later; otherwise a person has to look at it. */
export class AdapterError extends SchalterError {
  readonly retry: boolean;

  constructor(code: ErrorCode, params: ErrorParams, options: { retry: boolean; at?: string; cause?: unknown }) {
    super(code, params, options);
    this.retry = options.retry;
  }
}

/** Runs the parts of a check one after the other and stops at the first that throws. */
export async function runCheck(
  parts: readonly { readonly part: CheckPart['part']; readonly run: () => Promise<void> }[],
): Promise<CheckResult> {
  const done: CheckPart[] = [];
  for (const { part, run } of parts) {
    try {
      await run();
      done.push({ part, ok: true });
    } catch (error) {
      if (!(error instanceof SchalterError)) throw error;
      done.push({ part: partOf(error, part), ok: false, code: error.code, message: error.message });
      return { ok: false, parts: done };
    }
  }
  return { ok: true, parts: done };
}

function partOf(error: SchalterError, tried: CheckPart['part']): CheckPart['part'] {
  return error.code === 'adapter-credentials' ? 'credentials' : tried;
}
