import type { BlockDefinition } from '../form.generated.ts';

/** A tick box that must be ticked. Say at the use with `title` what people agree to. */
export const consent: BlockDefinition = {
  id: 'consent',
  version: '1',
  language: 'de',
  schema: {
    type: 'boolean',
    title: 'Ich stimme zu.',
    const: true,
    control: 'consent',
    messages: { required: 'Kreuzen Sie das Feld an, um fortzufahren.' },
  },
  locales: {
    en: {
      '#title': { text: 'I agree.' },
      '#message:required': { text: 'Tick the box to continue.' },
    },
  },
};
