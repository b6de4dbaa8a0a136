import type { SnapshotFrom } from 'xstate';
import type { UploadedFile } from '../../ports/upload.ts';
import type { Finding } from '../../run/world.ts';
import type { KindHost } from '../service-kind.ts';
import type { FileAction, FileView } from '../view.ts';
import type { fileMachine, Reason } from './machine.ts';
import type { Place } from './place.ts';

type FileSnapshot = SnapshotFrom<typeof fileMachine>;

/**
 * What a renderer needs to show of a file.
 * @param open whether anything can be done about it at present
 */
export function fileView(host: KindHost, place: Place, snapshot: FileSnapshot, open: boolean): FileView {
  const { head, id, sent, reason } = snapshot.context;
  return {
    ...head,
    state: stateOf(snapshot),
    // What has an id has arrived.
    sent: id === undefined ? sent : head.size,
    ...(reason ? { reason: { code: reason.code, message: sentence(host, place, reason, head.name) } } : {}),
    actions: open ? actionsOf(snapshot) : [],
  };
}

/** Of a file that stands in the answers and has no actor. */
export function adoptedView({ id, name, type, size }: UploadedFile, open: boolean): FileView {
  return { key: id, name, type, size, state: 'clean', sent: size, actions: open ? ['removeFile'] : [] };
}

/** What keeps a page from being left: a file that is not clean. */
export function findingsOf(snapshot: FileSnapshot): Finding[] {
  const state = stateOf(snapshot);
  if (state === 'clean') return [];
  const { head, reason } = snapshot.context;
  // A constraint says best what is wrong.
  return state === 'refused' && reason && isConstraint(reason)
    ? [{ code: reason.code, params: { ...reason.params, file: head.name } }]
    : [{ code: `file-${state}`, params: { file: head.name } }];
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

/** A constraint has its own sentence; everything else is a failure's. */
function sentence(host: KindHost, place: Place, reason: Reason, file: string): string {
  const { code, params } = reason;
  return host.say(isConstraint(reason) ? code : `failure:${code}`, { ...params, file, label: host.label(place) });
}

function isConstraint({ code }: Reason): boolean {
  return code === 'accept' || code === 'too-large';
}
