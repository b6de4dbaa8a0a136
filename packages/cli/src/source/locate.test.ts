import { describe, expect, test } from 'vitest';
import { locate, within } from './locate.ts';

const text = `{
  "id": "hund",
  "data": {
    "type": "object",
    "a/b": [1, { "when": "x == \\"ja\\" && y" }]
  },
  "steps": []
}`;

const marked = (pointer: string) => {
  const range = locate(text, [pointer]).get(pointer);
  return range && text.slice(range.start.offset, range.end.offset);
};

describe('places in a JSON text', () => {
  test.each([
    ['/id', '"hund"'],
    ['/data', '"data"'],
    ['/data/type', '"object"'],
    ['/data/a~1b/0', '1'],
    ['/data/a~1b/1', '{'],
    ['/data/a~1b/1/when', '"x == \\"ja\\" && y"'],
    ['/steps', '"steps"'],
    ['', '{'],
  ])('%s is %s', (pointer, expected) => {
    expect(marked(pointer)).toBe(expected);
  });

  test('what is missing is shown at what is around it', () => {
    expect(marked('/data/properties/name')).toBe('"data"');
    expect(marked('/nichts')).toBe('{');
  });

  test('lines and columns count from 1', () => {
    expect(locate(text, ['/data/type']).get('/data/type')?.start).toMatchObject({ line: 4, column: 13 });
  });

  test('a part of a text is found past escapes', () => {
    const pointer = '/data/a~1b/1/when';
    const range = locate(text, [pointer]).get(pointer);
    // The value is x == "ja" && y.
    const part = range && within(text, range, 13, 14);
    expect(part && text.slice(part.start.offset, part.end.offset)).toBe('y');
  });

  test('nothing is found in what is no JSON, and nothing is thrown', () => {
    expect(locate('', ['/a']).size).toBe(0);
    expect(() => locate('{"a": [1, {', ['/a/1/b'])).not.toThrow();
  });
});
