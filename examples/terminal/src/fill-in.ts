import type { Dialogue, Outcome } from './dialogue.ts';
import { askPage, placeOf } from './page.ts';
import { plainText } from './plain-text.ts';
import { askLogin, askPayment, type TrialServices } from './services.ts';
import { askSummary, askTasks } from './summary.ts';

/** Leads through a form, whatever it is, until it is filed or left. */
export async function fillIn(dialogue: Dialogue, trial: TrialServices | undefined): Promise<Outcome> {
  // What was asked on a page is not asked again when an entry's page leads back to it.
  const asked = new Map<string, Set<string>>();
  let entryOf: string | undefined;
  while (dialogue.outcome === undefined) {
    const { view } = dialogue;
    const { step } = view;
    switch (view.status) {
      case 'login':
        await askLogin(dialogue);
        break;
      case 'tasks':
        await askTasks(dialogue);
        break;
      case 'filling': {
        const place = placeOf(view);
        const comesBack = entryOf === step.id && step.entry === undefined;
        const before = comesBack ? [...(asked.get(place) ?? [])] : [];
        // The lists are: there may be another entry.
        const done = new Set(before.filter((at) => !step.content.some((one) => one.kind === 'list' && one.at === at)));
        asked.set(place, done);
        await askPage(dialogue, done);
        entryOf = step.entry === undefined && dialogue.view.step.entry === undefined ? undefined : step.id;
        break;
      }
      case 'summary':
        await askSummary(dialogue);
        break;
      case 'sending':
        await dialogue.until(({ status }) => status !== 'sending');
        break;
      case 'exit':
        dialogue.say();
        dialogue.say(`── ${step.title}`);
        if (step.text) dialogue.say(plainText(step.text));
        for (const one of step.content)
          if ('text' in one && typeof one.text !== 'string') dialogue.say(plainText(one.text));
        if ((await dialogue.ask(dialogue.words.exit)) !== undefined) dialogue.outcome = 'exit';
        break;
      case 'submitted':
        dialogue.say();
        dialogue.say(dialogue.words.received(view.receipt?.reference ?? ''));
        if (trial) await askPayment(dialogue, trial);
        dialogue.outcome = 'filed';
        break;
    }
  }
  return dialogue.outcome;
}
