import type { Format } from '../format.ts';
import { isUri } from '../uri.ts';

export const uri: Format = {
  name: 'uri',
  test: isUri,
  group: 'contact',
  title: { de: 'Internetadresse', en: 'Web address' },
  hint: {
    de: 'Mit https:// oder einem anderen Schema am Anfang; Umlaute nur verschlüsselt (%C3%BC).',
    en: 'With https:// or another scheme in front; characters beyond ASCII only encoded (%C3%BC).',
  },
  source: 'RFC 3986, URI',
  valid: [
    'https://www.example.org/',
    'http://localhost:8080/a?b=c#d',
    'mailto:erika@example.org',
    'urn:isbn:0451450523',
    'https://[2001:db8::7]/c',
  ],
  invalid: [
    'www.example.org',
    'example',
    'https://',
    'http:/x',
    'https:///pfad',
    'https://exa mple.org',
    'https://example.org/ü',
    'https://example.org/%zz',
    '://x',
    'javascript',
  ],
};
