import type { ContentView, ListView, Session, SessionEvent, View } from '@schalter/engine';
import { render } from 'lit/html.js';
import { entryTitle } from '../content/list.ts';
import { controlOf } from '../controls/index.ts';
import { eventOf } from '../events.ts';
import { headingId, idOf, removalId } from '../ids.ts';
import { entryToRemove } from '../pages/removal.ts';
import { pageTitle } from '../pages/view.ts';
import { createTexts, loadTexts } from '../texts.ts';
import { hasLanguageSwitch, translateFrame } from './document-frame.ts';
import type { Drafts } from './drafts.ts';
import { focusAfter, focusOn } from './focus.ts';
import { type Place, placeOf, type StepHistory, samePlace } from './history.ts';
import { applyExclusive, enteredIn, fieldNamed } from './inputs.ts';
import { draftNote, type LiveContext, livePage } from './live-page.ts';
import { loadPhoneNumbers, needsPhoneNumbers } from './phone-numbers.ts';
import { DocumentTitle } from './title.ts';

/** Key of a sentence above a page. */
export type Notice = 'draft.continued' | 'failure.recomputed';

/** What a running form needs from the element it runs in. */
export interface RunningFormOptions {
  readonly root: ShadowRoot;
  readonly session: Session;
  readonly drafts: Pick<Drafts, 'open' | 'load'> & Partial<Pick<Drafts, 'expiresAt'>>;
  readonly steps: Pick<StepHistory, 'push' | 'replace' | 'placeIn'> & Partial<Pick<StepHistory, 'finish'>>;
  /** False where the form is only part of the window, as in a preview: its title stays. */
  readonly titled?: boolean | undefined;
  /** Said once, above the first page: a draft is being continued, the date has changed something. */
  readonly notice?: Notice | undefined;
  /** What became of a draft of an older version: told above the first page. */
  readonly migrated?: LiveContext['migrated'];
  /** Starts again from the draft as the server has it: after a conflict, and when the date has changed something. */
  readonly reload: (notice?: Notice) => void;
  /** For the confirmation: whom to ask, the form's time zone, the way to other forms. */
  readonly around?: Pick<LiveContext, 'contact' | 'timeZone' | 'home'> | undefined;
  readonly emit: (name: 'schalter-step' | 'schalter-submitted', detail: object) => void;
}

/** A session on a shadow root: renders each view, turns what people do into events, moves focus, history and title. */
export class RunningForm {
  readonly #options: RunningFormOptions;
  readonly #session: Session;
  readonly #root: ShadowRoot;
  readonly #title: DocumentTitle | undefined;
  readonly #listeners = new AbortController();
  readonly #unsubscribe: () => void;
  #shown: View;
  #queued = false;
  #refused = false;
  #leaving = false;
  #notice: Notice | undefined;
  #migrated: LiveContext['migrated'];
  #confirm: string | undefined;
  #saved: LiveContext['saved'];
  #announcement = '';
  /** Id that takes the focus after the next rendering, over the usual rules. */
  #focusNext: string | undefined;

  constructor(options: RunningFormOptions) {
    this.#options = options;
    this.#session = options.session;
    this.#root = options.root;
    this.#notice = options.notice;
    this.#migrated = options.migrated;
    this.#shown = this.#session.view();
    const title = pageTitle(this.#shown, { t: createTexts(this.#shown.language) });
    if (options.titled !== false) this.#title = new DocumentTitle(title);
    this.#unsubscribe = this.#session.subscribe(() => this.#schedule());
    const { signal } = this.#listeners;
    const { root } = options;
    root.addEventListener('input', (event) => this.#onInput(event), { signal });
    root.addEventListener('focusout', () => this.#schedule(), { signal });
    root.addEventListener('click', (event) => this.#onClick(event), { signal });
    root.addEventListener('submit', (event) => this.#onSubmit(event as SubmitEvent), { signal });
    // `close` does not bubble: caught on its way down.
    root.addEventListener('close', () => this.#dismiss(), { signal, capture: true });
    window.addEventListener('popstate', (event) => this.#onPopState(event), { signal });
    document.addEventListener('visibilitychange', () => this.#onVisibility(), { signal });
    window.addEventListener('beforeunload', (event) => this.#onBeforeUnload(event), { signal });
    options.steps.replace(placeOf(this.#shown));
    this.#render();
    if (this.#shown.language !== 'de') void this.#loadTexts();
  }

  /** Stops listening and gives the page its title back. The session stays with its owner. */
  dispose(): void {
    this.#listeners.abort();
    this.#unsubscribe();
    this.#title?.restore();
  }

  /** Shows the form in another language: answers, page and focus stay. */
  setLanguage(language: string): void {
    this.#send({ type: 'language', language });
    void this.#loadTexts();
  }

  /** The renderer's own texts may have to be fetched; the form's are there. */
  async #loadTexts(): Promise<void> {
    const { language } = this.#session.view();
    await loadTexts(language);
    if (this.#listeners.signal.aborted) return;
    this.#render();
    translateFrame(language);
  }

  async #loadPhoneNumbers(): Promise<void> {
    const loaded = await loadPhoneNumbers();
    if (loaded && !this.#listeners.signal.aborted) this.#schedule();
  }

  #send(event: SessionEvent): boolean {
    return this.#session.send(event).ok;
  }

  /** All that changes within one task is rendered once. */
  #schedule(): void {
    if (this.#queued) return;
    this.#queued = true;
    queueMicrotask(() => {
      if (this.#queued && !this.#listeners.signal.aborted) this.#render();
    });
  }

  #render(): void {
    this.#queued = false;
    const before = this.#shown;
    const view = this.#session.view();
    const focus = this.#focusNext ?? focusAfter(before, view, this.#refused);
    const moved = !samePlace(placeOf(before), placeOf(view));
    this.#shown = view;
    this.#refused = false;
    this.#focusNext = undefined;
    if (moved) {
      this.#notice = undefined;
      this.#migrated = undefined;
    }
    const t = createTexts(view.language);
    const context: LiveContext = {
      ...this.#options.around,
      mode: 'live',
      t,
      action: '',
      confirm: this.#confirm,
      saved: this.#saved,
      expiresAt: this.#options.drafts.expiresAt,
      languages: hasLanguageSwitch() ? [] : view.form.languages,
      announcement: this.#announcement,
      draftNote: draftNote(view, { t }),
      notice: this.#notice === undefined ? undefined : t(this.#notice),
      migrated: this.#migrated,
    };
    render(livePage(view, context), this.#root);
    this.#title?.set(this.#saved ? t('saved.title') : pageTitle(view, context));
    const dialog = this.#root.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
    if (focus !== undefined && !dialog) focusOn(this.#root, focus);
    if (moved) this.#moved(view);
    if (needsPhoneNumbers(view)) void this.#loadPhoneNumbers();
    // The server counts with another day than this session: it is begun again with that, and everything shown anew.
    if (view.failure?.code === 'recomputed' && view.failure !== before.failure) void this.#startAgain();
    if (view.status === 'submitted' && before.status !== 'submitted' && view.receipt) {
      this.#options.steps.finish?.(view.receipt.id);
      this.#options.emit('schalter-submitted', { reference: view.receipt.reference });
    }
  }

  async #startAgain(): Promise<void> {
    await this.#session.flush();
    this.#options.reload('failure.recomputed');
  }

  #moved(view: View): void {
    if (!this.#leaving) this.#options.steps.push(placeOf(view));
    this.#options.emit('schalter-step', { step: view.step.id });
  }

  #onInput(event: Event): void {
    const input = event.target;
    const named =
      input instanceof HTMLInputElement || input instanceof HTMLSelectElement || input instanceof HTMLTextAreaElement;
    if (!named || !input.form) return;
    if (input instanceof HTMLInputElement) applyExclusive(input, input.form);
    const view = this.#session.view();
    if (input.name.startsWith('another:')) {
      this.#send({ type: 'another', at: input.name.slice('another:'.length), value: input.value === 'yes' });
      return;
    }
    const field = fieldNamed(view, input.name);
    if (!field) return;
    const entered = enteredIn(input.form);
    const value = controlOf(field).read(field, (suffix = '') => entered(field.at + suffix) ?? [], view.language);
    this.#send({ type: 'answer', at: field.at, value });
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const button = event.submitter;
    this.#do(button instanceof HTMLButtonElement && button.value !== '' ? button.value : 'next');
  }

  #onClick(event: Event): void {
    const target =
      event.target instanceof Element ? event.target.closest<HTMLElement>('a[href^="#"], button[type="button"]') : null;
    if (!target) return;
    if (target instanceof HTMLAnchorElement) {
      event.preventDefault();
      focusOn(this.#root, decodeURIComponent(target.hash.slice(1)));
      return;
    }
    const { confirm, do: action, dismiss, conflict } = target.dataset;
    if (confirm !== undefined) {
      this.#confirm = confirm;
      this.#render();
    } else if (action !== undefined) this.#do(action);
    else if (dismiss !== undefined) this.#dismiss();
    else if (conflict !== undefined) void this.#resolveConflict(conflict === 'take');
  }

  /** What a button stands for. */
  #do(action: string): void {
    if (action === 'save') {
      void this.#save();
      return;
    }
    const event = eventOf(action);
    if (!event) return;
    if (event.type === 'language') {
      this.setLanguage(event.language);
      return;
    }
    if (event.type === 'removeItem') this.#aroundRemoval(event.at);
    if (event.type === 'addItem') this.#focusNext = this.#entryToCome(event.at);
    this.#refused = event.type === 'next' || event.type === 'submit';
    this.#send(event);
    this.#render();
  }

  /** After a removal the list's heading has the focus, and what is gone is said. */
  #aroundRemoval(at: string): void {
    const view = this.#session.view();
    const t = createTexts(view.language);
    const entry = entryToRemove(view, { confirm: at });
    if (entry) this.#announcement = t('removed', { title: entryTitle(entry, { t, mode: 'live', action: '' }) });
    this.#confirm = undefined;
    this.#root.querySelector('dialog')?.close();
    this.#focusNext = idOf(at.slice(0, at.lastIndexOf('/')));
  }

  /** A new entry on the page itself is typed in at once; one with a page of its own has its heading. */
  #entryToCome(at: string): string | undefined {
    const list = listAt(this.#session.view().step.content, at);
    return list?.layout === 'inline' ? idOf(`${at}/${list.entries.length}`) : undefined;
  }

  #dismiss(): void {
    if (this.#confirm === undefined && !this.#saved) return;
    if (this.#confirm !== undefined) this.#focusNext = removalId(this.#confirm);
    if (this.#saved) this.#focusNext = headingId;
    this.#confirm = undefined;
    this.#saved = undefined;
    this.#root.querySelector('dialog')?.close();
    this.#render();
  }

  /** "Save and continue later": the draft is brought up to date, then its address and its end are shown. */
  async #save(): Promise<void> {
    try {
      await this.#session.flush();
      const { state } = this.#session.view().draft;
      if (state === 'saved' || state === 'idle') {
        const { resume, expiresAt } = await this.#options.drafts.open();
        this.#saved = { resume, expiresAt };
        this.#focusNext = headingId;
      }
    } catch {
      this.#announcement = createTexts(this.#session.view().language)('draft.offline');
    }
    this.#render();
  }

  async #resolveConflict(take: boolean): Promise<void> {
    if (take) {
      this.#options.reload();
      return;
    }
    const { id } = await this.#options.drafts.open();
    const { revision, version } = await this.#options.drafts.load(id);
    // It has become a draft of a newer version meanwhile: this page cannot go on with it.
    if (version !== undefined && version !== this.#session.view().form.version) this.#options.reload();
    else this.#send({ type: 'draftResolved', revision });
  }

  #onPopState(event: PopStateEvent): void {
    const { steps } = this.#options;
    const view = this.#session.view();
    const place = steps.placeIn(event.state);
    const here = placeOf(view);
    if (!place) return;
    // What is filed stays filed: going back shows the confirmation.
    if (view.receipt) {
      steps.finish?.(view.receipt.id);
      return;
    }
    if (samePlace(place, here)) return;
    const went = this.#goTo(place);
    this.#leaving = went;
    this.#render();
    this.#leaving = false;
    // What is no longer on the route can't be shown: the address says again where we are.
    if (!went) steps.replace(here);
  }

  #goTo(place: Place): boolean {
    const { step, entry } = place;
    return this.#send(entry === undefined ? { type: 'goTo', step } : { type: 'goTo', step, entry });
  }

  /** Phones end pages without a word once they are out of sight. */
  #onVisibility(): void {
    if (document.visibilityState === 'hidden') void this.#session.flush();
  }

  #onBeforeUnload(event: BeforeUnloadEvent): void {
    if (this.#session.view().draft.state === 'offline') event.preventDefault();
  }
}

/** A list of the page, wherever it stands there. */
function listAt(content: readonly ContentView[], at: string): ListView | undefined {
  for (const item of content) {
    if (item.kind === 'list' && item.at === at) return item;
    const found = item.kind === 'group' ? listAt(item.content, at) : undefined;
    if (found) return found;
  }
  return undefined;
}
