import type { ChangeLevel, FormChange } from './change.ts';

/** What changes ask of a version's number; undefined when nothing has changed. */
export function levelOf(changes: readonly FormChange[]): ChangeLevel | undefined {
  for (const level of ['major', 'minor', 'patch'] as const) {
    if (changes.some((change) => change.level === level)) return level;
  }
  return undefined;
}

/**
 * The lowest version that may follow (semver: before 1.0.0 the second number stands for what breaks).
 * @returns undefined when `version` is none
 */
export function nextVersion(version: string, level: ChangeLevel): string | undefined {
  const parts = partsOf(version);
  if (!parts) return undefined;
  const [major, minor, patch] = parts;
  if (level === 'patch' || (level === 'minor' && major === 0)) return `${major}.${minor}.${patch + 1}`;
  if (level === 'minor') return `${major}.${minor + 1}.0`;
  return major > 0 ? `${major + 1}.0.0` : `0.${minor + 1}.0`;
}

function partsOf(version: string): [number, number, number] | undefined {
  const found = /^(\d+)\.(\d+)\.(\d+)/u.exec(version);
  return found ? [Number(found[1]), Number(found[2]), Number(found[3])] : undefined;
}
