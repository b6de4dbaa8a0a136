import type { JsonObject } from '@schalter/definition';
import { type Actor, type AnyActorLogic, createActor } from 'xstate';
import { EngineError } from '../engine-error.ts';
import type { FormEvent, SessionEvent } from '../event.ts';
import type { HolidaySource } from '../expression/tree.ts';
import { createFlow } from '../flow/flow.ts';
import { createPages } from '../flow/pages.ts';
import { assertProgram } from '../known-program.ts';
import type { PersistedSession } from '../persisted.ts';
import type { DraftPort } from '../ports/draft.ts';
import type { Submission, SubmissionPort } from '../ports/submission.ts';
import type { TranslateProblem, Validate } from '../problem.ts';
import type { Program } from '../program.ts';
import { untracked } from '../run/signals.ts';
import { createStore } from '../run/store.ts';
import { createView } from '../view/view.ts';
import { plainTranslate, type Viewing } from '../view/viewing.ts';
import type { View } from '../view.ts';
import type { ChartEvent } from './chart-event.ts';
import { refusalOf } from './refusal.ts';
import { type ChartLogic, type ChartValue, runChart } from './run-chart.ts';
import type { SessionHost, SessionServices } from './services.ts';
import { checkSnapshot, restoreFlow, takeSnapshot } from './snapshot.ts';

/** A clock for time-outs; tests hand in one that they move themselves (XState's `SimulatedClock`). */
export interface Clock {
  setTimeout(run: (...args: unknown[]) => void, milliseconds: number): unknown;
  clearTimeout(handle: unknown): void;
}

export interface SessionOptions {
  readonly validate: Validate;
  /** Sentences of problems; without it the program's own texts are used, plural forms left aside. */
  readonly translate?: TranslateProblem;
  /** One of the program's languages; the form's own if left out. */
  readonly language?: string;
  /** ISO date in the form's time zone, from the server's clock. */
  readonly today: string;
  readonly answers?: JsonObject;
  /** Parameters of the link, for `prefill: "query.…"`. */
  readonly query?: Readonly<Record<string, string>>;
  readonly snapshot?: PersistedSession;
  readonly draft?: DraftPort;
  readonly submission?: SubmissionPort;
  /** The draft's revision that the snapshot came with. */
  readonly revision?: number;
  /** For forms that count working days: `germanHolidays` of `@schalter/engine/holidays`. Without it they are unknown. */
  readonly holidays?: HolidaySource;
  readonly clock?: Clock;
  /** Has XState run the form's chart, to inspect it at work: `formMachine` of `@schalter/engine/chart`. */
  readonly chart?: (program: Program) => AnyActorLogic;
  /** Ports of the form's services: `withServices({ … })` of `@schalter/engine/services`. */
  readonly services?: SessionServices;
}

/** A form being filled in. */
export interface Session {
  /** The XState actor, to inspect it; events go through `send`. */
  readonly actor: Actor<ChartLogic>;
  /** What makes no sense changes nothing and is answered with a code (see docs/engine.md). */
  send(event: SessionEvent): { readonly ok: true } | { readonly ok: false; readonly code: string };
  /** The same object until something changes. */
  view(): View;
  /** Called with every new view. */
  subscribe(listener: (view: View) => void): () => void;
  persist(): PersistedSession;
  /** What would be filed now. */
  submission(): Submission;
  /** Saves the draft now, if there is something to save, and waits for it. */
  flush(): Promise<void>;
  dispose(): void;
}

/**
 * Starts filling in a form, or goes on with it where a snapshot was taken.
 * @throws EngineError `program-invalid`, `snapshot-invalid`, `snapshot-other-form`
 */
export function createSession(program: Program, options: SessionOptions): Session {
  assertProgram(program);
  const { snapshot, today } = options;
  if (snapshot !== undefined) checkSnapshot(program, snapshot);
  const answers = snapshot?.answers ?? options.answers;
  const services = options.services?.attach(program);
  const store = createStore(program, {
    validate: options.validate,
    today,
    ...(options.holidays ? { holidays: options.holidays } : {}),
    ...(answers === undefined ? {} : { answers }),
    prefill: {
      today,
      query: options.query ?? {},
      ...(services ? { claim: (node) => services.claim(node) } : {}),
      ...(snapshot ? { entriesOnly: true } : {}),
    },
    ...(services ? { services } : {}),
  });
  const pages = createPages(store);
  const first = pages.route()[0] ?? pages.stepPage(program.steps[0] as Program['steps'][number]);
  const wanted = options.language ?? snapshot?.language;
  const language = wanted !== undefined && program.languages.includes(wanted) ? wanted : program.language;
  const flow = createFlow(store, pages, language, first, services);
  if (snapshot) restoreFlow(flow, snapshot);
  flow.draft({ state: 'idle', revision: options.revision ?? 0 });

  const viewing: Viewing = {
    store,
    flow,
    services,
    language: flow.language,
    translate: options.translate ?? plainTranslate(program.problemTexts),
  };
  const view = createView(viewing, flow);
  const persist = () => untracked(() => takeSnapshot(flow, services ? services.persist() : snapshot?.services));
  const submission = (): Submission => ({
    form: { id: program.id, version: program.version },
    language: untracked(() => flow.language()),
    today: untracked(() => store.today()),
    answers: store.submission(),
  });
  const { draft, submission: port } = options;
  const host: SessionHost = {
    store,
    flow,
    viewing,
    clock: options.clock,
    send: (event) => toChart(event),
    child: (id) => actor.getSnapshot().children[id],
    tell: () => tell(),
    save: () => saveNow(),
  };
  try {
    // The chart asks at once whether somebody has to log in.
    services?.start(host, snapshot?.services);
  } catch (error) {
    store.dispose();
    throw error;
  }
  // Whoever runs the chart: it is the same one.
  const logic: ChartLogic = options.chart?.(program) ?? runChart(program.chart);
  const actor = createActor(logic, {
    input: {
      flow,
      ports: { draft, submission: port },
      persist,
      submission,
      noticed: { changes: 0, typing: 0 },
    },
    ...(options.clock ? { clock: options.clock } : {}),
  });

  const listeners = new Set<(view: View) => void>();
  const current = () => untracked(view);
  let told: View | undefined;
  const tell = () => {
    if (listeners.size === 0) return;
    const next = current();
    if (next === told) return;
    told = next;
    for (const listener of [...listeners]) listener(next);
  };
  let disposed = false;
  const watching = actor.subscribe(() => {
    services?.settle();
    tell();
  });
  const toChart = (event: ChartEvent) => {
    if (!disposed) actor.send(event);
  };
  const saveNow = async () => {
    toChart({ type: 'flush' });
    // Where something changed while it was being saved, it is saved again.
    while ((await saved()) === 'waiting') toChart({ type: 'flush' });
  };
  /** What the draft is when it is not being saved any more. */
  const saved = () =>
    new Promise<ChartValue>((resolve) => {
      const look = () => {
        const { draft } = actor.getSnapshot().value;
        if (draft === 'saving' && !disposed) return;
        saving.unsubscribe();
        resolve(draft);
      };
      const saving = actor.subscribe({ next: look, complete: look });
      look();
    });
  actor.start();
  services?.started();

  return {
    actor,

    send(event) {
      if (disposed) return { ok: false, code: 'disposed' };
      const taken = services?.send(event);
      if (taken) return taken;
      const code =
        refusalOf(flow, event as FormEvent, port !== undefined) ?? (event.type === 'answer' ? probe(event) : undefined);
      if (code !== undefined) return { ok: false, code };
      actor.send(event as FormEvent);
      return { ok: true };
    },

    view: current,

    subscribe(listener) {
      told ??= current();
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    persist,
    submission,

    flush: saveNow,

    dispose() {
      disposed = true;
      services?.dispose();
      watching.unsubscribe();
      listeners.clear();
      actor.stop();
      store.dispose();
    },
  };

  function probe(event: Extract<SessionEvent, { type: 'answer' }>): string | undefined {
    return store.refuses(event.at, event.value);
  }
}

/**
 * Goes on with a saved session: the same as `createSession` with its snapshot.
 * @throws EngineError `program-invalid`, `snapshot-invalid`, `snapshot-other-form`
 */
export function restoreSession(
  program: Program,
  snapshot: PersistedSession,
  options: Omit<SessionOptions, 'snapshot' | 'answers'>,
): Session {
  // A draft that could not be found is not one that has not begun.
  if (snapshot === undefined) throw new EngineError('snapshot-invalid', { detail: 'there is none' });
  return createSession(program, { ...options, snapshot });
}
