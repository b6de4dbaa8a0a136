import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { SchalterError } from '@schalter/definition';

const envelopeVersion = 1;
const keyIdLength = 4;
const ivLength = 12;
const tagLength = 16;
const headerLength = 1 + keyIdLength + ivLength + tagLength;

/** Encrypts what people answered before it is stored, and recognises content without keeping it readable. */
export interface Keyring {
  /**
   * AES-256-GCM. Envelope: version (1 byte), key id (4), nonce (12), tag (16), ciphertext.
   * @param place where it will stand (`drafts/<id>/session`): a value moved to another row cannot be opened there
   */
  seal(plain: Uint8Array | string, place: string): Uint8Array;
  /** @throws SchalterError `sealed-unreadable` when the value, its place or the key is another */
  open(sealed: Uint8Array, place: string): Uint8Array;
  /** HMAC-SHA256 in hex: tells equal content from other, gives nobody else a way to guess it. */
  fingerprint(content: string): string;
}

/**
 * @param secrets the first encrypts and decrypts, the others decrypt what older secrets sealed
 */
export function createKeyring(secrets: readonly [Uint8Array, ...Uint8Array[]]): Keyring {
  const keys = secrets.map(deriveKeys);
  const current = keys[0] ?? deriveKeys(secrets[0]);
  return {
    seal(plain, place) {
      const iv = randomBytes(ivLength);
      const cipher = createCipheriv('aes-256-gcm', current.encryption, iv);
      cipher.setAAD(Buffer.from(place));
      const body = Buffer.concat([
        cipher.update(plain instanceof Uint8Array ? plain : Buffer.from(plain)),
        cipher.final(),
      ]);
      return Buffer.concat([Buffer.of(envelopeVersion), current.id, iv, cipher.getAuthTag(), body]);
    },
    open(sealed, place) {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
      const id = bytes.subarray(1, 1 + keyIdLength);
      const key = keys.find((candidate) => candidate.id.equals(id));
      if (bytes.length < headerLength || bytes[0] !== envelopeVersion || !key)
        throw new SchalterError('sealed-unreadable');
      const ivEnd = 1 + keyIdLength + ivLength;
      const decipher = createDecipheriv('aes-256-gcm', key.encryption, bytes.subarray(1 + keyIdLength, ivEnd));
      decipher.setAAD(Buffer.from(place));
      decipher.setAuthTag(bytes.subarray(ivEnd, headerLength));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(headerLength)), decipher.final()]);
      } catch (cause) {
        throw new SchalterError('sealed-unreadable', {}, { cause });
      }
    },
    fingerprint: (content) => createHmac('sha256', current.fingerprint).update(content).digest('hex'),
  };
}

function deriveKeys(secret: Uint8Array) {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, 'schalter', purpose, 32));
  const encryption = derive('answers at rest');
  const id = createHash('sha256').update(derive('key id')).digest().subarray(0, keyIdLength);
  return { encryption, id, fingerprint: derive('content fingerprint') };
}
