import type { Headings, StepNode } from '../program.ts';
import type { EntryCell } from '../run/entry.ts';
import type { GroupCell } from '../run/group.ts';
import { interpolates, lineOf } from './text.ts';
import { labelOf, readingAt, type Viewing } from './viewing.ts';

/** What the form gave no heading has these. */
export function headingsOf(viewing: Viewing): Headings {
  const { headings, language } = viewing.store.program;
  return (headings[viewing.language()] ?? headings[language]) as Headings;
}

/** @param place the root, or the entry that a repeated step is about */
export function stepTitle(viewing: Viewing, step: StepNode, place: GroupCell): string {
  const language = viewing.language();
  const reading = { program: viewing.store.program, language, environment: () => place.environment() };
  const title = lineOf(reading, step.title);
  if (title !== '') return title;
  if (step.kind === 'summary' || step.kind === 'tasks') return headingsOf(viewing)[step.kind];
  // A title made of an answer that is still missing.
  return place.own ? entryTitle(viewing, place.own) : step.id;
}

/**
 * What an entry is called: by its short title or its title, where these say something of its answers; else by a fixed
 * title and its number ("Kind 2"), or the list's.
 */
export function entryTitle(viewing: Viewing, entry: EntryCell): string {
  const { content, list } = entry;
  const number = entry.position() + 1;
  if (!content) return String(number);
  const { texts } = list.node.item;
  const reading = readingAt(viewing, content);
  let fixed = '';
  for (const key of [texts.outputTitle, texts.title]) {
    const title = lineOf(reading, key).trim();
    const telling = interpolates(reading.program, reading.language, key);
    if (telling && title !== '') return title;
    if (!telling && fixed === '') fixed = title;
  }
  return `${fixed === '' ? labelOf(viewing, list) : fixed} ${number}`;
}
