import { expect, test } from 'vitest';
import { createMemory } from './memory.ts';

test('what was used last is remembered, up to the limit', () => {
  const memory = createMemory<number>(3);
  for (const [index, key] of ['a', 'b', 'c'].entries()) memory.set(key, index);
  memory.get('a');
  memory.set('d', 3);
  memory.set('c', 4);
  memory.set('e', 5);
  expect(['a', 'b', 'c', 'd', 'e'].map((key) => memory.get(key))).toEqual([undefined, undefined, 4, 3, 5]);
});
