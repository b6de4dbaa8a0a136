import { expect, test } from 'vitest';
import { locate } from './positions.ts';

const text = `{
  "steps": [{ "id": "a", "when": "x == 1" }],
  "data": { "properties": { "a/b": { "type": "string" } } }
}`;
const at = (pointer: string, source = text) => {
  const { offset, length } = locate(source, pointer);
  return source.slice(offset, offset + length);
};

test('finds a value', () => expect(at('/steps/0/when')).toBe('"x == 1"'));
test('marks a group by its name', () => expect(at('/data/properties/a~1b')).toBe('"a/b"'));
test('marks an entry by its bracket', () => expect(at('/steps/0')).toBe('{'));
test('falls back to what is around', () => expect(at('/steps/0/title')).toBe('{'));
test('survives text that is still being written', () => {
  expect(at('/steps/0/when', text.slice(0, 40))).toBe('"x ==');
  expect(locate('', '/a')).toEqual({ offset: 0, length: 0 });
});
