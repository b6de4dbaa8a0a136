import type { SummaryContent, SummaryRow } from '@schalter/engine';
import type { Dialogue } from './dialogue.ts';
import { plainText } from './plain-text.ts';

/** Shows all answers; a number leads to where one is changed, an empty line sends. */
export async function askSummary(dialogue: Dialogue): Promise<void> {
  const { session, words, view } = dialogue;
  dialogue.say();
  dialogue.say(`── ${view.step.title}`);
  if (view.step.text) dialogue.say(plainText(view.step.text));
  const rows: SummaryRow[] = [];
  const print = (content: readonly SummaryContent[], indent: string): void => {
    for (const one of content) {
      if (one.kind === 'group') {
        dialogue.say(`${indent}${one.title}`);
        print(one.content, `${indent}  `);
        continue;
      }
      const number = one.change ? `${rows.push(one)}.` : '';
      dialogue.say(`${indent}${number.padEnd(4)}${one.label}: ${one.lines.join(', ') || words.unanswered}`);
    }
  };
  for (const { title, content } of view.summary?.sections ?? []) {
    dialogue.say();
    dialogue.say(title);
    print(content, '  ');
  }
  for (const { label, message } of view.problems) dialogue.say(`! ${label === '' ? '' : `${label}: `}${message}`);
  if (view.failure) dialogue.say(words.failed(view.failure.message ?? view.failure.code));
  const line = await dialogue.ask(`${words.summary.change} · ${words.summary.send}`);
  if (line === undefined) return;
  const change = rows[Number(line) - 1]?.change;
  if (line === '') session.send({ type: 'submit' });
  else if (change) session.send({ type: 'goTo', ...change });
}

/** Shows what there is to do; a number leads to a task. */
export async function askTasks(dialogue: Dialogue): Promise<void> {
  const { session, words, view } = dialogue;
  dialogue.say();
  dialogue.say(`── ${view.step.title}`);
  const tasks = view.tasks?.tasks ?? [];
  for (const [index, { title, state, wrong, waitsFor }] of tasks.entries()) {
    const waits = waitsFor.length === 0 ? '' : ` (${waitsFor.join(', ')})`;
    dialogue.say(`  ${index + 1}. ${wrong ? '! ' : ''}${title} – ${words.states[state]}${waits}`);
  }
  const line = await dialogue.ask(words.tasks);
  if (line === undefined) return;
  const leadsTo = tasks[Number(line) - 1]?.leadsTo;
  if (line === '') session.send({ type: 'next' });
  else if (leadsTo) session.send({ type: 'goTo', ...leadsTo });
  else dialogue.say(words.notNow);
}
