import type { UploadPort, UploadSource } from '../../ports/upload.ts';
import type { LeafNode, Program } from '../../program.ts';
import type { DataCell } from '../../run/group.ts';
import { isActive, servicesOf } from '../../run/named-services.ts';
import type { Finding } from '../../run/world.ts';
import type { UploadEvent } from '../event.ts';
import { newKey } from '../key.ts';
import { savedPart } from '../read.ts';
import { type KindHost, refusedWith, type ServiceKind, type Taken, taken } from '../service-kind.ts';
import type { FileView, UploadView } from '../view.ts';
import { adoptedView, fileView, findingsOf } from './file-view.ts';
import { Files } from './files.ts';
import { readParts } from './parts.ts';
import { leafOf, type Place, takesFiles } from './place.ts';
import { problemOf, sourceOf } from './source.ts';

const kind = 'upload';

const nothing: readonly Finding[] = [];

/** Files in fields of a form; nothing where the form takes none. */
export function uploadKind(program: Program, port: UploadPort): ServiceKind | undefined {
  if (!takesFiles(program)) return undefined;
  const services = new Map(servicesOf(program, kind).map((named) => [named.name, named]));
  let host: KindHost;
  let files: Files;

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

  const isOpen = (place: Place) => host.flow.status() === 'filling' && place.relevant();

  function hasRoom(place: Place): boolean {
    // A new file takes the place of the old one.
    if (place.kind === 'leaf') return true;
    const { maxItems } = place.node;
    return maxItems === undefined || files.at(place).length + files.adoptedAt(place).length < maxItems;
  }

  function upload(place: Place, given: unknown): Taken {
    const source = sourceOf(given);
    if (!source) return refusedWith('no-file');
    if (!hasRoom(place)) return refusedWith('max-items');
    if (place.kind === 'leaf') {
      for (const { key } of files.at(place)) files.remove(place, key);
      for (const { file } of files.adoptedAt(place)) files.remove(place, file.id);
    }
    const reason = problemOf(place.world, leafOf(place), source);
    const { content, ...head } = source;
    files.begin(place, {
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
      files.remove(place, view.key);
      host.changed();
      return taken;
    }
    const child = files.at(place).find((one) => one.key === key)?.child;
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
    const tracked = files.at(place).flatMap(({ child }) => child.snapshot() ?? []);
    return [
      ...files.adoptedAt(place).map(({ file }) => adoptedView(file, open)),
      ...tracked.map((snapshot) => fileView(host, place, snapshot, open)),
    ];
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
      files = new Files(host, port);
      for (const [pointer, parts] of Object.entries(savedPart(kind, saved, readParts) ?? {})) {
        const place = placeAt(host.store.find(pointer));
        if (place) for (const part of parts) files.restore(place, part);
      }
    },

    send(event) {
      const place = 'at' in event ? placeAt(host.store.find(event.at)) : undefined;
      if (!place) return undefined;
      if (event.type !== 'upload') return tell(place, event as UploadEvent);
      return isOpen(place) ? upload(place, event.file) : refusedWith('not-now');
    },

    settle: () => files.sweep(),

    findings(cell) {
      const place = placeAt(cell);
      if (!place) return nothing;
      return files.at(place).flatMap(({ child }) => {
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

    persist: () => files.persist(),
  };
}

function isSame(file: FileView, source: UploadSource): boolean {
  return file.name === source.name && file.size === source.size;
}
