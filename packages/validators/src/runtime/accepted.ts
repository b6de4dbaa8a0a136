/**
 * Whether a file is of one of the accepted kinds.
 * @param file a file's answer `{ id, name, type, size }`
 * @param accept media types (`application/pdf`, `image/*`) and endings (`.pdf`), small and capital letters alike
 */
export function isAccepted(
  file: { readonly name?: unknown; readonly type?: unknown },
  accept: readonly string[],
): boolean {
  const name = typeof file.name === 'string' ? file.name.toLowerCase() : '';
  const type = typeof file.type === 'string' ? file.type.toLowerCase() : '';
  return accept.some((entry) => {
    const wanted = entry.toLowerCase();
    if (wanted.startsWith('.')) return name.endsWith(wanted);
    return wanted.endsWith('/*') ? type.startsWith(wanted.slice(0, -1)) : type === wanted;
  });
}
