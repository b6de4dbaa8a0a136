/** The accepted kinds of files as people read them: `.pdf, image/*`. */
export function acceptedText(accept: unknown): string {
  return Array.isArray(accept) ? accept.join(', ') : '';
}
