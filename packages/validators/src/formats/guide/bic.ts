import { isBic } from '../bic.ts';
import type { Format } from '../format.ts';

export const bic: Format = {
  name: 'bic',
  test: isBic,
  group: 'bank',
  title: { de: 'BIC', en: 'BIC' },
  hint: {
    de: 'Acht oder elf Zeichen. Innerhalb von SEPA genügt die IBAN: fragen Sie den BIC nur, wenn Sie ihn brauchen.',
    en: 'Eight or eleven characters. Within SEPA the IBAN is enough: ask for the BIC only where it is needed.',
  },
  source: 'ISO 9362:2022',
  valid: ['COBADEFFXXX', 'DEUTDEFF', 'deutdeff500', 'E097AEXX'],
  invalid: ['DEUTDEF', 'DEUTDEFF5', 'DEUT1EFF', 'DEUTDEFFXXXX', 'DEUT DEFF'],
};
