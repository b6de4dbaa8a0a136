import type { JsonValue } from '@schalter/definition';
import type { LeafCell } from '../run/leaf.ts';
import type { ListCell } from '../run/list.ts';
import { untracked } from '../run/signals.ts';
import type { Finding } from '../run/world.ts';
import type { SessionHost } from '../session/services.ts';
import { lineOf } from '../view/text.ts';
import { labelOf } from '../view/viewing.ts';
import type { SubmissionState } from '../view.ts';

/** What services may do to their session. */
export interface ServiceHost extends Pick<SessionHost, 'store' | 'flow' | 'clock' | 'child' | 'tell'> {
  /** Answers a field as a person does; one that is refused is left as it is. */
  answer(at: string, value: JsonValue): void;
  /** A sentence in the session's language. */
  say(code: string, params?: Finding['params']): string;
  /** What people call a field or list. */
  label(cell: LeafCell | ListCell): string;
  /** A text of the form, by its key. */
  line(key: string | undefined): string;
  spawn(id: string): void;
  stop(id: string): void;
  /** What is saved has changed: the chart looks, the draft is saved, views are told. */
  changed(): void;
  /** Saves the draft at once. @returns false where it should be kept elsewhere and could not be */
  save(): Promise<boolean>;
  /** The server says what has become of the submission. */
  submissionIs(state: SubmissionState): void;
  /** Back to the summary, to send again. */
  reopen(): void;
}

export function serviceHost(session: SessionHost): ServiceHost {
  const { store, flow, viewing, clock, send } = session;
  return {
    store,
    flow,
    clock,
    answer: (at, value) => send({ type: 'answer', at, value }),
    say: (code, params = {}) => viewing.translate(viewing.language(), code, params),
    label: (cell) => labelOf(viewing, cell),
    line: (key) =>
      lineOf(
        { program: store.program, language: viewing.language(), environment: () => store.root.environment() },
        key,
      ),
    spawn: (id) => send({ type: 'spawn', id }),
    stop: (id) => send({ type: 'stop', id }),
    child: (id) => session.child(id),
    changed: () => send({ type: 'serviceChanged' }),
    tell: () => session.tell(),
    async save() {
      // Who asks for it tells of its own change only afterwards.
      await Promise.resolve();
      await session.save();
      return !['offline', 'conflict'].includes(untracked(() => flow.draft().state));
    },
    submissionIs: (state) => send({ type: 'submissionIs', state }),
    reopen: () => send({ type: 'reopen' }),
  };
}
