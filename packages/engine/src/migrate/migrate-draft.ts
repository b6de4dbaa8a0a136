import { templateOf } from '@schalter/definition';
import type { PersistedSession } from '../persisted.ts';
import type { Validate } from '../problem.ts';
import type { MigrationNode, Program } from '../program.ts';
import { checkForm } from '../session/snapshot.ts';
import { applyMigration } from './apply.ts';
import { fitAnswers } from './fit.ts';
import { emptyGroup, type GroupPiece, pieceOf } from './pieces.ts';
import { placeAgain } from './place-again.ts';
import { type MigrationEntry, Report } from './report.ts';

export interface MigrateOptions {
  /** The constraints of the new version. */
  readonly validate: Validate;
  /** Those of the older one: with them, only what has become wrong is reported. */
  readonly before?: Validate;
}

export interface MigratedDraft {
  /** A session of the new version, where the person was if that page is still there. */
  readonly snapshot: PersistedSession;
  /** The versions whose migrations were run, from the draft's own to the new one. */
  readonly versions: readonly string[];
  /** What was lost, and what is not as it was. What was only moved is not mentioned. */
  readonly report: readonly MigrationEntry[];
}

/**
 * Makes a draft of one version a draft of another: runs the migrations that lead from its version to this one, one
 * after the other, then fits the answers into the form. Without a migration, what still fits stays. Never throws for
 * any answers.
 * @param program the version that the draft becomes one of
 * @throws EngineError `snapshot-invalid`, `snapshot-other-form` (another form's)
 */
export function migrateDraft(program: Program, snapshot: PersistedSession, options: MigrateOptions): MigratedDraft {
  checkForm(program, snapshot);
  const { version } = snapshot.form;
  if (version === program.version) return { snapshot, versions: [version], report: [] };
  const found = pieceOf(snapshot.answers);
  const root: GroupPiece = found?.kind === 'group' ? found : emptyGroup();
  const report = new Report();
  const way = wayFrom(program, version);
  for (const migration of way) applyMigration(root, migration, snapshot.today, report);
  const { before } = options;
  const answers = fitAnswers(root, program.root, {
    report,
    validate: options.validate,
    wasValid: ({ at, old }) => !before || at === undefined || before(templateOf(at), old).length === 0,
  });
  const versions = [version, ...way.map(({ to }) => to)];
  if (versions.at(-1) !== program.version) versions.push(program.version);
  return { snapshot: placeAgain(program, snapshot, answers, options.validate), versions, report: report.entries };
}

/** The migrations from one version to this one: each leads to where the next begins. */
function wayFrom(program: Program, version: string): MigrationNode[] {
  const way: MigrationNode[] = [];
  const { migrations = [] } = program;
  let next = migrations.find(({ from }) => from.includes(version));
  while (next && !way.includes(next)) {
    way.push(next);
    const { to } = next;
    next = migrations.find(({ from }) => from.includes(to));
  }
  return way;
}
