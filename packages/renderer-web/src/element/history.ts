import type { View } from '@schalter/engine';

/** A page of a form, as the browser's history remembers it. */
export interface Place {
  readonly step: string;
  readonly entry?: string;
}

export const placeOf = (view: View): Place =>
  view.step.entry === undefined ? { step: view.step.id } : { step: view.step.id, entry: view.step.entry };

export const samePlace = (a: Place, b: Place): boolean => a.step === b.step && a.entry === b.entry;

/**
 * Steps as entries of the browser's history. On the form server's own pages each step has its address, which the
 * server answers too; on other sites the address stays.
 */
export class StepHistory {
  readonly #form: string;
  readonly #base: string | undefined;

  /** @param draft id of the draft in the page's address, if there is one */
  constructor(form: string, draft: string | undefined) {
    this.#form = form;
    this.#base = draft === undefined ? undefined : baseOf(location.pathname, form, draft);
  }

  /** The step that the page's address names, if it is one of ours. */
  current(): Place | undefined {
    if (this.#base === undefined || !location.pathname.startsWith(`${this.#base}/`)) return undefined;
    const step = decode(location.pathname.slice(this.#base.length + 1));
    const entry = new URLSearchParams(location.search).get('eintrag') ?? undefined;
    if (step === undefined || step === '') return undefined;
    return entry === undefined ? { step } : { step, entry };
  }

  replace(place: Place): void {
    history.replaceState(this.#state(place), '', this.#address(place));
  }

  push(place: Place): void {
    history.pushState(this.#state(place), '', this.#address(place));
  }

  /** The answers are filed: on the server's own pages the address becomes that of the submission. */
  finish(submission: string): void {
    if (this.#base === undefined) return;
    // `/formulare/<form>/<draft>` and `/antraege/<id>` stand side by side.
    const root = this.#base.split('/').slice(0, -3).join('/');
    history.replaceState(history.state, '', `${root}/antraege/${encodeURIComponent(submission)}`);
  }

  /** The page a history entry stands for; undefined for entries of others. */
  placeIn(state: unknown): Place | undefined {
    const ours = typeof state === 'object' && state !== null ? (state as { schalter?: unknown }).schalter : undefined;
    if (typeof ours !== 'object' || ours === null) return undefined;
    const { form, step, entry } = ours as { form?: unknown; step?: unknown; entry?: unknown };
    if (form !== this.#form || typeof step !== 'string') return undefined;
    return typeof entry === 'string' ? { step, entry } : { step };
  }

  #state(place: Place): object {
    return { schalter: { form: this.#form, ...place } };
  }

  #address({ step, entry }: Place): string | undefined {
    if (this.#base === undefined) return undefined;
    const path = step.split('/').map(encodeURIComponent).join('/');
    return `${this.#base}/${path}${entry === undefined ? '' : `?eintrag=${encodeURIComponent(entry).replaceAll('%2F', '/')}`}`;
  }
}

/** The part of an address up to and with the draft: `/formulare/<form>/<draft>`. */
export function baseOf(pathname: string, form: string, draft: string): string | undefined {
  const part = `/${encodeURIComponent(form)}/${encodeURIComponent(draft)}`;
  const index = `${pathname}/`.indexOf(`${part}/`);
  return index < 0 ? undefined : pathname.slice(0, index + part.length);
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path).replace(/\/$/, '');
  } catch {
    return undefined;
  }
}
