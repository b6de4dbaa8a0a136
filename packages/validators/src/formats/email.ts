const local = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/u;
const label = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u;

/**
 * A mail address that the net's mail servers deliver to: no quoted names, no addresses of hosts by number, at least
 * two labels in the domain, which may be international (`erika@müller.example`) and is measured as it is sent
 * (`xn--mller-kva`). What stands before the `@` is ASCII: few servers take the addresses of RFC 6531.
 * Source: RFC 5321, 4.1.2 and 4.5.3.1 (lengths), dot-string only; RFC 5890 for international domains.
 */
export function isEmail(text: string): boolean {
  const at = text.indexOf('@');
  if (at < 1 || at > 64 || !local.test(text.slice(0, at))) return false;
  const labels = text.slice(at + 1).split('.');
  if (labels.length < 2 || !labels.every((part) => part.length <= 63 && label.test(part))) return false;
  const domain = asSent(labels.join('.'));
  if (domain === undefined || at + 1 + domain.length > 254) return false;
  return domain.split('.').every((part) => part.length <= 63) && /\.(?:[a-z]|xn--)[^.]+$/u.test(domain);
}

/** A domain in ASCII; undefined if it cannot be written so. */
function asSent(domain: string): string | undefined {
  const address = `https://${domain}/`;
  return URL.canParse(address) ? new URL(address).hostname : undefined;
}
