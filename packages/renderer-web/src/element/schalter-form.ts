import { createSession, PortError, programHeader, type Session } from '@schalter/engine';
import { germanHolidays } from '@schalter/engine/holidays';
import { html, render } from 'lit/html.js';
import { errorPage } from '../pages/texts.ts';
import type { ThemeChoice } from '../styles/tokens.ts';
import { createTexts, loadTexts } from '../texts.ts';
import { createTranslate } from '../translate.ts';
import { languageClicked } from './document-frame.ts';
import { type DraftInfo, Drafts } from './drafts.ts';
import { placeOf, StepHistory, samePlace } from './history.ts';
import { Http } from './http.ts';
import { loadForm, type PublishedForm } from './published.ts';
import { type Notice, RunningForm } from './running-form.ts';
import type { StyleSource } from './sheets.ts';
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
 * a draft to continue by cookie), `theme` (`contrast`, `dark`, `city-blue`, `auto`; also a property). Children are the plain page that is shown
 * until the script has taken over, and for good if the form can't be loaded.
 */
export class SchalterForm extends HTMLElement {
  /** Where the style sheet comes from. Set before the element is defined. */
  static styles: StyleSource = () => {};

  static readonly observedAttributes: readonly string[] = ['language'];

  #running: RunningForm | undefined;
  #session: Session | undefined;
  #root: ShadowRoot | undefined;
  #styled: Promise<void> | undefined;
  #server: Http | undefined;
  #drafts: Drafts | undefined;
  #listeners: AbortController | undefined;
  /** Counts starts: what an older one loads is dropped. */
  #start = 0;

  get form(): string {
    return this.getAttribute('form') ?? '';
  }

  get language(): string {
    return this.getAttribute('language') ?? (document.documentElement.lang || 'de');
  }

  /** The look: the attribute of the same name. `null` or anything unknown is the default one. */
  get theme(): ThemeChoice | null {
    return this.getAttribute('theme') as ThemeChoice | null;
  }

  set theme(theme: ThemeChoice | null) {
    if (theme === null) this.removeAttribute('theme');
    else this.setAttribute('theme', theme);
  }

  connectedCallback(): void {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    document.addEventListener('click', (event) => this.#onPageClick(event), { signal });
    if (!this.#root) {
      const root = this.attachShadow({ mode: 'open' });
      this.#root = root;
      this.#styled = Promise.resolve(SchalterForm.styles(root));
    }
    this.#server = new Http(this.getAttribute('server') ?? '/');
    this.#drafts = new Drafts(this.#server, this.form, () => this.#session?.view().language ?? this.language);
    void this.#load(this.getAttribute('draft') ?? undefined);
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

  /** Loads form, draft and style sheet, then takes over from what stands inside the element. */
  async #load(draftId: string | undefined, notice?: Notice): Promise<void> {
    const start = ++this.#start;
    const server = this.#server;
    const drafts = this.#drafts;
    const root = this.#root;
    if (!server || !drafts || !root) return;
    if (!this.#running) this.#show(html`<p class="muted" role="status">${createTexts(this.language)('loading')}</p>`);
    try {
      const draftLoaded = draftId === undefined ? Promise.resolve(undefined) : drafts.load(draftId);
      const [published, draft] = await Promise.all([
        // A draft stays on the version it was begun with.
        draftLoaded.then((known) => loadForm(server, this.form, known?.version)),
        draftLoaded,
        this.#styled,
        loadTexts(this.language),
      ]);
      if (start !== this.#start) return;
      this.#stop();
      this.#run(root, published, draft, server, drafts, notice);
    } catch (error) {
      if (start !== this.#start) return;
      const code = error instanceof PortError ? error.failure.code : 'server';
      this.#stop();
      this.#show(errorPage({ t: createTexts(this.language), code, retry: location.href }));
      this.#emit('schalter-error', { code });
      if (!(error instanceof PortError)) reportError(error);
    }
  }

  #run(
    root: ShadowRoot,
    published: PublishedForm,
    draft: DraftInfo | undefined,
    server: Http,
    drafts: Drafts,
    notice?: Notice,
  ): void {
    const { program, validate } = published;
    const snapshot = draft?.snapshot ?? undefined;
    const session = createSession(program, {
      validate,
      translate: createTranslate(program),
      holidays: germanHolidays,
      language: this.getAttribute('language') ?? snapshot?.language ?? this.language,
      today: draft?.today || published.today,
      draft: drafts,
      submission: new Submissions(server, drafts),
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
    this.#running = new RunningForm({
      root,
      session,
      drafts,
      steps,
      notice: notice ?? (continued ? 'draft.continued' : undefined),
      migrated: draft?.migrated,
      around: {
        contact: programHeader(program, session.view().language).contact,
        timeZone: program.timeZone,
        home: document.querySelector<HTMLAnchorElement>('a.header__city')?.href,
      },
      reload: (why) => void drafts.open().then(({ id }) => this.#load(id, why)),
      emit: (name, detail) => this.#emit(name, detail),
    });
    if (focus) restoreFocus(root, focus);
    // Taken over for good: what it holds would be out of date at the next start.
    this.replaceChildren();
  }

  /** Shows a page of ours, unless something stands inside the element: that goes on working without us. */
  #show(page: unknown): void {
    if (!this.#root) return;
    const { language, direction } = createTexts(this.language);
    const own = html`<div lang=${language} dir=${direction}>${page}</div>`;
    render(this.childElementCount > 0 ? html`<slot></slot>` : own, this.#root);
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
