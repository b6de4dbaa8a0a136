import type { JsonObject, JsonValue } from '@schalter/definition';
import type { AnyActorLogic, AnyActorRef } from 'xstate';
import type { Flow } from '../flow/flow.ts';
import type { Page } from '../flow/page.ts';
import type { Problem } from '../problem.ts';
import type { LeafNode, Program } from '../program.ts';
import type { LeafCell } from '../run/leaf.ts';
import type { ListCell } from '../run/list.ts';
import type { Store } from '../run/store.ts';
import type { Finding } from '../run/world.ts';
import type { FieldServices, ServiceView } from '../services/view.ts';
import type { Viewing } from '../view/viewing.ts';
import type { ChartEvent } from './chart-event.ts';
import type { Clock } from './session.ts';

/*
 * All that a session knows of services. It is handed an object that meets this, and so carries none of them itself:
 * `withServices` of `@schalter/engine/services` makes one.
 */

/** What a session is given so that its form's services are waited for. */
export interface SessionServices {
  /** Services for one session; `start` brings them to it. */
  attach(program: Program): Services;
}

/** What the answers ask the services that serve them. Asked while something is computed: reading signals only. */
export interface AnswerServices {
  /** What is wrong at a field as far as its service knows: a slot that is no longer held, a file still being scanned. */
  findings(cell: LeafCell | ListCell): readonly Finding[];
  /** Why a person may not answer a field: `locked` (proven), `filled-by-service`. */
  refuses(cell: LeafCell | ListCell): string | undefined;
  /** The proven value for a field with `prefill: "identity.…"`. */
  claim(node: LeafNode): JsonValue | undefined;
}

/** The services at work in one session. */
export interface Services extends AnswerServices {
  /**
   * Joins the session, before its actor runs.
   * @param saved the snapshot's part
   * @throws EngineError `snapshot-invalid`
   */
  start(host: SessionHost, saved: JsonObject | undefined): void;
  /** The session's actor runs: services may spawn theirs. */
  started(): void;
  /** Logic and input of a child that is to be spawned. */
  actor(id: string): { readonly logic: AnyActorLogic; readonly input: unknown } | undefined;
  /** Takes an event of a service; `undefined` for any other. */
  send(event: unknown): { readonly ok: true } | { readonly ok: false; readonly code: string } | undefined;
  /** Something has happened in the session: services look whether it concerns them. */
  settle(): void;
  /** Whether the form may not be filled in yet, because somebody has to log in first. Reads signals. */
  waits(): boolean;
  /** What keeps the form from being sent. Reads signals. */
  missing(): readonly Problem[];
  /** Whether an answer that a page answers for (without one, any) is still being looked up, or would have to be. Reads signals. */
  undecided(page?: Page): boolean;
  /** Has that looked up at the next `settle`, what was unavailable once more; tells the session when it is. */
  decide(page?: Page): void;
  /** By name of the service. Reads signals. */
  views(): Readonly<Record<string, ServiceView>> | undefined;
  /** What a service has to show at a field. Reads signals. */
  field(cell: LeafCell | ListCell): FieldServices | undefined;
  persist(): JsonObject | undefined;
  dispose(): void;
}

/** What services get of their session. */
export interface SessionHost {
  readonly store: Store;
  readonly flow: Flow;
  readonly viewing: Viewing;
  /** The clock of the session's actor; the platform's own if none was handed in. */
  readonly clock: Clock | undefined;
  /** Brings an event to the chart, as long as the session is not given up. */
  send(event: ChartEvent): void;
  child(id: string): AnyActorRef | undefined;
  /** Only what is shown has changed. */
  tell(): void;
  /** Saves the draft at once. */
  save(): Promise<void>;
}
