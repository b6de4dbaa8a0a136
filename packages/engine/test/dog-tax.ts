import type { JsonObject } from '@schalter/definition';
import type { FormSketch } from './support.ts';

/** The example of the form language. */
export const dogTax: FormSketch = {
  id: 'hundesteuer-anmeldung',
  version: '1.0.0',
  title: 'Hund zur Hundesteuer anmelden',
  summary: 'Sie brauchen etwa **5 Minuten**.',
  define: { kampfhundDabei: 'hunde.exists(h, h.kampfhund == true)' },
  data: {
    type: 'object',
    $defs: {
      hund: {
        type: 'object',
        title: 'Angaben zum Hund',
        properties: {
          name: { type: 'string', title: 'Rufname', maxLength: 60 },
          rasse: { type: 'string', title: 'Rasse', options: 'list:hunderassen@2026-01' },
          kampfhund: {
            type: 'boolean',
            title: 'Ist der Hund als Kampfhund eingestuft?',
            help: 'Langer Hilfetext in *Markdown*.',
            when: "self.rasse in ['bullterrier', 'pitbull']",
          },
          wurftag: { type: 'string', format: 'date', title: 'Wurftag', control: 'memorable-date' },
          chip: {
            type: 'string',
            format: 'microchip',
            title: 'Chipnummer',
            requiredWhen: "self.wurftag < '2024-01-01'",
            messages: { format: 'Die Chipnummer hat 15 Ziffern.' },
          },
        },
        required: ['name', 'rasse', 'wurftag'],
        checks: [
          {
            id: 'wurftag',
            assert: 'self.wurftag <= today()',
            at: 'wurftag',
            message: 'Der Wurftag liegt in der Zukunft.',
          },
        ],
      },
    },
    properties: {
      wohnort: {
        type: 'string',
        title: 'Wohnen Sie in München?',
        oneOf: [
          { const: 'ja', title: 'Ja' },
          { const: 'nein', title: 'Nein' },
        ],
      },
      halter: { $ref: 'block:person' },
      kontakt: { $ref: 'block:contact' },
      hunde: { type: 'array', title: 'Hunde', minItems: 1, maxItems: 3, items: { $ref: '#/$defs/hund' } },
      befreiung: { type: 'string', title: 'Grund der Befreiung', options: 'list:befreiungsgruende@1' },
      steuer: {
        type: 'integer',
        title: 'Jahressteuer',
        unit: 'EUR-cent',
        value: 'answered(befreiung) ? 0 : kampfhundDabei ? 80000 : 10000 * count(hunde)',
      },
    },
    required: ['wohnort', 'halter', 'kontakt', 'hunde'],
  },
  steps: [
    { id: 'zustaendigkeit', title: 'Wo wohnen Sie?', fields: ['/wohnort'] },
    {
      id: 'woanders',
      kind: 'exit',
      when: "wohnort == 'nein'",
      title: 'Bitte wenden Sie sich an Ihre Gemeinde',
      text: 'München ist nicht zuständig.',
    },
    { id: 'halter', title: 'Halterin oder Halter', fields: ['/halter', '/kontakt'] },
    {
      id: 'hunde',
      title: 'Ihre Hunde',
      fields: [{ id: 'hinweis', text: 'Ein Kampfhund kostet mehr.', when: 'kampfhundDabei' }, '/hunde'],
    },
    { id: 'hund-einzeln', forEach: '/hunde', title: '{{item.name}}', fields: ['/hunde/*/chip'] },
    { id: 'ausnahme', title: 'Steuerbefreiung', when: 'age(halter.geburtsdatum) >= 65', fields: ['/befreiung'] },
    { id: 'pruefen', kind: 'summary', title: 'Angaben prüfen', text: 'Bitte prüfen Sie alles.' },
  ],
  services: {
    anmeldung: { kind: 'identity', level: 'substantial', optional: true },
    gebuehr: { kind: 'payment', amount: 'steuer', purpose: 'Hundesteuer', when: 'steuer > 0' },
    steueramt: { kind: 'delivery', receiver: 'steueramt' },
    bestaetigung: { kind: 'mail', to: 'kontakt.email', template: 'receipt' },
  },
  retention: { draftDays: 30, deliveredDays: 90 },
};

export const erika: JsonObject = { vorname: 'Erika', nachname: 'Mustermann', geburtsdatum: '1980-08-12' };

export const waldi: JsonObject = { name: 'Waldi', rasse: 'dackel', wurftag: '2025-05-14' };

/** A registration in which nothing is missing. */
export const complete: JsonObject = {
  wohnort: 'ja',
  halter: erika,
  kontakt: { email: 'erika@mustermann.example' },
  hunde: [waldi],
};
