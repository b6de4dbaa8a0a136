/**
 * Keywords of the form language that constrain nothing a validator could see: strict AJV must know them, so that a
 * misspelt keyword is an error.
 */
export const annotations: readonly string[] = [
  'about',
  'add',
  'as',
  'autocomplete',
  'changeable',
  'checks',
  'collapsible',
  'control',
  'divider',
  'empty',
  'exclusive',
  'heading',
  'help',
  'internal',
  'label',
  'messages',
  'optionalMark',
  'options',
  'outputTitle',
  'prefill',
  'remove',
  'requiredWhen',
  'review',
  'service',
  'unit',
  'value',
  'when',
];
