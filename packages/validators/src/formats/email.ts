import type { Format } from './format.ts';

const local = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/u;
const label = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u;

/**
 * A mail address that the net's mail servers deliver to: no quoted names, no addresses of hosts by number, at least
 * two labels in the domain, which may be international (`erika@müller.example`).
 * Source: RFC 5321, 4.1.2 and 4.5.3.1 (lengths), dot-string only; RFC 5890 for international domains.
 */
export function isEmail(text: string): boolean {
  const at = text.indexOf('@');
  if (at < 1 || at > 64 || text.length > 254) return false;
  if (!local.test(text.slice(0, at))) return false;
  const labels = text.slice(at + 1).split('.');
  const top = labels.at(-1) ?? '';
  return (
    labels.length >= 2 && labels.every((part) => part.length <= 63 && label.test(part)) && /^(?:\p{L}|xn--)/u.test(top)
  );
}

export const email: Format = { name: 'email', test: isEmail };
