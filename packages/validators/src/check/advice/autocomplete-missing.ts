import type { Advice } from './advice.ts';

/** Names and titles of what browsers know of the person who fills in, with HTML's token. */
const known: readonly (readonly [RegExp, string])[] = [
  [/^(?:vorname|vornamen|first ?name|given ?name)$/iu, 'given-name'],
  [/^(?:nachname|familienname|zuname|last ?name|family ?name|surname)$/iu, 'family-name'],
  [/^(?:e-?mail|e-?mail-?adresse|email ?address)$/iu, 'email'],
  [/^(?:telefon|telefonnummer|phone|phone ?number)$/iu, 'tel'],
  [/^(?:plz|postleitzahl|post ?code|zip)$/iu, 'postal-code'],
  [/^(?:ort|wohnort|stadt|city|town)$/iu, 'address-level2'],
];

/** What is asked of the person who fills in can be filled in by the browser (WCAG 1.3.5). */
export const autocompleteMissing: Advice = {
  code: 'autocomplete-missing',
  group: 'accessibility',
  field({ kind, schema, isAsked, name, template }, say) {
    if (kind !== 'field' || schema.type !== 'string' || !isAsked || schema.autocomplete !== undefined) return;
    if (schema.oneOf ?? schema.enum ?? schema.service) return;
    // Entries of lists are about others.
    if (template.includes('/*/')) return;
    const token = known.find(([pattern]) => pattern.test(schema.title ?? '') || pattern.test(name))?.[1];
    if (token !== undefined) say({ name, token });
  },
};
