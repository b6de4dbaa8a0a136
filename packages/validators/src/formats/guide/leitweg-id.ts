import type { Format } from '../format.ts';
import { isLeitwegId } from '../leitweg-id.ts';

export const leitwegId: Format = {
  name: 'leitweg-id',
  test: isLeitwegId,
  group: 'organisation',
  title: { de: 'Leitweg-ID', en: 'Leitweg-ID (routing of invoices to authorities)' },
  hint: {
    de: 'Adresse einer Behörde für elektronische Rechnungen, mit Prüfziffern.',
    en: 'The address of an authority for electronic invoices, with check digits.',
  },
  source: 'KoSIT, Formatspezifikation Leitweg-ID 2.0.2',
  valid: ['04011000-1234512345-06', '991-33333TEST-33', '04011000-900X999-08', '992-90009-96', '09564000-nue0001-49'],
  invalid: [
    '04011000-1234512345-07',
    '04011000-1234512354-06',
    '4011000-1234512345-06',
    '17011000-1234512345-06',
    '04011000-12345/12345-06',
    '04011000',
    '040110001234512345-06',
  ],
};
