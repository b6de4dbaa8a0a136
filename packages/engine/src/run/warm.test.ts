import { expect, test } from 'vitest';
import { type FormSketch, program, today } from '../../test/support.ts';
import { createStore } from './store.ts';

/** A list whose entries compute something; their relevance is that of the list, and that is the step's condition. */
const form: FormSketch = {
  data: {
    type: 'object',
    properties: {
      a: { type: 'string', title: 'A' },
      l: {
        type: 'array',
        title: 'L',
        items: {
          type: 'object',
          title: 'E',
          properties: { p: { type: 'boolean', title: 'P', value: "a == 'ja'" } },
        },
      },
      n: { type: 'integer', title: 'N', value: 'count(l)' },
    },
  },
  steps: [
    { id: 'eins', title: 'Eins', when: "a != 'nein'", fields: ['/l'] },
    { id: 'zwei', title: 'Zwei', fields: ['/a', '/n'] },
  ],
};

test('an entry that is taken away takes nothing along but what is its own', () => {
  const { program: compiled, validate } = program(form);
  const store = createStore(compiled, { validate, today });
  const list = store.find('/l');
  if (list?.kind !== 'list') throw new TypeError('there is no list');
  const [first, second] = [store.addItem(list), store.addItem(list)];
  expect(store.submission()).toEqual({ l: [{ p: false }, { p: false }], n: 2 });
  if (first) store.removeItem(first);
  store.answer('/a', 'ja');
  expect(store.submission()).toEqual({ a: 'ja', l: [{ p: true }], n: 1 });
  if (second) store.removeItem(second);
  store.addItem(list);
  store.answer('/a', 'nein');
  expect(store.submission()).toEqual({ a: 'nein', n: 0 });
  store.dispose();
});
