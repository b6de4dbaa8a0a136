import type { JsonObject } from '@schalter/definition';
import type { FormSketch } from './support.ts';

const text = (title: string, more: JsonObject = {}): JsonObject => ({ type: 'string', title, ...more });
const number = (title: string, more: JsonObject = {}): JsonObject => ({ type: 'integer', title, ...more });

/** Lists in lists in groups in lists: households have a flat, that has rooms, these have things and keys. */
export const households: FormSketch = {
  title: 'Hausrat angeben',
  data: {
    type: 'object',
    properties: {
      art: text('Art'),
      haushalte: {
        type: 'array',
        title: 'Haushalte',
        as: 'haushalt',
        maxItems: 3,
        items: {
          type: 'object',
          title: '{{item.name}}',
          properties: {
            name: text('Name'),
            wohnung: {
              type: 'object',
              title: 'Wohnung',
              properties: {
                stock: number('Stock'),
                raeume: {
                  type: 'array',
                  title: 'Räume',
                  as: 'raum',
                  minItems: 1,
                  items: {
                    type: 'object',
                    title: '{{item.name}}',
                    properties: {
                      name: text('Name'),
                      flaeche: number('Fläche'),
                      sachen: {
                        type: 'array',
                        title: 'Sachen',
                        maxItems: 4,
                        uniqueItems: true,
                        items: {
                          type: 'object',
                          title: '{{item.was}}',
                          properties: {
                            was: text('Was'),
                            wert: number('Wert'),
                            beleg: text('Beleg', {
                              when: "item.wert > 100 && raum.flaeche > 10 && haushalt.name != 'Burg'",
                            }),
                            ort: text('Ort', {
                              value: "haushalt.name + '/' + raum.name + '/' + (index == 0 ? 'vorn' : 'hinten')",
                            }),
                            zustand: text('Zustand', { requiredWhen: "art == 'genau'" }),
                          },
                          required: ['was', 'wert'],
                          checks: [
                            {
                              id: 'platz',
                              assert: 'self.wert <= raum.flaeche * 100',
                              at: 'wert',
                              message: 'Zu viel für {{raum.name}}.',
                            },
                          ],
                        },
                      },
                      schluessel: {
                        type: 'array',
                        title: 'Schlüssel',
                        uniqueItems: true,
                        minItems: 2,
                        items: text('', { maxLength: 4, description: 'Die Nummer auf dem Schlüssel.' }),
                      },
                      wert: number('Wert des Raums', { value: 'sum(self.sachen.map(s, s.wert))' }),
                    },
                    required: ['name'],
                    checks: [{ id: 'voll', assert: 'count(self.sachen) < 3', message: 'Der Raum ist voll.' }],
                  },
                },
              },
              required: ['raeume'],
            },
          },
          required: ['name', 'wohnung'],
          checks: [
            {
              id: 'einmal',
              assert: '!answered(self.name) || haushalte.exists_one(h, h.name == self.name)',
              at: 'name',
              message: 'Der Name steht schon da.',
            },
          ],
        },
      },
      wert: number('Wert', {
        value: 'sum(haushalte.map(h, sum(h.wohnung.raeume.map(r, sum(r.sachen.map(s, s.wert))))))',
      }),
      teuer: {
        type: 'boolean',
        title: 'Teuer',
        value: 'haushalte.exists(h, h.wohnung.raeume.exists(r, r.sachen.exists(s, s.wert > 500)))',
      },
    },
  },
  steps: [
    { id: 'start', title: 'Start', fields: ['/art'] },
    { id: 'haushalte', title: 'Haushalte', fields: ['/haushalte'] },
    {
      id: 'zustand',
      forEach: '/haushalte/*/wohnung/raeume/*/sachen',
      title: 'Zustand: {{item.was}}',
      when: 'item.wert > 10 && answered(raum.name)',
      fields: ['/haushalte/*/wohnung/raeume/*/sachen/*/zustand'],
    },
    { id: 'ende', title: 'Ende', fields: ['/wert', '/teuer'] },
  ],
};

export const twoHouseholds = {
  haushalte: [
    {
      name: 'Alt',
      wohnung: {
        stock: 1,
        raeume: [
          {
            name: 'Bad',
            flaeche: 4,
            sachen: [
              { was: 'Wanne', wert: 200 },
              { was: 'Ente', wert: 2 },
            ],
          },
          { name: 'Saal', flaeche: 60, sachen: [{ was: 'Orgel', wert: 400 }], schluessel: ['12', '13'] },
        ],
      },
    },
    { name: 'Neu', wohnung: { raeume: [{ name: 'Flur', flaeche: 12, sachen: [{ was: 'Bild', wert: 50 }] }] } },
  ],
} satisfies JsonObject;
