import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printJson } from './print.ts';

describe('the layout of form files', () => {
  test('small things stand on one line, the rest is indented by two', () => {
    const field = { type: 'string', messages: { required: 'Geben Sie den Namen an.' }, enum: ['a', 'b'] };
    expect(printJson({ id: 'a', steps: [], data: { properties: { name: field } } })).toBe(`{
  "id": "a",
  "steps": [],
  "data": {
    "properties": {
      "name": {
        "type": "string",
        "messages": { "required": "Geben Sie den Namen an." },
        "enum": ["a", "b"]
      }
    }
  }
}
`);
  });

  test('no line is longer than 120 characters unless a single text is', () => {
    const names = Array.from({ length: 30 }, (_, index) => `option-${index}`);
    for (const line of printJson({ enum: names }).split('\n')) expect(line.length).toBeLessThanOrEqual(120);
  });

  test('says the same as before, and once laid out stays so', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.parse(JSON.stringify(value));
        const text = printJson(json);
        expect(JSON.parse(text)).toEqual(json);
        expect(printJson(JSON.parse(text))).toBe(text);
      }),
    );
  });
});
