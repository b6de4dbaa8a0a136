const shape = /^[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/u;

/**
 * An address with its scheme: `https://www.muenchen.de/`, `mailto:…`. An address of the web needs a host.
 * Source: RFC 3986, URI (not URI-reference), characters of section 2.
 */
export function isUri(text: string): boolean {
  if (!shape.test(text)) return false;
  return /^https?:/iu.test(text) ? /^https?:\/\/[^/?#]/iu.test(text) && URL.canParse(text) : true;
}
