import { EngineError } from './engine-error.ts';
import type { Program } from './program.ts';

/** What every program has, and as what. */
const parts = {
  text: ['id', 'version', 'hash', 'language', 'timeZone'],
  list: ['languages', 'steps', 'sections', 'order', 'spreadGroups', 'leaves'],
  record: ['texts', 'problemTexts', 'headings', 'keys', 'root', 'defines', 'chart', 'services', 'retention', 'about'],
} as const satisfies Readonly<Record<string, readonly (keyof Program)[]>>;

/**
 * Refuses what is no compiled form of this format: something else, one of an older engine, one cut off. Programs are made
 * by the compiler and kept as they are: what stands deeper in them is not looked at.
 * @throws EngineError `program-invalid`
 */
export function assertProgram(program: unknown): asserts program is Program {
  if (kindOf(program) !== 'record') throw new EngineError('program-invalid');
  const given = program as Readonly<Record<string, unknown>>;
  const { format, root, steps } = given as { format: unknown; root: { kind?: unknown }; steps: { kind?: unknown }[] };
  const whole = Object.entries(parts).every(([kind, names]) => names.every((name) => kindOf(given[name]) === kind));
  const known = whole && format === 1 && root.kind === 'group' && steps.some((step) => step?.kind === 'summary');
  if (!known) throw new EngineError('program-invalid');
}

function kindOf(value: unknown): string | undefined {
  if (typeof value === 'string') return 'text';
  if (Array.isArray(value)) return 'list';
  return typeof value === 'object' && value !== null ? 'record' : undefined;
}
