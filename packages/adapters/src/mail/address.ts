import { domainToASCII } from 'node:url';
import { AdapterError } from '../adapter.ts';

export interface MailAddress {
  readonly name: string;
  readonly address: string;
}

// One address without quotes, comments or groups: what real people have, and nothing a second address fits into.
const addressPattern = /^[^\s<>()[\]\\,;:@"\p{Cc}\p{Cf}]{1,64}@[^\s<>()[\]\\,;:@"\p{Cc}\p{Cf}]{1,190}$/u;
const namedPattern = /^([^<>\p{Cc}]{0,200})<([^<>]+)>$/u;

/**
 * Reads `address` or, where `named` allows, `Name <address>`.
 * @throws AdapterError `mail-address` for anything else: several addresses, line breaks, domains that are none
 */
export function readAddress(text: string, { named = false }: { named?: boolean } = {}): MailAddress {
  const match = named ? namedPattern.exec(text.trim()) : null;
  const name = (match?.[1] ?? '').trim().replace(/^"(.*)"$/, '$1');
  const address = (match?.[2] ?? text).trim();
  const domain = domainToASCII(address.slice(address.lastIndexOf('@') + 1));
  if (/\p{Cc}/u.test(text) || !addressPattern.test(address) || !/^[a-z0-9-]+(\.[a-z0-9-]+)*$/i.test(domain)) {
    throw new AdapterError('mail-address', { address: text }, { retry: false });
  }
  return { name, address };
}

/** Domain of an address in ASCII, for Message-IDs. */
export function asciiDomain(address: string): string {
  return domainToASCII(address.slice(address.lastIndexOf('@') + 1));
}
