import { isCreditorId } from '../creditor-id.ts';
import type { Format } from '../format.ts';

export const creditorId: Format = {
  name: 'creditor-id',
  test: isCreditorId,
  group: 'bank',
  title: { de: 'Gläubiger-Identifikationsnummer', en: 'SEPA creditor identifier' },
  hint: {
    de: 'Für alle, die per SEPA-Lastschrift einziehen. In Deutschland 18 Zeichen, mit Prüfziffern.',
    en: 'For those who collect by SEPA direct debit. 18 characters in Germany, with check digits.',
  },
  source: 'EPC262-08; Deutsche Bundesbank',
  valid: ['DE98ZZZ09999999999', 'DE98 ZZZ0 9999 9999 99', 'de98abc09999999999', 'AT61ZZZ01234567890'],
  invalid: ['DE97ZZZ09999999999', 'DE98ZZZ9999999999', 'DE98ZZZ0999999999A', 'US98ZZZ09999999999', 'ZZZ09999999999'],
};
