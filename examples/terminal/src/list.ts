import type { ListView } from '@schalter/engine';
import type { Dialogue } from './dialogue.ts';
import { askField } from './field.ts';
import { takeFile } from './files.ts';
import { plainText } from './plain-text.ts';

/**
 * Shows a list and does with its entries what people want; one that is to be changed opens its own page.
 * @returns false where the page was left
 */
export async function askList(dialogue: Dialogue, list: ListView): Promise<boolean> {
  dialogue.say();
  dialogue.say(list.title);
  if (list.hint) dialogue.say(plainText(list.hint));
  for (const problem of list.problems) dialogue.say(`! ${problem.message}`);
  return list.layout === 'cards' ? askCards(dialogue, list.at) : askRows(dialogue, list);
}

async function askCards(dialogue: Dialogue, at: string): Promise<boolean> {
  const { session } = dialogue;
  for (;;) {
    const list = listAt(dialogue, at);
    if (!list) return false;
    const { words } = dialogue;
    if (list.entries.length === 0) dialogue.say(list.emptyText ?? words.empty);
    for (const { index, title, rows, complete } of list.entries) {
      const answers = rows.flatMap(({ lines }) => lines).join(', ');
      dialogue.say(
        `  ${index + 1}. ${complete ? '' : '! '}${title || words.entry}${answers === '' ? '' : `: ${answers}`}`,
      );
    }
    const line = await dialogue.ask(promptOf(dialogue, list));
    if (line === undefined) return false;
    const [, letter, digits] = /^([a-z]?)\s*(\d*)$/i.exec(line.toLowerCase()) ?? [];
    const entry = list.entries[Number(digits) - 1];
    if (line === '' || (list.another && words.no.includes(line.toLowerCase()))) {
      if (list.another) session.send({ type: 'another', at, value: false });
      return true;
    }
    if (entry && letter === '') {
      if (session.send({ type: 'editItem', at: entry.at }).ok) return false;
    } else if (entry && (letter === 'e' || letter === 'r')) {
      session.send({ type: 'removeItem', at: entry.at });
    } else if ((list.another && words.yes.includes(line.toLowerCase())) || letter === 'n' || letter === 'a') {
      if (session.send({ type: 'addItem', at }).ok) return false;
    }
  }
}

function promptOf({ words }: Dialogue, list: ListView): string {
  if (list.another) return words.another;
  return [
    ...(list.canEdit && list.entries.length > 0 ? [words.list.edit] : []),
    ...(list.canAdd
      ? [list.addText === undefined ? words.list.add : `${words.list.add.slice(0, 1)}: ${list.addText}`]
      : []),
    ...(list.canRemove && list.entries.length > 0 ? [words.list.remove] : []),
    words.list.on,
  ].join(' · ');
}

/** Plain values: those that are there, those that are demanded, then more until an empty line. */
async function askRows(dialogue: Dialogue, list: ListView): Promise<boolean> {
  const { session } = dialogue;
  for (const { content } of list.entries) {
    for (const row of content) if (row.kind === 'field' && !(await askField(dialogue, row))) return false;
  }
  for (;;) {
    const now = listAt(dialogue, list.at);
    if (!now?.canAdd) return now !== undefined;
    const { words } = dialogue;
    const line = await dialogue.ask(words.more);
    if (line === undefined) return false;
    if (line === '') return true;
    if (now.service?.kind === 'upload') {
      if (!(await takeFile(dialogue, now, line))) dialogue.say(words.noFile);
      continue;
    }
    session.send({ type: 'addItem', at: list.at });
    const added = listAt(dialogue, list.at)?.entries.at(-1)?.content[0];
    if (added?.kind !== 'field') return true;
    if (added.control !== 'file') session.send({ type: 'answer', at: added.at, value: line });
    else if (!(await takeFile(dialogue, added, line))) {
      dialogue.say(words.noFile);
      session.send({ type: 'removeItem', at: added.at });
    }
  }
}

function listAt(dialogue: Dialogue, at: string): ListView | undefined {
  const find = (content: readonly Content[]): ListView | undefined => {
    for (const one of content) {
      if (one.kind === 'list' && one.at === at) return one;
      const inside = one.kind === 'group' ? find(one.content) : undefined;
      if (inside) return inside;
    }
    return undefined;
  };
  return find(dialogue.view.step.content);
}

type Content = Dialogue['view']['step']['content'][number];
