/**
 * Fonts can only be declared in the document, not in a shadow root: the element links their style sheet there once,
 * unless the page has declared them.
 * @param script address of the running script; fonts stand beside it
 */
export function linkFonts(script: string): void {
  const id = 'schalter-fonts';
  if (document.getElementById(id)) return;
  for (const face of document.fonts) if (face.family.replaceAll(/["']/g, '') === 'Fira Sans') return;
  const link = document.createElement('link');
  link.id = id;
  link.rel = 'stylesheet';
  link.href = new URL('./fonts.css', script).href;
  document.head.append(link);
}
