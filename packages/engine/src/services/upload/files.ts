import type { JsonObject } from '@schalter/definition';
import type { UploadedFile, UploadPort } from '../../ports/upload.ts';
import type { EntryCell } from '../../run/entry.ts';
import { type Cell, endBatch, signal, startBatch, untracked } from '../../run/signals.ts';
import { isAttached } from '../field-actors.ts';
import type { Child, KindHost } from '../service-kind.ts';
import { type FileInput, fileMachine } from './machine.ts';
import { type FilePart, partOf } from './parts.ts';
import { leafOf, type Place } from './place.ts';
import { readFile } from './read.ts';

/** A file with its actor. */
export interface Tracked {
  readonly key: string;
  readonly child: Child<typeof fileMachine>;
  /** In a list, once the file is clean. */
  entry?: EntryCell;
}

/** A file that stands in the answers without an actor: it came from a session without this port. */
export interface Adopted {
  readonly file: UploadedFile;
  readonly entry?: EntryCell;
}

const none: readonly Tracked[] = [];

/** The files of a session by the place they go to, and what of them stands in the answers. */
export class Files {
  readonly #host: KindHost;
  readonly #port: UploadPort;
  readonly #places = new Map<Place, Cell<readonly Tracked[]>>();
  /** Told of each new place: what asked for it in vain looks again. */
  readonly #known = signal(0);
  #made = 0;

  constructor(host: KindHost, port: UploadPort) {
    this.#host = host;
    this.#port = port;
  }

  /** Read as a signal. */
  at(place: Place): readonly Tracked[] {
    this.#known();
    return this.#places.get(place)?.() ?? none;
  }

  /** Read as a signal. */
  adoptedAt(place: Place): readonly Adopted[] {
    const tracked = this.at(place);
    if (place.kind === 'leaf') {
      const file = tracked.length === 0 ? readFile(place.raw()) : undefined;
      return file ? [{ file }] : [];
    }
    const mine = new Set(tracked.map(({ entry }) => entry));
    return place.entries().flatMap((entry) => {
      const file = !mine.has(entry) && entry.content?.kind === 'leaf' ? readFile(entry.content.raw()) : undefined;
      return file ? [{ file, entry }] : [];
    });
  }

  /** Makes a file's actor. */
  begin(place: Place, part: Omit<FilePart, 'state'> & Pick<FileInput, 'state' | 'content'>): Tracked {
    this.#made++;
    const node = leafOf(place);
    const tracked: Tracked = {
      key: part.head.key,
      child: this.#host.spawn(`upload/${this.#made}`, fileMachine, {
        port: this.#port,
        service: node?.service,
        template: node?.template ?? '',
        ...part,
        accepted: (file) => this.#accept(place, tracked, file),
      }),
    };
    this.#set(place, [...untracked(() => this.at(place)), tracked]);
    return tracked;
  }

  /** Goes on with a saved file. A clean one counts as that only while it stands in the answers; else it is asked about. */
  restore(place: Place, part: FilePart): void {
    const cells = place.kind === 'leaf' ? [place] : place.entries().map(({ content }) => content);
    const at = cells.findIndex((cell) => cell?.kind === 'leaf' && readFile(cell.raw())?.id === part.id);
    const isAnswer = part.id !== undefined && at !== -1;
    const state = part.state === 'clean' && !isAnswer ? 'scanning' : part.state;
    const tracked = this.begin(place, { ...part, state, content: undefined });
    const entry = place.kind === 'list' && state === 'clean' ? place.entries()[at] : undefined;
    if (entry) tracked.entry = entry;
  }

  /** Removes a file here and there, without waiting for it. */
  remove(place: Place, key: string): void {
    const tracked = this.at(place).find((one) => one.key === key);
    const adopted = tracked ? undefined : this.adoptedAt(place).find(({ file }) => file.id === key);
    if (!tracked && !adopted) return;
    const { id = adopted?.file.id, handle } = tracked?.child.snapshot()?.context ?? {};
    const entry = tracked?.entry ?? adopted?.entry;
    tracked?.child.stop();
    const rest = this.at(place).filter((one) => one !== tracked);
    this.#set(place, rest);
    if (place.kind === 'leaf') place.raw(null);
    else if (entry && place.entries().includes(entry)) this.#host.store.removeItem(entry);
    this.#removeThere({ ...(id === undefined ? {} : { id }), ...(handle === undefined ? {} : { handle }) });
  }

  /** Removes the files whose entries, or whose places, are no more. */
  sweep(): void {
    for (const [place] of this.#places) {
      const here = isAttached(place);
      for (const { key, entry } of this.at(place)) {
        const isGone = entry && place.kind === 'list' && !place.entries().includes(entry);
        if (!here || isGone) this.remove(place, key);
      }
      if (!here) this.#places.delete(place);
    }
  }

  persist(): JsonObject | undefined {
    const parts = [...this.#places.keys()].flatMap((place): [string, JsonObject[]][] => {
      const files = isAttached(place) ? this.at(place).flatMap(({ child }) => partOf(child.snapshot())) : [];
      return files.length > 0 ? [[place.pointer(), files]] : [];
    });
    return parts.length > 0 ? Object.fromEntries(parts) : undefined;
  }

  #set(place: Place, files: readonly Tracked[]): void {
    const cell = this.#places.get(place);
    if (cell) cell(files);
    else {
      this.#places.set(place, signal(files));
      this.#known(this.#made);
    }
  }

  /** A clean file becomes an answer. */
  #accept(place: Place, tracked: Tracked, { id, name, type, size }: UploadedFile): void {
    const answer = { id, name, type, size };
    startBatch();
    try {
      if (place.kind === 'leaf') place.raw(answer);
      else {
        const entry = tracked.entry ?? this.#host.store.addItem(place);
        if (entry?.content?.kind !== 'leaf') return;
        tracked.entry = entry;
        entry.content.raw(answer);
      }
    } finally {
      endBatch();
    }
  }

  #removeThere(what: { readonly id?: string; readonly handle?: string }): void {
    if (what.id === undefined && what.handle === undefined) return;
    Promise.resolve()
      .then(() => this.#port.remove(what, new AbortController().signal))
      .catch(() => undefined);
  }
}
