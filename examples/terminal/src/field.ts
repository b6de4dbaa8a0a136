import type { JsonValue } from '@schalter/definition';
import { type FieldView, readEntry } from '@schalter/engine';
import { type Dialogue, isClear } from './dialogue.ts';
import { takeFile } from './files.ts';
import { askOptions } from './options.ts';
import { plainText } from './plain-text.ts';

/** Asks for a field and answers it. @returns false where nobody answered: the page was left, or no more lines come */
export async function askField(dialogue: Dialogue, field: FieldView): Promise<boolean> {
  const { session, words } = dialogue;
  const answer = (value: JsonValue) => void session.send({ type: 'answer', at: field.at, value });
  for (const problem of field.problems) dialogue.say(`! ${problem.message}`);
  if (field.hint) dialogue.say(plainText(field.hint));
  const prompt = promptOf(dialogue, field);

  if (field.options) {
    const chosen = await askOptions(dialogue, field, prompt);
    if (chosen === undefined) return false;
    if (chosen !== 'keep') answer(chosen);
    return true;
  }
  for (;;) {
    const line = await dialogue.ask(`${prompt}${howOf(dialogue, field)}`, field.help);
    if (line === undefined) return false;
    if (line === '') return true;
    if (isClear(line)) {
      answer(null);
      return true;
    }
    if (field.control === 'file') {
      if (await takeFile(dialogue, field, line)) return true;
      dialogue.say(words.noFile);
    } else if (field.type === 'boolean') {
      const yes = words.yes.includes(line.toLowerCase());
      if (yes || words.no.includes(line.toLowerCase())) {
        answer(yes);
        return true;
      }
    } else {
      answer(readEntry(field, line, dialogue.view.language));
      return true;
    }
  }
}

function promptOf({ words }: Dialogue, field: FieldView): string {
  const unit = field.unit === undefined || field.unit.endsWith('-cent') ? '' : ` [${field.unit}]`;
  const optional = !field.required && field.optionalMark ? ` (${words.optional})` : '';
  const known = field.text === '' ? '' : ` [${field.text}; ${words.keep}]`;
  return `${field.label}${unit}${optional}${known}`;
}

function howOf({ words }: Dialogue, { control, type }: FieldView): string {
  if (control === 'file') return ` (${words.file})`;
  if (type !== 'boolean') return '';
  return ` (${control === 'yes-no' ? words.yesNo : words.tick})`;
}
