import type { Session, View } from '@schalter/engine';
import type { Console } from './console.ts';
import { plainText } from './plain-text.ts';
import { type Words, wordsOf } from './words.ts';

/** How a dialogue ends: filed, at an exit of the form, by the person, or because no more lines come. */
export type Outcome = 'filed' | 'exit' | 'quit' | 'ended';

/** A conversation about a form: what is said, what is asked, and the commands that work at every question. */
export class Dialogue {
  readonly session: Session;
  readonly #console: Console;
  readonly #save: () => Promise<string | undefined>;
  outcome: Outcome | undefined;

  /** @param save keeps the draft and answers where; nothing where it is not kept */
  constructor(session: Session, console: Console, save: () => Promise<string | undefined>) {
    this.session = session;
    this.#console = console;
    this.#save = save;
  }

  get view(): View {
    return this.session.view();
  }

  get words(): Words {
    return wordsOf(this.view.language);
  }

  say(text?: string): void {
    this.#console.say(text);
  }

  /**
   * Asks for a line. Commands (`:back`) are carried out; those that lead elsewhere, and the end of all lines, answer
   * `undefined`: then what was going on is over.
   */
  async ask(prompt: string, help?: Parameters<typeof plainText>[0]): Promise<string | undefined> {
    for (;;) {
      const line = await this.#console.ask(`${prompt}:`);
      if (line === undefined) {
        this.outcome ??= 'ended';
        return undefined;
      }
      const text = line.trim();
      const [name = '', argument = ''] = text.split(/\s+/, 2);
      if (!text.startsWith(':') || isClear(text)) return text;
      if (!(await this.#obey(name.slice(1), argument, help))) return undefined;
    }
  }

  async yesOrNo(prompt: string): Promise<boolean | undefined> {
    for (;;) {
      const line = await this.ask(prompt);
      if (line === undefined) return undefined;
      if (this.words.yes.includes(line.toLowerCase())) return true;
      if (this.words.no.includes(line.toLowerCase()) || line === '') return false;
    }
  }

  /** Carries out a command. @returns whether the question is still to be answered */
  async #obey(name: string, argument: string, help: Parameters<typeof plainText>[0]): Promise<boolean> {
    const { session, words } = this;
    switch (name) {
      case 'back':
      case 'zurück':
        if (session.send({ type: 'back' }).ok) return false;
        break;
      case 'go':
      case 'gehe': {
        const page = this.view.route[Number(argument) - 1];
        if (page && session.send({ type: 'goTo', step: page.id }).ok) return false;
        break;
      }
      case 'language':
      case 'sprache':
        if (session.send({ type: 'language', language: argument }).ok) return false;
        break;
      case 'pages':
      case 'seiten':
        for (const [index, { title, state }] of this.view.route.entries()) {
          this.say(`  ${index + 1}. ${state === 'current' ? '→ ' : ''}${title}`);
        }
        return true;
      case 'help':
      case 'hilfe':
        this.say(help ? plainText(help) : words.noHelp);
        this.say(words.commands);
        return true;
      case 'save':
      case 'speichern': {
        const file = await this.#save();
        this.say(file === undefined ? words.notSaved : words.saved(file));
        return true;
      }
      case 'quit':
      case 'ende':
        this.outcome ??= 'quit';
        return false;
    }
    this.say(words.notNow);
    return true;
  }

  /** Waits until something is so; the session goes on by itself meanwhile. */
  until(holds: (view: View) => boolean): Promise<View> {
    return new Promise((resolve) => {
      let stop: (() => void) | undefined;
      const look = (view: View) => {
        if (!holds(view)) return;
        stop?.();
        resolve(view);
      };
      stop = this.session.subscribe(look);
      look(this.view);
    });
  }
}

/** Whether a line takes an answer back. */
export function isClear(line: string): boolean {
  return line === ':clear' || line === ':leeren';
}
