import type { ContentView, View } from '@schalter/engine';
import type { Dialogue } from './dialogue.ts';
import { askField } from './field.ts';
import { askList } from './list.ts';
import { plainText } from './plain-text.ts';

type Item =
  | Exclude<ContentView, { readonly kind: 'group' }>
  | { readonly kind: 'title'; readonly id: string; readonly title: string };

/** Asks what stands on a page, one after the other, and goes on; what is wrong is asked again. */
export async function askPage(dialogue: Dialogue, done: Set<string>): Promise<void> {
  const { session } = dialogue;
  const here = placeOf(dialogue.view);
  const { step, section, progress } = dialogue.view;
  dialogue.say();
  dialogue.say(
    `── ${[section?.title, dialogue.words.page(progress.current, progress.total)].filter(Boolean).join(' · ')}`,
  );
  // A question that is the page's title is asked below.
  const [first] = items(step.content);
  if (!(first?.kind === 'field' && first.label === step.title))
    dialogue.say([...(step.within ?? []), step.title].join(' › '));
  for (;;) {
    // Answers bring fields and take them away.
    for (let item = openItem(dialogue.view, done); item; item = openItem(dialogue.view, done)) {
      done.add(idOf(item));
      if (!(await showItem(dialogue, item)) || placeOf(dialogue.view) !== here) return;
    }
    session.send({ type: 'next' });
    const view = await dialogue.until(({ checking }) => !checking);
    if (placeOf(view) !== here) return;
    dialogue.say(dialogue.words.problems);
    askAgain(view, done);
    // What stands at a question is said there.
    const asked = new Set([...items(view.step.content)].filter((item) => !done.has(idOf(item))).map(idOf));
    for (const { at, label, message } of view.problems) {
      if (!asked.has(at)) dialogue.say(`! ${label === '' ? '' : `${label}: `}${message}`);
    }
    if (!openItem(view, done)) {
      // Nothing on the page would mend it alone.
      if ((await dialogue.ask(dialogue.words.again)) === undefined) return;
      done.clear();
    }
  }
}

/** Where a person is. */
export function placeOf({ status, step, language }: View): string {
  return [status, step.id, step.entry ?? '', language].join(' ');
}

async function showItem(dialogue: Dialogue, item: Item): Promise<boolean> {
  switch (item.kind) {
    case 'title':
      dialogue.say();
      dialogue.say(item.title);
      return true;
    case 'field':
      if (!item.readOnly) return askField(dialogue, item);
      dialogue.say(`${item.label}: ${item.text === '' ? '–' : item.text}`);
      return true;
    case 'list':
      return askList(dialogue, item);
    default:
      dialogue.say();
      if (item.title !== undefined) dialogue.say(item.title);
      dialogue.say(plainText(item.text));
      return true;
  }
}

function* items(content: readonly ContentView[]): Generator<Item> {
  for (const one of content) {
    if (one.kind !== 'group') yield one;
    else {
      if (one.title !== undefined && one.title !== '') yield { kind: 'title', id: one.at, title: one.title };
      yield* items(one.content);
    }
  }
}

function idOf(item: Item): string {
  return 'at' in item ? item.at : item.id;
}

function openItem({ step }: View, done: ReadonlySet<string>): Item | undefined {
  for (const item of items(step.content)) if (!done.has(idOf(item))) return item;
  return undefined;
}

/** What has problems is open again; a problem of a group opens all that is in it. */
function askAgain({ step, problems }: View, done: Set<string>): void {
  for (const item of items(step.content)) {
    const at = idOf(item);
    if (item.kind !== 'field' && item.kind !== 'list') continue;
    if (problems.some((problem) => isWithin(problem.at, at) || (problem.at !== '' && isWithin(at, problem.at)))) {
      done.delete(at);
    }
  }
}

function isWithin(at: string, around: string): boolean {
  return at === around || at.startsWith(`${around}/`);
}
