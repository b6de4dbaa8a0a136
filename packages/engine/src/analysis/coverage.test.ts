import type { FormCase, JsonObject } from '@schalter/definition';
import { expect, it } from 'vitest';
import { type FormSketch, program } from '../../test/support.ts';
import { coverageOf } from './coverage.ts';

const form: FormSketch = {
  data: {
    type: 'object',
    properties: {
      ort: { type: 'string', title: 'Ort' },
      art: {
        type: 'string',
        title: 'Art',
        oneOf: [
          { const: 'neu', title: 'Neu' },
          { const: 'alt', title: 'Alt', when: "ort == 'hier'" },
        ],
      },
      hunde: {
        type: 'array',
        title: 'Hunde',
        items: {
          type: 'object',
          properties: {
            alter: { type: 'integer', title: 'Alter' },
            chip: { type: 'string', title: 'Chip', requiredWhen: 'self.alter < 5' },
          },
          checks: [{ id: 'alter', assert: 'self.alter >= 0', at: 'alter', message: 'Zu jung' }],
        },
      },
    },
    checks: [{ id: 'wenige', assert: 'count(hunde) < 3', message: 'Zu viele' }],
  },
  checks: [{ id: 'ort', assert: 'answered(ort)', message: 'Ort fehlt' }],
  steps: [
    { id: 'ort', title: 'Ort', fields: ['/ort', '/art'] },
    { id: 'fort', kind: 'exit', when: "ort == 'fort'", title: 'Fort' },
    {
      id: 'hunde',
      title: 'Hunde',
      fields: [{ id: 'viele', text: 'Viele', when: 'count(hunde) > 1' }, '/hunde'],
      checks: [{ id: 'einer', assert: 'count(hunde) > 0', message: 'Keiner' }],
    },
    { id: 'je', title: 'Je', forEach: '/hunde', when: 'answered(item.alter)', fields: ['/hunde/*/chip'] },
  ] as unknown as NonNullable<FormSketch['steps']>,
  services: { gebuehr: { kind: 'payment', when: 'count(hunde) > 0', amount: '100' } } as never,
};

function coverage(...answers: JsonObject[]) {
  const { form: resolved, program: compiled, validate } = program(form);
  const cases = answers.map((one, index): FormCase => ({ name: `Fall ${index}`, answers: one, expect: {} }));
  return coverageOf(compiled, resolved, cases, validate);
}

it('lists every step, condition and check with its place, tried or not', () => {
  const { steps, conditions, checks } = coverage();
  expect(steps.map(({ id, at, visits }) => [id, at, visits])).toEqual([
    ['ort', '/steps/0', 0],
    ['fort', '/steps/1', 0],
    ['hunde', '/steps/2', 0],
    ['je', '/steps/3', 0],
    ['summary', undefined, 0],
  ]);
  expect(conditions.map(({ kind, about, at }) => [kind, about, at])).toEqual([
    ['option', '/art', '/data/properties/art/oneOf/1/when'],
    ['required', '/hunde/*/chip', '/data/properties/hunde/items/properties/chip/requiredWhen'],
    ['step', 'fort', '/steps/1/when'],
    ['text', 'viele', '/steps/2/fields/0/when'],
    ['step', 'je', '/steps/3/when'],
    ['service', 'gebuehr', '/services/gebuehr/when'],
  ]);
  expect(checks.map(({ id, at }) => [id, at])).toEqual([
    ['alter', '/data/properties/hunde/items/checks/0'],
    ['wenige', '/data/checks/0'],
    ['ort', '/checks/0'],
    ['einer', '/steps/2/checks/0'],
  ]);
});

it('counts both ways, every entry, and checks only where they bind', () => {
  const { steps, conditions, checks } = coverage(
    { ort: 'fort' },
    { ort: 'hier', hunde: [{ alter: 3 }, { alter: 7 }, {}] },
  );
  expect(Object.fromEntries(steps.map(({ id, visits }) => [id, visits]))).toEqual({
    ort: 2,
    fort: 1,
    hunde: 1,
    je: 1,
    summary: 1,
  });
  expect(Object.fromEntries(conditions.map(({ about, holds, holdsNot }) => [about, [holds, holdsNot]]))).toEqual({
    '/art': [1, 1],
    '/hunde/*/chip': [1, 2],
    fort: [1, 1],
    viele: [1, 1],
    je: [2, 1],
    gebuehr: [1, 1],
  });
  expect(Object.fromEntries(checks.map(({ id, passed, failed }) => [id, [passed, failed]]))).toEqual({
    wenige: [1, 1],
    ort: [2, 0],
    // An entry without an age: the check is silent.
    alter: [2, 0],
    einer: [1, 1],
  });
});
