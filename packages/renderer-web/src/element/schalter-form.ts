import { createSession, PortError, type Session } from '@schalter/engine';
import { html, render } from 'lit';
import { errorPage } from '../pages/texts.ts';
import { createTexts } from '../texts.ts';
import { createTranslate } from '../translate.ts';
import { languageClicked } from './document-frame.ts';
import { type DraftInfo, Drafts } from './drafts.ts';
import { linkFonts } from './fonts.ts';
import { placeOf, StepHistory, samePlace } from './history.ts';
import { Http } from './http.ts';
import { loadForm, type PublishedForm } from './published.ts';
import { RunningForm } from './running-form.ts';
import { adoptStyles } from './sheets.ts';
import { Submissions } from './submissions.ts';
import { focusIn, restoreFocus, takeAnswers } from './takeover.ts';

/** Events that pages around can listen to. They bubble and cross shadow roots. */
export interface SchalterFormEventMap {
  /** Another page of the form is shown. */
  'schalter-step': CustomEvent<{ readonly step: string }>;
  /** The answers are filed. */
  'schalter-submitted': CustomEvent<{ readonly reference: string }>;
  /** The form could not be loaded: `unknown-form`, `draft-gone`, `offline`, `server`. */
  'schalter-error': CustomEvent<{ readonly code: string }>;
}

/**
 * A form of a Schalter server, in any page.
 *
 * Attributes: `form` (id, required), `server` (base address, default: the page's own site), `language`, `draft` (id of
 * a draft to continue by cookie), `theme` (`contrast`, `dark`, `city`). Children are the plain page that is shown
 * until the script has taken over, and for good if the form can't be loaded.
 */
export class SchalterForm extends HTMLElement {
  static readonly observedAttributes: readonly string[] = ['language'];

  #running: RunningForm | undefined;
  #session: Session | undefined;
  #root: ShadowRoot | undefined;
  #listeners: AbortController | undefined;
  /** Counts starts: what an older one loads is dropped. */
  #start = 0;

  get form(): string {
    return this.getAttribute('form') ?? '';
  }

  get language(): string {
    return this.getAttribute('language') ?? document.documentElement.lang ?? 'de';
  }

  connectedCallback(): void {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    document.addEventListener('click', (event) => this.#onPageClick(event), { signal });
    void this.#load();
  }

  disconnectedCallback(): void {
    this.#start++;
    this.#listeners?.abort();
    this.#stop();
  }

  attributeChangedCallback(name: string, _before: string | null, language: string | null): void {
    if (name === 'language' && language !== null && this.#session?.view().language !== language) {
      this.#running?.setLanguage(language);
    }
  }

  #stop(): void {
    this.#running?.dispose();
    this.#session?.dispose();
    this.#running = undefined;
    this.#session = undefined;
  }

  /** Loads form and draft and takes over from the plain page. */
  async #load(): Promise<void> {
    const start = ++this.#start;
    if (this.childElementCount === 0)
      this.#show(html`<p class="muted" role="status">${createTexts(this.language)('loading')}</p>`);
    try {
      const http = new Http(this.getAttribute('server') ?? '/');
      const drafts = new Drafts(http, this.form, () => this.#session?.view().language ?? this.language);
      const id = this.getAttribute('draft');
      const [published, draft] = await Promise.all([loadForm(http, this.form), id ? drafts.load(id) : undefined]);
      if (start !== this.#start) return;
      this.#stop();
      this.#run(published, draft, http, drafts);
    } catch (error) {
      if (start !== this.#start) return;
      const code = error instanceof PortError ? error.failure.code : 'server';
      // The plain page or a link, if there is one, goes on working without us.
      if (this.childElementCount === 0) {
        const t = createTexts(this.language);
        this.#show(errorPage({ t, code, retry: location.href }));
      }
      this.#emit('schalter-error', { code });
      if (!(error instanceof PortError)) reportError(error);
    }
  }

  #run(published: PublishedForm, draft: DraftInfo | undefined, http: Http, drafts: Drafts): void {
    const { program, validate } = published;
    const snapshot = draft?.snapshot ?? undefined;
    const session = createSession(program, {
      validate,
      translate: createTranslate(program),
      language: program.languages.includes(this.language) ? this.language : program.language,
      today: draft?.today || published.today,
      draft: drafts,
      submission: new Submissions(http, drafts),
      query: Object.fromEntries(new URLSearchParams(location.search)),
      ...(draft ? { revision: draft.revision } : {}),
      ...(snapshot ? { snapshot } : {}),
    });
    this.#session = session;
    const steps = new StepHistory(program.id, draft?.id);
    const place = steps.current();
    if (place && !samePlace(place, placeOf(session.view()))) session.send({ type: 'goTo', ...place });

    const plain = this.querySelector('form');
    const focus = plain ? focusIn(plain) : undefined;
    // On the server's own pages the server knows whether a draft is continued, and has said so.
    const continued = plain
      ? plain.querySelector('.page__notice') !== null
      : Object.keys(snapshot?.answers ?? {}).length > 0;
    if (plain) takeAnswers(plain, session);
    const root = this.#shadow();
    this.#running = new RunningForm({
      root,
      session,
      drafts,
      steps,
      continued,
      reload: () => void this.#load(),
      emit: (name, detail) => this.#emit(name, detail),
    });
    if (focus) restoreFocus(root, focus);
    // Covered for good: what it holds would be out of date at the next start.
    this.replaceChildren();
    linkFonts(import.meta.url);
  }

  /** The shadow root covers the plain page, so it comes only when there is something to show. */
  #shadow(): ShadowRoot {
    if (!this.#root) {
      this.#root = this.attachShadow({ mode: 'open' });
      adoptStyles(this.#root);
    }
    return this.#root;
  }

  #show(page: unknown): void {
    render(page, this.#shadow());
  }

  /** The language switch of the page around. */
  #onPageClick(event: Event): void {
    const language = languageClicked(event);
    if (language === undefined || !this.#running) return;
    event.preventDefault();
    this.setAttribute('language', language);
  }

  #emit(name: keyof SchalterFormEventMap, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
