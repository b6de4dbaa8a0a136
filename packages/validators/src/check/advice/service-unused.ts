import { joinPointer } from '@schalter/definition';
import type { Advice } from './advice.ts';

/** Kinds that do something only where a field names them. */
const byField = new Set(['booking', 'eid', 'geo', 'lookup']);

export const serviceUnused: Advice = {
  code: 'service-unused',
  group: 'services',
  form({ resolved, fields, steps }, say) {
    const used = new Set(fields.flatMap(({ schema }) => schema.service ?? []));
    for (const { step } of steps) if (step.handover !== undefined) used.add(step.handover);
    for (const [name, { kind }] of Object.entries(resolved.form.services ?? {})) {
      if ((byField.has(kind) || kind === 'handover') && !used.has(name)) {
        say({ name, kind }, { file: 'form.json', at: joinPointer('/services', name) });
      }
    }
  },
};
