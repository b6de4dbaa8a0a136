import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createKeyring } from './keyring.ts';

const old = Buffer.from('an older secret of thirty-two characters');
const current = Buffer.from('the current secret of thirty-two characters');

describe('sealed values', () => {
  test('open where they were sealed, whatever they are', () => {
    const keyring = createKeyring([current]);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), fc.string(), (plain, place) => {
        expect(Buffer.from(keyring.open(keyring.seal(plain, place), place))).toEqual(Buffer.from(plain));
      }),
    );
  });

  test('show nothing of what they hold, and never look the same', () => {
    const keyring = createKeyring([current]);
    const sealed = [1, 2].map(() => Buffer.from(keyring.seal('Erika Mustermann', 'a')));
    expect(sealed[0]?.includes('Erika')).toBe(false);
    expect(sealed[0]).not.toEqual(sealed[1]);
  });

  test('do not open in another row, with another secret, or changed by a single bit', () => {
    const keyring = createKeyring([current]);
    const sealed = keyring.seal('x', 'drafts/1/session');
    expect(() => keyring.open(sealed, 'drafts/2/session')).toThrow(
      expect.objectContaining({ code: 'sealed-unreadable' }),
    );
    expect(() => createKeyring([old]).open(sealed, 'drafts/1/session')).toThrow();
    for (let index = 0; index < sealed.length; index++) {
      const changed = Uint8Array.from(sealed);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(() => keyring.open(changed, 'drafts/1/session')).toThrow(
        expect.objectContaining({ code: 'sealed-unreadable' }),
      );
    }
    expect(() => keyring.open(new Uint8Array(3), 'a')).toThrow(expect.objectContaining({ code: 'sealed-unreadable' }));
  });

  test('of an older secret open while it is given as previous', () => {
    const sealed = createKeyring([old]).seal('x', 'a');
    expect(Buffer.from(createKeyring([current, old]).open(sealed, 'a')).toString()).toBe('x');
  });
});

test('fingerprints tell content apart and need the secret', () => {
  const keyring = createKeyring([current]);
  expect(keyring.fingerprint('a')).toBe(keyring.fingerprint('a'));
  expect(keyring.fingerprint('a')).not.toBe(keyring.fingerprint('b'));
  expect(keyring.fingerprint('a')).not.toBe(createKeyring([old]).fingerprint('a'));
});
