// Drafts of older versions

export { type MigratedDraft, type MigrateOptions, migrateDraft } from './migrate-draft.ts';
export type { LostCode, MigrationCode, MigrationEntry } from './report.ts';
export { type ToldAnswer, tellReport } from './tell.ts';
