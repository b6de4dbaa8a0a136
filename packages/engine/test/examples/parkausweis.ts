import { type FormDefinition, resolveForm, withBuiltIns } from '@schalter/definition';
import type { Program } from '@schalter/engine';
import { compileForm } from '@schalter/engine/compile';
import { validateWith } from '../support.ts';

/* The form of the first example, for the others. */

export const form: FormDefinition = {
  id: 'parkausweis',
  version: '1.0.0',
  language: 'de',
  title: 'Parkausweis beantragen',
  data: {
    type: 'object',
    properties: {
      name: { type: 'string', title: 'Name' },
      iban: { type: 'string', title: 'IBAN', service: 'bankleitzahlen' },
      elektrisch: { type: 'boolean', title: 'Fährt das Auto elektrisch?' },
      gebuehr: { type: 'integer', title: 'Gebühr', unit: 'EUR-cent', value: 'elektrisch ? 0 : 3000' },
    },
    required: ['name', 'elektrisch'],
  },
  steps: [
    { id: 'person', title: 'Wer sind Sie?', fields: ['/name', '/iban'] },
    { id: 'auto', title: 'Ihr Auto', fields: ['/elektrisch', '/gebuehr'] },
    { id: 'frei', kind: 'exit', title: 'Sie brauchen keinen Ausweis', when: 'elektrisch && !elektrisch' },
  ],
  services: { bankleitzahlen: { kind: 'lookup', for: 'check' }, konto: { kind: 'identity', optional: true } },
};

const { resolved: found } = resolveForm(form, withBuiltIns({ blocks: {}, lists: {} }));
if (!found) throw new TypeError('the example does not resolve');
export const resolved = found;
const compiled = compileForm(resolved, { locales: {}, problemTexts: {} });
export const program = compiled.program as Program;
export const validate = validateWith(resolved.form.data);
export const today = '2026-11-23';
