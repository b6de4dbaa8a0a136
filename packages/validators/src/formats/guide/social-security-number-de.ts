import type { Format } from '../format.ts';
import { isSocialSecurityNumberDe } from '../social-security-number-de.ts';

export const socialSecurityNumberDe: Format = {
  name: 'social-security-number-de',
  test: isSocialSecurityNumberDe,
  group: 'person',
  title: { de: 'Rentenversicherungsnummer', en: 'German pension insurance number' },
  hint: {
    de: 'Zwölf Zeichen wie auf dem Sozialversicherungsausweis, mit Prüfziffer. Nur für Zwecke der Sozialversicherung (§ 18f SGB IV).',
    en: 'Twelve characters as on the social security card, with a check digit. Only for purposes of social security (§ 18f SGB IV).',
  },
  source: '§ 147 SGB VI, § 2 VKVV',
  valid: ['15070649C103', '15 070649 C 103', '65 180539 w 001'],
  invalid: ['15070649C104', '15070649C130', '15071349C103', '00070649C103', '150706491103', '15070649C10'],
};
