import { matchesGlob } from 'node:path';
import type { Severities } from '@schalter/validators/check';
import type { CheckSettings } from './config.ts';

/** The severities that a configuration gives to the codes of one form. */
export function severitiesFor(settings: CheckSettings, folder: string): Severities {
  const fitting = (settings.overrides ?? []).filter(({ forms }) =>
    forms.some((pattern) => matchesGlob(folder, pattern)),
  );
  return Object.assign({}, settings.rules, ...fitting.map(({ rules }) => rules));
}
