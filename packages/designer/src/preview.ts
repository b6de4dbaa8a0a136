import type { FieldSchema } from '@schalter/definition';
import { createSession, type PersistedSession, PortError, type Program, type Session } from '@schalter/engine';
import { germanHolidays } from '@schalter/engine/holidays';
import { adoptStyles, createTranslate, RunningForm } from '@schalter/renderer-web';
import { createPreviewValidate } from '@schalter/validators/preview';

/** The true renderer over a form that is not published: no draft, no submission, no browser history. */
export class Preview {
  readonly #root: ShadowRoot;
  #session: Session | undefined;
  #running: RunningForm | undefined;
  #program: Program | undefined;

  /** @param host element that the form is shown in */
  constructor(host: HTMLElement) {
    this.#root = host.attachShadow({ mode: 'open' });
    adoptStyles(this.#root);
  }

  /** Shows a form; answers and page stay from one version of it to the next, as far as they still fit. */
  show(program: Program, data: FieldSchema): void {
    if (program.hash === this.#program?.hash) return;
    const kept = this.#program?.id === program.id ? this.#session?.persist() : undefined;
    this.dispose();
    this.#program = program;
    this.#session = start(program, data, kept);
    this.#running = new RunningForm({
      root: this.#root,
      session: this.#session,
      drafts: { open: refuse, load: refuse },
      steps: { push() {}, replace() {}, placeIn: () => undefined },
      reload() {},
      emit() {},
      titled: false,
    });
  }

  dispose(): void {
    this.#running?.dispose();
    this.#session?.dispose();
  }
}

function start(program: Program, data: FieldSchema, kept: PersistedSession | undefined): Session {
  const session = createSession(program, {
    validate: createPreviewValidate(data),
    translate: createTranslate(program),
    holidays: germanHolidays,
    language: kept && program.languages.includes(kept.language) ? kept.language : program.language,
    today: new Intl.DateTimeFormat('sv-SE', { timeZone: program.timeZone }).format(),
    ...(kept ? { answers: kept.answers } : {}),
  });
  if (kept) session.send({ type: 'goTo', step: kept.flow.step });
  return session;
}

function refuse(): Promise<never> {
  return Promise.reject(new PortError({ code: 'preview', retry: false }));
}
