import type { StyleSource } from './sheets.ts';

/**
 * Style sheets beside a script: `form.css` is linked into the shadow root, so that the script stays small and the
 * browser keeps the sheet; fonts can only be declared in the document.
 * @param script address of the running script
 */
export function linkedStyles(script: string): StyleSource {
  return (root) => {
    linkFonts(script);
    const link = sheetLink(new URL('./form.css', script).href);
    const loaded = new Promise<void>((resolve) => {
      // Without its sheet the form is plain, and still a form.
      for (const type of ['load', 'error']) link.addEventListener(type, () => resolve(), { once: true });
    });
    root.append(link);
    return loaded;
  };
}

/** Declares the fonts in the document, once, unless the page has done so. */
function linkFonts(script: string): void {
  const id = 'schalter-fonts';
  if (document.getElementById(id)) return;
  for (const face of document.fonts) if (face.family.replaceAll(/["']/g, '') === 'Fira Sans') return;
  const link = sheetLink(new URL('./fonts.css', script).href);
  link.id = id;
  document.head.append(link);
}

function sheetLink(href: string): HTMLLinkElement {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  // The server says by CORS which sites may use it, for its style sheets as for the rest.
  if (new URL(href).origin !== location.origin) link.crossOrigin = 'anonymous';
  link.href = href;
  return link;
}
