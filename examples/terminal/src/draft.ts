import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { DraftPort, PersistedSession, Program, Validate } from '@schalter/engine';
import { migrateDraft } from '@schalter/engine/migrate';

/** A draft in a file: written anew as a whole, so that an interruption leaves the one before. */
export interface DraftFile {
  readonly path: string;
  readonly port: DraftPort;
  write(draft: PersistedSession): void;
  remove(): void;
}

export function draftFile(path: string): DraftFile {
  const write = (draft: PersistedSession): void => {
    writeFileSync(`${path}.new`, `${JSON.stringify(draft, undefined, 2)}\n`);
    renameSync(`${path}.new`, path);
  };
  return {
    path,
    write,
    remove: () => rmSync(path, { force: true }),
    port: {
      save: (draft, revision) => {
        write(draft);
        return Promise.resolve({ revision: revision + 1 });
      },
    },
  };
}

/** A draft that was found, as one of this version of the form, with the places of what was lost on the way. */
export interface FoundDraft {
  readonly snapshot: PersistedSession;
  readonly lost: readonly string[];
}

/** @throws SyntaxError for a file that is no JSON, EngineError for one that is no draft of this form */
export function findDraft(path: string, program: Program, validate: Validate): FoundDraft | undefined {
  if (!existsSync(path)) return undefined;
  const snapshot = JSON.parse(readFileSync(path, 'utf8')) as PersistedSession;
  const migrated = migrateDraft(program, snapshot, { validate });
  const lost = migrated.report.filter((entry) => entry.lost).map(({ at }) => at ?? '');
  return { snapshot: migrated.snapshot, lost };
}
