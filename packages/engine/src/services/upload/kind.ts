import type { JsonObject } from '@schalter/definition';
import type { SnapshotFrom } from 'xstate';
import type { UploadedFile, UploadPort, UploadSource } from '../../ports/upload.ts';
import type { LeafNode, Program } from '../../program.ts';
import type { EntryCell } from '../../run/entry.ts';
import type { DataCell } from '../../run/group.ts';
import type { LeafCell } from '../../run/leaf.ts';
import type { ListCell } from '../../run/list.ts';
import { type Cell, endBatch, signal, startBatch, untracked } from '../../run/signals.ts';
import type { Finding } from '../../run/world.ts';
import type { UploadEvent } from '../event.ts';
import { isAttached } from '../field-actors.ts';
import { newKey } from '../key.ts';
import { isActive, servicesOf } from '../named.ts';
import { savedPart } from '../read.ts';
import { type Child, type KindHost, refusedWith, type ServiceKind, type Taken, taken } from '../service-kind.ts';
import type { FileAction, FileView, UploadView } from '../view.ts';
import { type FileInput, fileMachine, type Reason } from './machine.ts';
import { type FilePart, partOf, readParts } from './parts.ts';
import { readFile } from './read.ts';
import { problemOf, sourceOf } from './source.ts';

const kind = 'upload';

/** Where files go: a field for one, or a list of them. */
type Place = LeafCell | ListCell;

interface Tracked {
  readonly key: string;
  readonly child: Child<typeof fileMachine>;
  /** In a list, once the file is clean. */
  entry?: EntryCell;
}

/** Files in fields of a form; nothing where the form takes none. */
export function uploadKind(program: Program, port: UploadPort): ServiceKind | undefined {
  if (!takesFiles(program)) return undefined;
  const services = new Map(servicesOf(program, kind).map((named) => [named.name, named]));
  const places = new Map<Place, Cell<readonly Tracked[]>>();
  const known = signal(0);
  let host: KindHost;
  let made = 0;

  /** The field or list that files go to; `undefined` where another serves it, or its service is not needed. */
  function placeAt(cell: DataCell | undefined): Place | undefined {
    if (cell?.kind !== 'leaf' && cell?.kind !== 'list') return undefined;
    if (cell.kind === 'leaf' && cell.own) return undefined;
    return isServed(leafOf(cell)) ? cell : undefined;
  }

  function isServed(node: LeafNode | undefined): boolean {
    if (node?.control !== 'file') return false;
    const named = node.service === undefined ? undefined : services.get(node.service);
    return !named || isActive(host.store, named);
  }

  function trackedAt(place: Place): readonly Tracked[] {
    known();
    return places.get(place)?.() ?? none;
  }

  function track(place: Place, files: readonly Tracked[]): void {
    const cell = places.get(place);
    if (cell) cell(files);
    else {
      places.set(place, signal(files));
      known(places.size);
    }
  }

  /** Answers of a place that no actor stands for: of a session without this port. */
  function adoptedAt(place: Place): readonly { readonly file: UploadedFile; readonly entry?: EntryCell }[] {
    const tracked = trackedAt(place);
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

  /** An actor for a file. */
  function begin(place: Place, part: Omit<FilePart, 'state'> & Pick<FileInput, 'state' | 'content'>): Tracked {
    made++;
    const node = leafOf(place);
    const tracked: Tracked = {
      key: part.head.key,
      child: host.spawn(`${kind}/${made}`, fileMachine, {
        port,
        service: node?.service,
        template: node?.template ?? '',
        ...part,
        accepted: (file) => accept(place, tracked, file),
      }),
    };
    track(place, [...untracked(() => trackedAt(place)), tracked]);
    return tracked;
  }

  /** A clean file becomes an answer. */
  function accept(place: Place, tracked: Tracked, { id, name, type, size }: UploadedFile): void {
    const answer = { id, name, type, size };
    startBatch();
    try {
      if (place.kind === 'leaf') place.raw(answer);
      else {
        const entry = tracked.entry ?? host.store.addItem(place);
        if (entry?.content?.kind !== 'leaf') return;
        tracked.entry = entry;
        entry.content.raw(answer);
      }
    } finally {
      endBatch();
    }
  }

  /** Removes a file here and there, without waiting for it. */
  function remove(place: Place, key: string): boolean {
    const tracked = trackedAt(place).find((one) => one.key === key);
    const adopted = tracked ? undefined : adoptedAt(place).find(({ file }) => file.id === key);
    if (!tracked && !adopted) return false;
    const context = tracked?.child.snapshot()?.context;
    const { id = adopted?.file.id, handle } = context ?? {};
    const entry = tracked?.entry ?? adopted?.entry;
    tracked?.child.stop();
    track(
      place,
      trackedAt(place).filter((one) => one !== tracked),
    );
    if (place.kind === 'leaf') place.raw(null);
    else if (entry && place.entries().includes(entry)) host.store.removeItem(entry);
    removeThere({ ...(id === undefined ? {} : { id }), ...(handle === undefined ? {} : { handle }) });
    return true;
  }

  function removeThere(what: { readonly id?: string; readonly handle?: string }): void {
    if (what.id === undefined && what.handle === undefined) return;
    Promise.resolve()
      .then(() => port.remove(what, new AbortController().signal))
      .catch(() => undefined);
  }

  const isOpen = (place: Place) => host.flow.status() === 'filling' && place.relevant();

  function hasRoom(place: Place): boolean {
    // A new file takes the place of the old one.
    if (place.kind === 'leaf') return true;
    const { maxItems } = place.node;
    return maxItems === undefined || trackedAt(place).length + adoptedAt(place).length < maxItems;
  }

  function upload(place: Place, given: unknown): Taken {
    const source = sourceOf(given);
    if (!source) return refusedWith('no-file');
    if (!hasRoom(place)) return refusedWith('max-items');
    if (place.kind === 'leaf') {
      for (const { key } of trackedAt(place)) remove(place, key);
      for (const { file } of adoptedAt(place)) remove(place, file.id);
    }
    const reason = problemOf(place.world, leafOf(place), source);
    const { content, ...head } = source;
    begin(place, {
      head: { key: newKey(), ...head },
      content: reason ? undefined : content,
      state: reason ? 'refused' : 'uploading',
      id: undefined,
      handle: undefined,
      reason,
    });
    host.changed();
    return taken;
  }

  /** An event about a file that is there already. */
  function tell(place: Place, event: UploadEvent): Taken {
    const { file: key, from } = event as { readonly file?: unknown; readonly from?: unknown };
    const view = filesAt(place).find((one) => one.key === key);
    if (!view) return refusedWith('unknown-file');
    const action = view.actions.find((one) => one === event.type);
    if (!action) return refusedWith('not-now');
    if (action === 'removeFile') {
      remove(place, view.key);
      host.changed();
      return taken;
    }
    const child = trackedAt(place).find((one) => one.key === key)?.child;
    if (action === 'resume') {
      const source = from === undefined ? undefined : sourceOf(from);
      if (from !== undefined && !(source && isSame(view, source))) return refusedWith('other-file');
      if (!source && child?.snapshot()?.context.content === undefined) return refusedWith('content-missing');
      child?.send({ type: 'resume', content: source?.content });
    } else child?.send({ type: action });
    return taken;
  }

  function filesAt(place: Place): readonly FileView[] {
    const open = isOpen(place);
    const adopted = adoptedAt(place).map(
      ({ file: { id, name, type, size } }): FileView => ({
        key: id,
        name,
        type,
        size,
        state: 'clean',
        sent: size,
        actions: open ? ['removeFile'] : [],
      }),
    );
    const tracked = trackedAt(place).flatMap(({ child }): FileView[] => {
      const snapshot = child.snapshot();
      if (!snapshot) return [];
      const { head, id, sent, reason } = snapshot.context;
      const state = stateOf(snapshot);
      return [
        {
          ...head,
          state,
          // What has an id has arrived.
          sent: id === undefined ? sent : head.size,
          ...(reason ? { reason: { code: reason.code, message: sentence(place, reason, head.name) } } : {}),
          actions: open ? actionsOf(snapshot) : [],
        },
      ];
    });
    return [...adopted, ...tracked];
  }

  /** A constraint has its own sentence; everything else is a failure's. */
  function sentence(place: Place, { code, params }: Reason, file: string): string {
    const own = code === 'accept' || code === 'too-large';
    return host.say(own ? code : `failure:${code}`, { ...params, file, label: host.label(place) });
  }

  function viewAt(place: Place): UploadView {
    const node = leafOf(place);
    return {
      kind,
      ...(node?.service === undefined ? {} : { service: node.service }),
      files: filesAt(place),
      ...(node?.accept ? { accept: node.accept } : {}),
      ...(node?.maxBytes === undefined ? {} : { maxBytes: node.maxBytes }),
      several: place.kind === 'list',
      actions: isOpen(place) && hasRoom(place) ? ['upload'] : [],
    };
  }

  return {
    name: kind,

    start(given, saved) {
      host = given;
      for (const [pointer, parts] of Object.entries(savedPart(kind, saved, readParts) ?? {})) {
        const place = placeAt(host.store.find(pointer));
        for (const part of place ? parts : []) restore(place as Place, part);
      }
    },

    send(event) {
      const place = 'at' in event ? placeAt(host.store.find(event.at)) : undefined;
      if (!place) return undefined;
      if (event.type !== 'upload') return tell(place, event as UploadEvent);
      return isOpen(place) ? upload(place, event.file) : refusedWith('not-now');
    },

    settle() {
      for (const [place] of places) {
        const here = isAttached(place);
        for (const { key, entry } of trackedAt(place)) {
          if (!here || (entry && place.kind === 'list' && !place.entries().includes(entry))) remove(place, key);
        }
        if (!here) places.delete(place);
      }
    },

    findings(cell) {
      const place = placeAt(cell);
      if (!place) return nothing;
      return trackedAt(place).flatMap(({ child }) => {
        const snapshot = child.snapshot();
        return snapshot ? findingsOf(snapshot) : [];
      });
    },

    refuses: (cell) => (isServed(leafOf(cell)) ? 'filled-by-service' : undefined),

    field(cell) {
      const place = placeAt(cell);
      if (place) return { filled: true, service: viewAt(place) };
      return isServed(leafOf(cell)) ? { filled: true } : undefined;
    },

    persist() {
      const parts = [...places].flatMap(([place]): [string, JsonObject[]][] => {
        const files = isAttached(place) ? trackedAt(place).flatMap(({ child }) => partOf(child.snapshot())) : [];
        return files.length > 0 ? [[place.pointer(), files]] : [];
      });
      return parts.length > 0 ? Object.fromEntries(parts) : undefined;
    },
  };

  /** A clean file counts as one only while it stands in the answers; otherwise it is asked about. */
  function restore(place: Place, part: FilePart): void {
    const cells = place.kind === 'leaf' ? [place] : place.entries().map(({ content }) => content);
    const at = cells.findIndex((cell) => cell?.kind === 'leaf' && readFile(cell.raw())?.id === part.id);
    const isAnswer = part.id !== undefined && at !== -1;
    const state = part.state === 'clean' && !isAnswer ? 'scanning' : part.state;
    const tracked = begin(place, { ...part, state, content: undefined });
    const entry = place.kind === 'list' && state === 'clean' ? place.entries()[at] : undefined;
    if (entry) tracked.entry = entry;
  }
}

type FileSnapshot = SnapshotFrom<typeof fileMachine>;

const none: readonly Tracked[] = [];
const nothing: readonly Finding[] = [];

/** The leaf that describes a file, of a list its entries. */
function leafOf(place: Place): LeafNode | undefined {
  if (place.kind === 'leaf') return place.node;
  return place.node.item.kind === 'leaf' ? place.node.item : undefined;
}

function takesFiles({ root }: Program): boolean {
  const visit = (node: Program['root']['members'][number]): boolean => {
    if (node.kind === 'group') return node.members.some(visit);
    return node.kind === 'list' ? visit(node.item) : node.kind === 'leaf' && node.control === 'file';
  };
  return visit(root);
}

function stateOf({ value }: FileSnapshot): FileView['state'] {
  if (typeof value === 'object') return 'scanning' in value ? 'scanning' : 'uploading';
  // Between two tries it is still on its way.
  return value === 'waiting' || value === 'start' ? 'uploading' : value;
}

function actionsOf(snapshot: FileSnapshot): readonly FileAction[] {
  const { content, id } = snapshot.context;
  switch (stateOf(snapshot)) {
    case 'uploading':
      return ['pause', 'removeFile'];
    case 'paused':
      return ['resume', 'removeFile'];
    case 'failed':
      // Without its bytes it can only be chosen once more.
      return content === undefined && id === undefined ? ['resume', 'removeFile'] : ['retry', 'removeFile'];
    default:
      return ['removeFile'];
  }
}

/** What keeps a page from being left: a file that is not clean. */
function findingsOf(snapshot: FileSnapshot): Finding[] {
  const state = stateOf(snapshot);
  if (state === 'clean') return [];
  const { head, reason } = snapshot.context;
  // A constraint says best what is wrong.
  const own = state === 'refused' && reason && (reason.code === 'accept' || reason.code === 'too-large');
  return own
    ? [{ code: reason.code, params: { ...reason.params, file: head.name } }]
    : [{ code: `file-${state}`, params: { file: head.name } }];
}

function isSame(file: FileView, source: UploadSource): boolean {
  return file.name === source.name && file.size === source.size;
}
