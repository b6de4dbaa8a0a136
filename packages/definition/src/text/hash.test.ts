import fc from 'fast-check';
import { expect, it } from 'vitest';
import { textHash } from './hash.ts';

it('hashes as it always did: locale files keep these', () => {
  expect(textHash('')).toBe('811c9dc5');
  expect(textHash('Rufname')).toMatchInlineSnapshot(`"3ac78a8b"`);
  expect(textHash('Größe')).toMatchInlineSnapshot(`"c0b000c4"`);
});

it('gives 8 digits and tells small changes apart', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(textHash(text)).toMatch(/^[0-9a-f]{8}$/);
      expect(textHash(`${text}.`)).not.toBe(textHash(text));
    }),
  );
});
