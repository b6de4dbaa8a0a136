#!/usr/bin/env node
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { JsonObject } from '@schalter/definition';
import { createSession, evaluateForm, restoreSession, type Submission, type SubmissionPort } from '@schalter/engine';
import { germanHolidays } from '@schalter/engine/holidays';
import { createTranslate } from '@schalter/validators';
import { consoleOn } from './console.ts';
import { Dialogue, type Outcome } from './dialogue.ts';
import { draftFile, type FoundDraft, findDraft } from './draft.ts';
import { fillIn } from './fill-in.ts';
import { type LoadedForm, loadForm } from './load.ts';
import { trialServices } from './services.ts';
import { wordsOf } from './words.ts';

const usage = `Fills in a form in the terminal.

  node examples/terminal/src/main.ts <folder of the form> [options]

  --language <de|en>  language to begin in
  --draft <file>      goes on with the draft in this file, and keeps it there
  --out <file>        writes what is filed into this file instead of printing it
  --today <date>      another day than today, as 2026-11-23
  --try               with services in memory: a login, uploads, a payment

At every question: :back :pages :go <no> :clear :help :language <de|en> :save :quit
Status: 0 filed, or led out by the form · 1 cannot run · 2 left before · 130 Ctrl+C`;

const statuses: Readonly<Record<Outcome, number>> = { filed: 0, exit: 0, quit: 2, ended: 2 };

/** Runs the command. @returns its exit status */
async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      language: { type: 'string' },
      draft: { type: 'string' },
      out: { type: 'string' },
      today: { type: 'string' },
      try: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const [path] = positionals;
  if (values.help || path === undefined) {
    process.stdout.write(`${usage}\n`);
    return values.help ? 0 : 1;
  }
  const form = await loadForm(path);
  if ('problems' in form) {
    const said = form.problems.map(({ file, at, message }) => `${file}#${at}: ${message}`);
    process.stderr.write(`${said.join('\n') || `There is no form in ${path}.`}\n`);
    return 1;
  }
  const draft = values.draft === undefined ? undefined : draftFile(values.draft);
  const found = draft && findDraft(draft.path, form.program, form.validate);
  const trial = values.try ? trialServices() : undefined;
  const today = values.today ?? todayIn(form.program.timeZone);
  const filed = filing(values.out, ({ answers }) => trial !== undefined && owes(form, answers, today));
  const options = {
    validate: form.validate,
    translate: createTranslate(),
    holidays: germanHolidays,
    today,
    submission: filed.port,
    ...(values.language === undefined ? {} : { language: values.language }),
    ...(draft ? { draft: draft.port } : {}),
    ...(trial ? { services: trial.services } : {}),
  };
  const session = found ? restoreSession(form.program, found.snapshot, options) : createSession(form.program, options);
  const save = async (): Promise<string | undefined> => {
    draft?.write(session.persist());
    return Promise.resolve(draft?.path);
  };
  const words = wordsOf(session.view().language);
  const interrupted = () => {
    draft?.write(session.persist());
    process.stdout.write(`\n${draft ? words.saved(draft.path) : words.notSaved}\n`);
    process.exit(130);
  };
  process.on('SIGINT', interrupted);
  const console = consoleOn(process.stdin, process.stdout, interrupted);
  console.say(session.view().form.title);
  console.say(words.commands);
  if (found) welcomeBack(found, draft?.path ?? '', console.say, words);
  if (!trial && Object.values(form.program.services).some(({ kind }) => kind === 'identity')) {
    console.say(words.loginLeftOut);
  }
  const dialogue = new Dialogue(session, console, save);
  const outcome = await fillIn(dialogue, trial);
  if (outcome === 'filed') draft?.remove();
  else if (draft) console.say(dialogue.words.saved((await save()) ?? draft.path));
  if (filed.written !== undefined) console.say(dialogue.words.wrote(filed.written));
  session.dispose();
  console.close();
  return statuses[outcome];
}

function welcomeBack(found: FoundDraft, path: string, say: (text: string) => void, words: ReturnType<typeof wordsOf>) {
  say(words.resumed(path));
  if (found.lost.length > 0) say([words.lost, ...found.lost.map((at) => `  ${at}`)].join('\n'));
}

/** Files what is sent: into a file, or to the output. */
function filing(
  out: string | undefined,
  isOwed: (submission: Submission) => boolean,
): { readonly port: SubmissionPort; readonly written: string | undefined } {
  let written: string | undefined;
  const port: SubmissionPort = {
    submit(submission: Submission) {
      const text = `${JSON.stringify(submission, undefined, 2)}\n`;
      if (out === undefined) process.stdout.write(text);
      else {
        writeFileSync(out, text);
        written = out;
      }
      const id = randomUUID();
      return Promise.resolve({
        id,
        reference: id.slice(0, 8).toUpperCase(),
        receivedAt: new Date().toISOString(),
        state: isOwed(submission) ? ('awaiting-payment' as const) : ('received' as const),
      });
    },
  };
  return {
    port,
    get written() {
      return written;
    },
  };
}

/** Whether anything is to be paid for the answers. */
function owes({ program, validate }: LoadedForm, answers: JsonObject, today: string): boolean {
  const { services } = evaluateForm(program, answers, { validate, today, holidays: germanHolidays });
  return Object.entries(services).some(
    ([name, { active, amount = 0 }]) => program.services[name]?.kind === 'payment' && active && amount > 0,
  );
}

/** The date in the form's time zone. */
function todayIn(timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date());
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  // Whatever it is, it is said in a sentence.
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
