/**
 * Hash of a source text, kept beside its translation: when it differs, the translation is stale. FNV-1a, 32 bits, over
 * the UTF-16 code units; not for security.
 * @returns 8 hexadecimal digits
 */
export function textHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
