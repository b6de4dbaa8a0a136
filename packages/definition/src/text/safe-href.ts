/**
 * Whether a link may stand in a form's text: http, https, mailto, tel, or relative to the page. Control characters and
 * space, which browsers skip in an address, do not hide a scheme; `//host` is refused, because it leaves the site unseen.
 */
export function isSafeHref(href: string): boolean {
  let address = '';
  for (const character of href) if (character > ' ' && character !== '\u007F') address += character;
  if (/^[/\\]{2}/.test(address)) return false;
  const scheme = /^([^/?#]*?):/.exec(address)?.[1];
  return scheme === undefined || /^(?:https?|mailto|tel)$/i.test(scheme);
}
