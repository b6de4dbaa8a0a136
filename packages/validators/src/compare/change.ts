/** How a new version differs from an old one in one respect. */
export interface FormChange {
  readonly code: ChangeCode;
  /** What the change asks of the version: `major` when it breaks something, `patch` when only words changed. */
  readonly level: ChangeLevel;
  /**
   * `receivers`: what is filed may be something they do not know (a field gone, a new option, longer texts).
   * `drafts`: an answer that somebody has given would be lost.
   */
  readonly breaks: readonly ('receivers' | 'drafts')[];
  /** Which version `at` leads into. */
  readonly side: 'before' | 'after';
  /** JSON Pointer into the resolved form of that version. */
  readonly at: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export type ChangeLevel = 'major' | 'minor' | 'patch';

/** Sentences of changes; `{name}` is a parameter. */
export const changeTable = {
  'field-added': 'the field "{title}" ({template}) is new',
  'field-added-required': 'the field "{title}" ({template}) is new and has to be answered',
  'field-removed': 'the field "{title}" ({template}) is gone',
  'type-changed': '"{title}" ({template}) was {before} and is {after}',
  'unit-changed': '"{title}" ({template}) was in {before} and is in {after}',
  'key-changed': 'the receiver\'s key of "{title}" ({template}) was {before} and is {after}',
  'option-added': '"{title}" ({template}) can be {options} now',
  'option-removed': '"{title}" ({template}) can no longer be {options}',
  'constraint-loosened': '"{title}" ({template}) takes more than before: {detail}',
  'constraint-tightened': '"{title}" ({template}) takes less than before: {detail}',
  'required-added': '"{title}" ({template}) has to be answered now',
  'required-removed': '"{title}" ({template}) need no longer be answered',
  'condition-changed': 'when "{title}" ({template}) is asked or demanded has changed: {detail}',
  'value-changed': '"{title}" ({template}) is computed differently: {detail}',
  'computed-now': '"{title}" ({template}) was asked and is computed now',
  'asked-now': '"{title}" ({template}) was computed and is asked now',
  'hidden-now': '"{title}" ({template}) is internal now: it is no longer sent',
  'sent-now': '"{title}" ({template}) was internal and is sent now',
  'check-changed': 'the checks of "{title}" ({template}) have changed: {detail}',
  'prefill-changed': 'where "{title}" ({template}) is filled from has changed',
  'control-changed': '"{title}" ({template}) is asked in another way: {before} has become {after}',
  'step-added': 'the step "{id}" is new',
  'step-removed': 'the step "{id}" is gone',
  'step-changed': 'the step "{id}" has changed: {detail}',
  'steps-reordered': 'the steps stand in another order',
  'service-added': 'the service "{id}" ({kind}) is new',
  'service-removed': 'the service "{id}" ({kind}) is gone',
  'service-changed': 'the service "{id}" ({kind}) has changed: {detail}',
  'form-changed': '"{keyword}" of the form has changed',
  'texts-changed': '{count} texts are worded differently: {keys}',
  'language-changed': 'the form was written in {before} and is in {after}',
} as const satisfies Record<string, string>;

export type ChangeCode = keyof typeof changeTable;

/** A change as a sentence, without its full stop. */
export function changeSentence({ code, params }: Pick<FormChange, 'code' | 'params'>): string {
  return changeTable[code].replace(/\{(\w+)\}/gu, (whole, name: string) => String(params[name] ?? whole));
}
