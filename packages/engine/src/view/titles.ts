import { wordsOf } from '../entry/words.ts';
import type { StepNode } from '../program.ts';
import type { EntryCell } from '../run/entry.ts';
import type { GroupCell } from '../run/group.ts';
import { interpolates, lineOf } from './text.ts';
import { labelOf, readingAt, type Viewing } from './viewing.ts';

/** @param place the root, or the entry that a repeated step is about */
export function stepTitle(viewing: Viewing, step: StepNode, place: GroupCell): string {
  const language = viewing.language();
  const reading = { program: viewing.store.program, language, environment: () => place.environment() };
  const title = lineOf(reading, step.title);
  if (title !== '') return title;
  if (step.kind === 'summary' || step.kind === 'tasks') return wordsOf(language)[step.kind];
  // A title made of an answer that is still missing.
  return place.own ? entryTitle(viewing, place.own) : step.id;
}

/**
 * What an entry is called: by its own title where that says something about it, else by title and number
 * ("Angaben zum Hund 2").
 */
export function entryTitle(viewing: Viewing, entry: EntryCell): string {
  const { content, list } = entry;
  const number = entry.position() + 1;
  if (!content) return String(number);
  const { texts } = list.node.item;
  const reading = readingAt(viewing, content);
  const key = texts.outputTitle ?? texts.title;
  const title = lineOf(reading, key).trim();
  if (title !== '' && interpolates(reading.program, reading.language, key)) return title;
  return `${title === '' || key === undefined || interpolates(reading.program, reading.language, key) ? labelOf(viewing, list) : title} ${number}`;
}
