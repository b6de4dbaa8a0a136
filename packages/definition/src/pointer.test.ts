import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPointer, joinPointer, parsePointer, templateOf, valueAt } from './pointer.ts';

describe('JSON Pointers', () => {
  it('round-trip for any names', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (segments) => {
        expect(parsePointer(formatPointer(segments))).toEqual(segments);
      }),
    );
  });

  it('escape in both directions and refuse what is none', () => {
    expect(joinPointer('/a', 'b/c', 'd~e', 0)).toBe('/a/b~1c/d~0e/0');
    expect(parsePointer('/b~1c/~01')).toEqual(['b/c', '~1']);
    expect([parsePointer('a'), parsePointer('/~2'), parsePointer('/~')]).toEqual([undefined, undefined, undefined]);
  });

  it('become templates by their indexes only', () => {
    expect(templateOf('/hunde/0/chips/12/nummer')).toBe('/hunde/*/chips/*/nummer');
    expect(templateOf('/hunde/01/a1')).toBe('/hunde/01/a1');
    expect(templateOf('')).toBe('');
  });

  it('read what was written and nothing inherited', () => {
    const value = { hunde: [{ name: 'Bello' }] };
    expect(valueAt(value, '/hunde/0/name')).toBe('Bello');
    expect(valueAt(value, '')).toBe(value);
    for (const pointer of ['/__proto__', '/constructor', '/hunde/length', '/hunde/1', '/hunde/0/name/length', 'x']) {
      expect(valueAt(value, pointer)).toBeUndefined();
    }
    expect(valueAt(JSON.parse('{"__proto__": 1}'), '/__proto__')).toBe(1);
  });
});
