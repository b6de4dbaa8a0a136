import type { JsonObject, JsonValue } from '@schalter/definition';
import type { AnyActorLogic, EventFromLogic, InputFrom, SnapshotFrom } from 'xstate';
import type { Page } from '../flow/page.ts';
import type { Problem } from '../problem.ts';
import type { LeafNode } from '../program.ts';
import type { LeafCell } from '../run/leaf.ts';
import type { ListCell } from '../run/list.ts';
import type { Finding } from '../run/world.ts';
import type { ServiceEvent } from './event.ts';
import type { ServiceHost } from './host.ts';
import type { FieldServices, ServiceView } from './view.ts';

/**
 * One kind of service in one session: its actors, and what they mean for answers and views. Everything but `start` and
 * the name may be left out. What is marked in `Services` as read while something is computed may read signals only.
 */
export interface ServiceKind {
  /** Its part of what is saved stands under this name. */
  readonly name: string;
  /**
   * Joins the session.
   * @param saved its part of the snapshot, as it stands there: nothing about it is certain
   * @throws EngineError `snapshot-invalid`
   */
  start(host: KindHost, saved: JsonValue | undefined): void;
  /** Takes an event, or says with a code why it makes no sense now; `undefined`: the event is none of this kind's. */
  send?(event: ServiceEvent): Taken | undefined;
  settle?(): void;
  waits?(): boolean;
  missing?(): readonly Problem[];
  undecided?(page?: Page): boolean;
  decide?(page?: Page): void;
  findings?(cell: LeafCell | ListCell): readonly Finding[];
  refuses?(cell: LeafCell | ListCell): string | undefined;
  claim?(node: LeafNode): JsonValue | undefined;
  views?(): Readonly<Record<string, ServiceView>>;
  field?(cell: LeafCell | ListCell): FieldServices | undefined;
  /** Nothing where there is nothing worth keeping. */
  persist?(): JsonObject | undefined;
  /** @param keeps somebody is only away for a moment: what is held stays held */
  dispose?(keeps: boolean): void;
  /** Whether the person has been sent to another page. */
  leaves?(): boolean;
}

export type Taken = { readonly ok: true } | { readonly ok: false; readonly code: string };

export const taken: Taken = { ok: true };

export function refusedWith(code: string): Taken {
  return { ok: false, code };
}

/** What a kind may do to the session, and to the actors it has there. */
export interface KindHost extends Omit<ServiceHost, 'spawn' | 'stop' | 'child'> {
  /** Makes an actor a child of the session's. Ids start with the service's name. */
  spawn<Logic extends AnyActorLogic>(id: string, logic: Logic, input: InputFrom<Logic>): Child<Logic>;
}

/** An actor among the session's children. */
export interface Child<Logic extends AnyActorLogic> {
  readonly id: string;
  /** Read as a signal: what has read it is made again when the actor's state changes. `undefined` until it runs. */
  snapshot(): SnapshotFrom<Logic> | undefined;
  send(event: EventFromLogic<Logic>): void;
  stop(): void;
}
