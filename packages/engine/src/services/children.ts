import type { AnyActorLogic, AnyActorRef, AnyEventObject, Subscription } from 'xstate';
import { type Cell, signal } from '../run/signals.ts';
import type { ServiceHost } from './host.ts';
import type { Child } from './service-kind.ts';

interface Entry {
  readonly logic: AnyActorLogic;
  readonly input: unknown;
  readonly snapshot: Cell<unknown>;
  /** What was sent before it ran. */
  readonly waiting: AnyEventObject[];
  ref?: AnyActorRef;
  watching?: Subscription;
}

/**
 * The services' actors: children of the session's, spawned by its chart, so that who inspects the session sees them.
 * Their snapshots become signals.
 */
export class Children {
  readonly #entries = new Map<string, Entry>();
  readonly #changed: () => void;
  #host: Pick<ServiceHost, 'spawn' | 'stop' | 'child'> | undefined;

  /** @param changed called after each change of an actor's state */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  spawn(id: string, logic: AnyActorLogic, input: unknown): Child<AnyActorLogic> {
    const entry: Entry = { logic, input, snapshot: signal<unknown>(undefined), waiting: [] };
    this.#entries.set(id, entry);
    this.#host?.spawn(id);
    this.adopt();
    return {
      id,
      snapshot: () => entry.snapshot(),
      send: (event) => {
        if (entry.ref) entry.ref.send(event);
        else entry.waiting.push(event);
      },
      stop: () => this.#stop(id),
    };
  }

  actor(id: string): { readonly logic: AnyActorLogic; readonly input: unknown } | undefined {
    return this.#entries.get(id);
  }

  /** The session's actor runs: those that waited for it are spawned. */
  start(host: Pick<ServiceHost, 'spawn' | 'stop' | 'child'>): void {
    this.#host = host;
    for (const id of this.#entries.keys()) host.spawn(id);
    this.adopt();
  }

  /** Watches the actors that have been spawned since the last time. */
  adopt(): void {
    for (const [id, entry] of this.#entries) {
      const ref = entry.ref ? undefined : this.#host?.child(id);
      if (!ref) continue;
      entry.ref = ref;
      entry.snapshot(ref.getSnapshot());
      entry.watching = ref.subscribe((snapshot) => {
        entry.snapshot(snapshot);
        this.#changed();
      });
      for (const event of entry.waiting.splice(0)) ref.send(event);
    }
  }

  dispose(): void {
    for (const { watching } of this.#entries.values()) watching?.unsubscribe();
    this.#entries.clear();
    this.#host = undefined;
  }

  #stop(id: string): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    entry.watching?.unsubscribe();
    this.#entries.delete(id);
    this.#host?.stop(id);
  }
}
