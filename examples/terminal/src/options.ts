import type { JsonValue } from '@schalter/definition';
import type { FieldView, OptionView } from '@schalter/engine';
import type { Dialogue } from './dialogue.ts';
import { plainText } from './plain-text.ts';

/** More are not listed at once: people type a part of the word. */
const most = 20;

/** Asks for one or several options by their numbers. `undefined`: nobody answered; `keep`: it stays as it is. */
export async function askOptions(
  dialogue: Dialogue,
  field: FieldView,
  prompt: string,
): Promise<JsonValue | 'keep' | undefined> {
  const all = field.options ?? [];
  let shown = all.length > most ? [] : [...all];
  dialogue.say(prompt);
  list(dialogue, shown);
  for (;;) {
    const { words } = dialogue;
    const several = field.type === 'array';
    const how = all.length > most ? words.chooseOrSearch : several ? words.chooseSeveral : words.chooseOne;
    const line = await dialogue.ask(how, field.help);
    if (line === undefined) return undefined;
    if (line === '') return 'keep';
    const numbers = line.split(/[\s,;]+/).map((part) => shown[Number(part) - 1]?.value);
    if (numbers.every((value) => value !== undefined)) {
      return several ? (numbers as JsonValue[]) : (numbers[0] as JsonValue);
    }
    if (all.length <= most) dialogue.say(words.noOption);
    else {
      shown = all.filter(({ title }) => title.toLowerCase().includes(line.toLowerCase())).slice(0, most);
      if (shown.length === 0) dialogue.say(words.nothingFound);
      list(dialogue, shown);
    }
  }
}

function list(dialogue: Dialogue, options: readonly OptionView[]): void {
  for (const [index, { title, hint, selected }] of options.entries()) {
    dialogue.say(`  ${index + 1}. ${selected ? '*' : ' '} ${title}`);
    if (hint) dialogue.say(`        ${plainText(hint)}`);
  }
}
