import type { Format } from '../format.ts';
import { isTaxIdDe } from '../tax-id-de.ts';

export const taxIdDe: Format = {
  name: 'tax-id-de',
  test: isTaxIdDe,
  group: 'person',
  title: { de: 'Steuerliche Identifikationsnummer', en: 'German tax identification number' },
  hint: {
    de: 'Elf Ziffern, mit Prüfziffer; jeder Mensch hat genau eine. Nur fragen, wo ein Gesetz es erlaubt (§ 139b AO).',
    en: 'Eleven digits with a check digit; everybody has exactly one. Ask only where a law allows it (§ 139b AO).',
  },
  source: '§ 139b AO, § 1 StIdV; ISO 7064 MOD 11,10',
  valid: ['86095742719', '86 095 742 719', '47036892816', '65929970489', '57549285017', '25768131411'],
  invalid: [
    '86095742718',
    '68095742719',
    '8609574271',
    '860957427190',
    '06095742719',
    '12345678903',
    '11145678907',
    '86-095-742-719',
  ],
};
