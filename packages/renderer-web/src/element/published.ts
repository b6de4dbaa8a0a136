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
 * Loads program and validators of a form: its newest version, or the one a draft was begun with.
 * @throws PortError `unknown-form`, `offline`
 */
export async function loadForm(http: Http, id: string, version?: string): Promise<PublishedForm> {
  const wanted = version === undefined ? '' : `?version=${encodeURIComponent(version)}`;
  const { body } = await http.request(`/api/forms/${encodeURIComponent(id)}${wanted}`).catch((error: unknown) => {
    const gone = error instanceof PortError && error.failure.code === 'draft-gone';
    throw gone ? new PortError({ code: 'unknown-form', retry: false }) : error;
  });
  const [program, validate] = await Promise.all([
    http.request(textOf(body, 'program') ?? '').then((answer) => answer.body as Program),
    loadValidators(http.address(textOf(body, 'validators') ?? '')),
  ]);
  return { program, validate, today: textOf(body, 'today') ?? '' };
}

/** Published validators are a module of their own: no code is ever made from text. */
async function loadValidators(address: string): Promise<Validate> {
  try {
    const module = (await import(/* @vite-ignore */ address)) as { validate: Validate };
    return module.validate;
  } catch {
    throw new PortError({ code: 'offline', retry: true });
  }
}
