import type { DefinitionProblem, FieldSchema, Library } from '@schalter/definition';
import type { Program } from '@schalter/engine';
import { html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ApiError, type CheckResult, designerApi, type FormEntry, type WorkingCopy } from './api.ts';
import type { FormEditor } from './editor.ts';
import { Preview } from './preview.ts';
import { type InterfaceLanguage, interfaceLanguages, textsIn } from './texts.ts';

/** Pause after the last key before the text is checked. */
const checkDelay = 350;

type State = 'empty' | 'loading' | 'unsaved' | 'saved' | 'published';

/**
 * `<schalter-designer>`: form.json in an editor beside the page that citizens will see. Opens, checks, saves and
 * publishes forms of the server it came from. It renders without a shadow root, since Monaco styles the document.
 */
export class SchalterDesigner extends LitElement {
  static override properties = {
    api: { attribute: false },
    language: {},
    forms: { state: true },
    copy: { state: true },
    result: { state: true },
    state: { state: true },
    checking: { state: true },
    refusal: { state: true },
  };

  declare api: ReturnType<typeof designerApi>;
  declare language: InterfaceLanguage;
  declare forms: readonly FormEntry[];
  declare copy: (WorkingCopy & { readonly id: string }) | undefined;
  declare result: CheckResult | undefined;
  declare state: State;
  declare checking: boolean;
  declare refusal: ApiError | undefined;

  #editor: FormEditor | undefined;
  #preview: Preview | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: AbortController | undefined;
  #version = '';
  #library: Library = { blocks: {}, lists: {} };

  constructor() {
    super();
    this.api = designerApi();
    this.language = document.documentElement.lang === 'en' ? 'en' : 'de';
    this.forms = [];
    this.state = 'empty';
    this.checking = false;
  }

  override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    super.connectedCallback();
    addEventListener('beforeunload', this.#warnBeforeLeaving);
    void this.#attempt(async () => {
      [this.forms, this.#library] = await Promise.all([this.api.list(), this.api.library()]);
      const wanted = new URLSearchParams(location.search).get('form');
      const first = this.forms.find(({ id }) => id === wanted) ?? this.forms[0];
      if (first) await this.open(first.id);
    });
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('beforeunload', this.#warnBeforeLeaving);
    this.#editor?.dispose();
    this.#editor = undefined;
    this.#preview?.dispose();
    this.#preview = undefined;
  }

  /** Opens a form of the server. */
  async open(id: string) {
    this.state = 'loading';
    await this.updateComplete;
    const copy = await this.api.open(id);
    this.copy = { ...copy, id };
    this.result = undefined;
    history.replaceState(null, '', `?form=${encodeURIComponent(id)}`);
    const editor = await this.#loadEditor();
    editor.open(copy.form);
    this.state = 'saved';
    await this.#check();
  }

  async save(overwrite = false) {
    if (!this.copy || !this.#editor) return;
    const copy = { ...this.copy, form: this.#editor.text() };
    if (overwrite) copy.revision = (await this.api.open(copy.id)).revision;
    const { revision } = await this.api.save(copy.id, copy);
    this.copy = { ...copy, revision };
    this.state = this.#editor.text() === copy.form ? 'saved' : 'unsaved';
  }

  async publish() {
    if (!this.copy) return;
    await this.save();
    const { version } = await this.api.publish(this.copy.id);
    this.#version = version;
    this.state = 'published';
  }

  async #loadEditor() {
    if (this.#editor) return this.#editor;
    const container = this.querySelector<HTMLElement>('.editor');
    if (!container) throw new ApiError(0, 'no-editor', 'The element is not connected.');
    const { createEditor } = await import('./editor.ts');
    const onChange = () => {
      this.state = 'unsaved';
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#attempt(() => this.#check()), checkDelay);
    };
    this.#editor = createEditor(container, textsIn(this.language)('editor'), onChange, () => this.#library);
    return this.#editor;
  }

  /** Asks the server's checker about the text as it stands; an older question is given up. */
  async #check() {
    if (!this.copy || !this.#editor) return;
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.checking = true;
    try {
      const text = { form: this.#editor.text(), locales: this.copy.locales };
      const result = await this.api.check(this.copy.id, text, running.signal);
      if (running.signal.aborted) return;
      this.result = result;
      this.#editor.mark(result.problems);
      if (result.program && result.data) this.#showPreview(result.program, result.data);
    } catch (error) {
      if (!running.signal.aborted) throw error;
    } finally {
      if (this.#running === running) this.checking = false;
    }
  }

  #showPreview(program: Program, data: FieldSchema) {
    const host = this.querySelector<HTMLElement>('.canvas .page');
    if (!host) return;
    this.#preview ??= new Preview(host);
    this.#preview.show(program, data);
  }

  /** Runs an action and keeps a refusal to show it. */
  async #attempt(action: () => Promise<void>) {
    this.refusal = undefined;
    try {
      await action();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.refusal = error;
      if (this.state === 'loading') this.state = this.copy ? 'unsaved' : 'empty';
      if (error.problems.length > 0) this.#editor?.mark(error.problems);
    }
  }

  #warnBeforeLeaving = (event: BeforeUnloadEvent) => {
    if (this.state === 'unsaved') event.preventDefault();
  };

  override render() {
    const t = textsIn(this.language);
    const problems = this.result?.problems ?? [];
    return html`
      <header class="bar" @keydown=${this.#shortcut}>
        <h1>Schalter <span>${t('title')}</span></h1>
        <label class="visually-hidden" for="form">${t('form')}</label>
        <select id="form" .value=${this.copy?.id ?? ''} @change=${this.#choose}>
          ${this.copy ? nothing : html`<option value="">${t('choose')}</option>`}
          ${this.forms.map(
            ({ id, title }) => html`<option value=${id} ?selected=${id === this.copy?.id}>${title}</option>`,
          )}
        </select>
        <span class="state" role="status">${this.#stateText()}</span>
        <label class="visually-hidden" for="language">${t('language')}</label>
        <select id="language" lang=${this.language} @change=${this.#chooseLanguage}>
          ${interfaceLanguages.map(
            (language) =>
              html`<option value=${language} ?selected=${language === this.language}>${language.toUpperCase()}</option>`,
          )}
        </select>
        <button type="button" @click=${() => this.#attempt(() => this.save())}>${t('save')}</button>
        <button type="button" class="primary" @click=${() => this.#attempt(() => this.publish())}>${t('publish')}</button>
      </header>
      <main class="work" @keydown=${this.#shortcut}>
        <section class="source" aria-labelledby="editor-title">
          <h2 id="editor-title">${t('editor')}</h2>
          <div class="editor"></div>
          <div>${this.#refusalMessage()} ${this.#problemList(problems)}</div>
        </section>
        <section class="preview" aria-labelledby="preview-title">
          <h2 id="preview-title">${t('preview')} <small>${this.#previewNote()}</small></h2>
          <div class="canvas" tabindex="0" role="group" aria-labelledby="preview-title"><div class="page"></div></div>
        </section>
      </main>
      <footer class="status">
        <span role="status" class=${problems.length === 0 && this.result ? 'sound' : ''}>
          ${this.checking ? t('stateChecking') : problems.length > 0 ? t('problemCount', { count: problems.length }) : this.result ? t('noProblems') : t('empty')}
        </span>
        ${this.copy ? html`<span>${this.copy.id}</span>` : nothing}
      </footer>
    `;
  }

  #stateText() {
    const t = textsIn(this.language);
    if (this.state === 'loading') return t('stateLoading');
    if (this.state === 'unsaved') return t('stateUnsaved');
    if (this.state === 'saved') return t('stateSaved');
    if (this.state === 'published') return t('statePublished', { version: this.#version });
    return '';
  }

  #previewNote() {
    const t = textsIn(this.language);
    if (!this.result || this.result.program) return nothing;
    return this.#preview ? t('previewStale') : t('previewWaits');
  }

  #refusalMessage() {
    const t = textsIn(this.language);
    const { refusal } = this;
    if (!refusal) return nothing;
    if (refusal.code === 'working-copy-conflict') {
      return html`<div class="message" role="alert">
        <p>${t('conflict')}</p>
        <button type="button" @click=${() => this.#attempt(() => this.save(true))}>${t('overwrite')}</button>
        <button type="button" @click=${() => this.#attempt(() => this.open(this.copy?.id ?? ''))}>${t('reload')}</button>
      </div>`;
    }
    const text =
      refusal.status === 0
        ? t('offline')
        : refusal.status === 422
          ? t('notPublishable')
          : t('failed', { detail: refusal.message });
    return html`<div class="message" role="alert"><p>${text}</p></div>`;
  }

  #problemList(problems: readonly DefinitionProblem[]) {
    const t = textsIn(this.language);
    if (problems.length === 0) return nothing;
    return html`<ul class="problems" aria-label=${t('problems')}>
      ${repeat(
        problems,
        (problem) => html`<li class=${problem.severity}>
          <button type="button" ?disabled=${problem.file !== 'form.json'} @click=${() => this.#editor?.show(problem.at)}>
            <b>${t(problem.severity)}</b> ${problem.message}
            <small>${
              problem.file === 'form.json'
                ? t('line', { line: this.#editor?.lineOf(problem.at) ?? 1 })
                : `${problem.file}${problem.at}`
            }</small>
          </button>
        </li>`,
      )}
    </ul>`;
  }

  #choose = (event: Event & { target: HTMLSelectElement }) => {
    const t = textsIn(this.language);
    const { value } = event.target;
    if (this.state === 'unsaved' && !confirm(t('leave'))) {
      event.target.value = this.copy?.id ?? '';
      return;
    }
    void this.#attempt(() => this.open(value));
  };

  #chooseLanguage = (event: Event & { target: HTMLSelectElement }) => {
    const chosen = interfaceLanguages.find((language) => language === event.target.value);
    if (!chosen) return;
    this.language = chosen;
    document.documentElement.lang = chosen;
  };

  #shortcut = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key === 's') {
      event.preventDefault();
      void this.#attempt(() => this.save());
    }
  };
}
