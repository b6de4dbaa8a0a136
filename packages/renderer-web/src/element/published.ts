import type { Program, Validate } from '@schalter/engine';
import { PortError } from '@schalter/engine';
import type { Http } from './http.ts';
import { textOf } from './http.ts';

/** A published form, ready to run. */
export interface PublishedForm {
  readonly program: Program;
  readonly validate: Validate;
  /** The server's date in the form's time zone. */
  readonly today: string;
}

/**
 * Loads a form: its newest version, or the one a draft was begun with.
 * @throws PortError `unknown-form`, `offline`
 */
export async function loadForm(http: Http, id: string, version?: string): Promise<PublishedForm> {
  const wanted = version === undefined ? '' : `?version=${encodeURIComponent(version)}`;
  const { body } = await http.request(`/api/forms/${encodeURIComponent(id)}${wanted}`).catch((error: unknown) => {
    const gone = error instanceof PortError && error.failure.code === 'draft-gone';
    throw gone ? new PortError({ code: 'unknown-form', retry: false }) : error;
  });
  const { program, validate } = await loadModule(http.address(textOf(body, 'module') ?? ''));
  return { program, validate, today: textOf(body, 'today') ?? '' };
}

/** A published form is a module of its own, its validators compiled: no code is ever made from text. */
async function loadModule(address: string): Promise<{ program: Program; validate: Validate }> {
  try {
    return await import(/* @vite-ignore */ address);
  } catch {
    throw new PortError({ code: 'offline', retry: true });
  }
}
