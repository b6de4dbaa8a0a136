import type { JsonObject } from '@schalter/definition';
import type { FormSketch } from './support.ts';

const text = (title: string, more: JsonObject = {}): JsonObject => ({ type: 'string', title, ...more });
const truth = (title: string, more: JsonObject = {}): JsonObject => ({ type: 'boolean', title, ...more });

/** Sections that wait for each other, lists in lists, a step for every entry of an inner list, an exit. */
export const holidayCare: FormSketch = {
  title: 'Ferienbetreuung',
  data: {
    type: 'object',
    properties: {
      wohnt: truth('Wohnen Sie in der Stadt?'),
      name: text('Name'),
      email: text('E-Mail'),
      ermaessigung: truth('Ermäßigung?'),
      kinder: {
        type: 'array',
        title: 'Kinder',
        as: 'kind',
        items: {
          type: 'object',
          title: '{{item.name}}',
          properties: {
            name: text('Name'),
            impfungen: {
              type: 'array',
              title: 'Impfungen',
              items: {
                type: 'object',
                title: '{{item.gegen}}',
                properties: { gegen: text('Gegen'), jahr: { type: 'integer', title: 'Jahr' } },
                required: ['gegen', 'jahr'],
              },
            },
          },
          required: ['name'],
        },
      },
      nachweis: text('Nachweis', { requiredWhen: 'count(kinder) > 1' }),
      bemerkung: text('Bemerkung'),
      einverstanden: truth('Einverstanden', { control: 'checkbox' }),
    },
    required: ['wohnt', 'name', 'kinder', 'einverstanden'],
  },
  sections: [
    { id: 'eltern', title: 'Ihre Angaben', description: 'Wer **Sie** sind.' },
    { id: 'kinder', title: 'Ihre Kinder', after: ['eltern'] },
    { id: 'beitrag', title: 'Beitrag', when: 'ermaessigung == true', after: ['kinder'] },
    { id: 'anderes', title: 'Anderes' },
    { id: 'absenden', title: 'Prüfen und absenden' },
  ],
  steps: [
    { id: 'wohnort', section: 'eltern', title: 'Wo wohnen Sie?', fields: ['/wohnt'] },
    { id: 'woanders', kind: 'exit', when: 'wohnt == false', title: 'Nicht zuständig', text: 'Leider nicht.' },
    { id: 'person', section: 'eltern', title: 'Wer sind Sie?', fields: ['/name', '/email', '/ermaessigung'] },
    { id: 'kinder', section: 'kinder', title: 'Kinder', fields: ['/kinder'] },
    {
      id: 'impfung',
      section: 'kinder',
      forEach: '/kinder/*/impfungen',
      title: '{{kind.name}}: {{item.gegen}}',
      fields: ['/kinder/*/impfungen/*/jahr'],
    },
    { id: 'nachweis', section: 'beitrag', title: 'Nachweis', fields: ['/nachweis'] },
    { id: 'bemerkung', section: 'anderes', title: 'Bemerkung', fields: ['/bemerkung'] },
    { id: 'zustimmung', section: 'absenden', title: 'Zustimmung', fields: ['/einverstanden'] },
    { id: 'pruefen', section: 'absenden', kind: 'summary', title: 'Angaben prüfen' },
  ],
};

export const twoChildren = {
  wohnt: true,
  name: 'Erika Mustermann',
  ermaessigung: true,
  kinder: [
    { name: 'Lena', impfungen: [{ gegen: 'Masern', jahr: 2020 }] },
    { name: 'Tom', impfungen: [{ gegen: 'Masern' }, { gegen: 'Mumps' }] },
  ],
} satisfies JsonObject;
