import type { DefinitionProblem, FieldSchema, Library, LocaleTexts } from '@schalter/definition';
import type { Program } from '@schalter/engine';

/** A form of the server, as the list shows it. */
export interface FormEntry {
  readonly id: string;
  readonly title: string;
  readonly version: string;
}

/** An author's working copy. */
export interface WorkingCopy {
  /** Text of form.json as stored: the order of its properties has meaning. */
  readonly form: string;
  readonly locales: Readonly<Record<string, LocaleTexts>>;
  /** Grows with every save; a save names the one it builds on. */
  readonly revision: number;
}

/** What the checker found; `program` and `data` are there when the form can run. */
export interface CheckResult {
  readonly problems: readonly DefinitionProblem[];
  readonly program?: Program;
  readonly data?: FieldSchema;
}

/** A refusal of the server: `status` 0 when it could not be reached. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly code: string;
  readonly problems: readonly DefinitionProblem[];

  constructor(status: number, code: string, detail: string, problems: readonly DefinitionProblem[] = []) {
    super(detail);
    this.status = status;
    this.code = code;
    this.problems = problems;
  }
}

/** The server's designer routes. Every method rejects with an `ApiError`. */
export function designerApi(base = '/api/designer') {
  async function call<Result>(path: string, init?: RequestInit): Promise<Result> {
    let response: Response;
    try {
      response = await fetch(`${base}${path}`, {
        ...init,
        headers: {
          accept: 'application/json',
          ...(init?.body ? { 'content-type': 'application/json' } : {}),
          ...init?.headers,
        },
      });
    } catch (cause) {
      throw new ApiError(0, 'offline', String(cause));
    }
    const body = response.status === 204 ? undefined : await response.json();
    if (response.ok) return body;
    throw new ApiError(response.status, body?.code ?? 'unknown', body?.detail ?? response.statusText, body?.problems);
  }
  const form = (id: string) => `/forms/${encodeURIComponent(id)}`;
  return {
    list: () => call<readonly FormEntry[]>('/forms'),
    /** The city's own blocks and lists; of lists what they are called, not their entries. */
    library: () => call<Library>('/library'),
    open: (id: string) => call<WorkingCopy>(form(id)),
    save: (id: string, copy: WorkingCopy) =>
      call<{ readonly revision: number }>(form(id), {
        method: 'PUT',
        headers: { 'if-match': `"${copy.revision}"` },
        body: JSON.stringify({ form: copy.form, locales: copy.locales }),
      }),
    check: (id: string, copy: Pick<WorkingCopy, 'form' | 'locales'>, signal: AbortSignal) =>
      call<CheckResult>(`${form(id)}/check`, { method: 'POST', body: JSON.stringify(copy), signal }),
    publish: (id: string) =>
      call<{ readonly id: string; readonly version: string }>(`${form(id)}/publish`, { method: 'POST' }),
  };
}
