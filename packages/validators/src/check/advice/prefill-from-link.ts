import type { Advice } from './advice.ts';

const personal = /name|geburt|adresse|strasse|straße|iban|konto|telefon|mail|steuer|birth|address|phone/iu;

/** Parameters of links stand in logs and histories: nothing personal belongs there. */
export const prefillFromLink: Advice = {
  code: 'prefill-from-link',
  group: 'privacy',
  field({ schema, name }, say) {
    if (schema.prefill?.startsWith('query.') && personal.test(`${name} ${schema.title ?? ''}`)) say({ name });
  },
};
