import type { Advice } from './advice.ts';

/** Special categories of personal data (Article 9 GDPR) and numbers that identify a person everywhere. */
const sensitive =
  /religion|konfession|kirchenzugeh|ethni|herkunft|migrationshintergrund|gesundheit|krankheit|diagnose|behinderung|schwanger|sexuell|geschlechtsidentit|gewerkschaft|partei|politisch|vorstrafe|straftat|biometri|steuer-?id|sozialversicherungsnummer|rentenversicherungsnummer|health|disability|diagnosis|ethnic|religio|trade union|criminal/iu;
const formats = new Set(['tax-id-de', 'social-security-de', 'id-card-de', 'passport-de']);

/** Whoever asks for such data says by which law. */
export const sensitiveWithoutBasis: Advice = {
  code: 'sensitive-without-basis',
  group: 'privacy',
  field({ kind, schema, isAsked, name }, say, { resolved }) {
    if (kind === 'group' || !isAsked) return;
    const isSensitive = sensitive.test(`${name} ${schema.title ?? ''}`) || formats.has(schema.format ?? '');
    const basis = schema.about?.legalBasis ?? resolved.form.about?.legalBasis;
    if (isSensitive && basis === undefined) say({ name });
  },
};
