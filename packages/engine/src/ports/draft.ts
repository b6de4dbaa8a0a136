import type { PersistedSession } from '../persisted.ts';

/** Keeps a draft. Rejects with a `PortError`: `draft-conflict` (another tab was faster), `draft-gone`, `offline`. */
export interface DraftPort {
  /**
   * @param revision the revision this change builds on, 0 for the first
   * @returns the new revision
   */
  save(draft: PersistedSession, revision: number, signal: AbortSignal): Promise<{ readonly revision: number }>;
}
