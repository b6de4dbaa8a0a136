import type { JsonObject } from '@schalter/definition';
import type { Instance } from '../circuit/instance.ts';
import type { Model } from '../circuit/model.ts';
import { atomOf } from '../circuit/relation.ts';
import { isFalse, isTrue, isUnknown, type Results } from '../circuit/result.ts';
import type { Macro } from '../circuit/variable.ts';
import type { FormatExamples } from '../sample/text.ts';
import type { Budget } from '../solve/budget.ts';
import { type Found, type Goal, Solver, type Verdict } from '../solve/search.ts';
import { type Actual, actualOf } from './actual.ts';
import { type Adjusting, adjust } from './adjust.ts';
import { type Composition, compose, draftOf } from './compose.ts';
import { documentOf } from './document.ts';
import { type EntryKind, entryKind } from './entries.ts';
import { type Draft, emptyLists, type Positions, Probe, pointerOf } from './probe.ts';
import { Samples } from './samples.ts';
import { isFulfilled, presentValue, type Wish, wishesOf } from './wish.ts';

/** Answers that show that something is possible, as the engine has confirmed. */
export interface Witness {
  readonly answers: JsonObject;
  /** The day on which they do. */
  readonly today: string;
  /** Whether it is proven that fewer answers would not do. */
  readonly shortest: boolean;
}

/** Whether something is possible. */
export type Outcome =
  | { readonly possible: true; readonly witness: Witness }
  /** Proven: with no answers that keep the constraints, on no day. */
  | { readonly possible: false }
  /** `theory`: conditions are not looked into so deeply; `budget`: there was no time to try. */
  | { readonly possible: 'undecided'; readonly because: 'theory' | 'budget' };

/** Something to find out. */
export interface Question {
  readonly goal: Goal;
  /** Whether the engine says so, for the answers that it has now. */
  readonly confirm: (probe: Probe, positions: Positions) => boolean;
  /** The entry at hand that it is about. */
  readonly instance?: Instance | undefined;
  /** Whether all entries of a list have to be like the one at hand. */
  readonly alike?: boolean;
  /** Whether as few answers as possible are wanted. */
  readonly shortest?: boolean;
}

/** Steps that one question may take. */
const stepsPerQuestion = 60_000;
/** Answers that are tried for one question. */
const triesPerQuestion = 150;

/** How far one search goes. */
const searching = { steps: stepsPerQuestion, tries: 4 };

/** So much of what is not looked into is adjusted one by one. */
const fewWishes = 8;

/** So often it is begun anew from what answers truly do. */
const mostRounds = 6;

/** Finds out what is possible in a form: conditions are searched, the engine confirms what was found. */
export class Prover {
  readonly probe: Probe;
  readonly samples: Samples;
  readonly #model: Model;
  readonly #budget: Budget;
  readonly #solver: Solver;
  readonly #today: string;
  /** What has been found out, by goal. */
  readonly #known = new Map<string, { readonly outcome: Outcome; readonly draft: Draft | undefined }>();
  readonly #entryKinds = new Map<string, EntryKind[]>();

  constructor(model: Model, today: string, budget: Budget, examples: FormatExamples) {
    this.#model = model;
    this.#budget = budget;
    this.#today = today;
    this.samples = new Samples(model, today, examples);
    this.#solver = new Solver(model.circuit, budget);
    this.#lookIntoMacros();
    this.probe = new Probe(model.program, model.validate, today, budget);
  }

  /** Answers questions: first all that need no answer at all, then one after the other. */
  answer(questions: readonly Question[]): Outcome[] {
    const outcomes: (Outcome | undefined)[] = questions.map(() => undefined);
    const instances = new Map(questions.map(({ instance }) => [instance?.key ?? '', instance]));
    for (const [key, instance] of instances) {
      const draft = this.#blank(instance);
      this.probe.apply(draft);
      for (const [index, { instance: own, confirm }] of questions.entries()) {
        if ((own?.key ?? '') !== key || !this.#confirms(confirm, positionsAtStart(instance))) continue;
        outcomes[index] = this.#witness(true);
      }
    }
    return questions.map((question, index) => outcomes[index] ?? this.ask(question));
  }

  /** Whether a goal can be reached, as far as conditions are looked into. Needs no engine. */
  prove(goal: Goal): Verdict {
    if (this.#budget.used) return 'unfinished';
    return this.#solver.search(goal, () => true, { steps: stepsPerQuestion, tries: 1 });
  }

  ask(question: Question): Outcome {
    const key = keyOf(question);
    const known = this.#known.get(key);
    if (known && (known.draft === undefined || this.#confirmsDraft(question, known.draft))) return known.outcome;
    if (this.#budget.used) return { possible: 'undecided', because: 'budget' };
    const { outcome, draft } = this.#find(question);
    // What is undecided may be decided for another question with the same goal.
    if (outcome.possible !== 'undecided') this.#known.set(key, { outcome, draft });
    return outcome;
  }

  #confirmsDraft(question: Question, draft: Draft): boolean {
    this.probe.apply(draft);
    return this.#confirms(question.confirm, positionsAtStart(question.instance));
  }

  #find(question: Question): { readonly outcome: Outcome; readonly draft: Draft | undefined } {
    let best: Draft | undefined;
    const failed: Failure[] = [];
    const taking =
      (fixed?: Actual['answers']) =>
      (found: Found): boolean => {
        const composition = this.#compose(question, found, fixed);
        if (!composition) return false;
        if (!this.#holds(question, composition)) {
          failed.push({ found, composition });
          return false;
        }
        best = draftOf(composition);
        return true;
      };
    let verdict = this.#solver.search(question.goal, taking(), searching);
    const { forced } = this.#solver;
    if (verdict === 'impossible') return { outcome: { possible: false }, draft: undefined };
    // What is not looked into came out otherwise than was found.
    for (let round = 0; !best && round < mostRounds && verdict !== 'unfinished'; round++) {
      const failure = failed[round];
      if (!failure) break;
      const { found, composition } = failure;
      const wishes = wishesOf(found);
      // From what answers truly do: what else does it take?
      const goOn = (): Verdict => {
        const { atoms, answers } = actualOf(wishes, this.probe, composition);
        return this.#solver.search(question.goal, taking(answers), { ...searching, tries: 2, pins: atoms });
      };
      this.probe.apply(draftOf(composition));
      const unfulfilled = wishes.filter((wish) => !isFulfilled(wish, this.probe, composition));
      // Of much that came out otherwise most does no harm.
      if (unfulfilled.length > fewWishes) verdict = goOn();
      if (best || verdict === 'unfinished') break;
      this.#mend(question, failure, wishes, unfulfilled);
      if (this.#holds(question, composition)) best = draftOf(composition);
      else verdict = goOn();
    }
    if (!best) {
      const because = verdict === 'unfinished' ? 'budget' : 'theory';
      return { outcome: { possible: 'undecided', because }, draft: undefined };
    }
    const size = () => best?.values.size ?? 0;
    const shortest = question.shortest === true && this.#shorten(question, taking(), size, forced);
    this.probe.apply(best);
    return { outcome: this.#witness(shortest), draft: best };
  }

  #compose(question: Question, found: Found, fixed: Actual['answers'] | undefined): Composition | undefined {
    return compose(found, {
      samples: this.samples,
      today: this.#today,
      instance: question.instance,
      alike: question.alike ?? false,
      ...(fixed ? { fixed } : {}),
    });
  }

  /** Varies answers where something came out such that the goal cannot be reached. */
  #mend(
    { goal, confirm }: Question,
    { found, composition }: Failure,
    wishes: readonly Wish[],
    unfulfilled: readonly Wish[],
  ): void {
    this.probe.apply(draftOf(composition));
    const needed = unfulfilled.slice(0, 2 * fewWishes).filter(({ variable }) => {
      const atom = atomOf(variable, presentValue(variable, this.probe, composition));
      return atom === undefined || !this.#solver.allows(goal, new Map([[variable, atom]]));
    });
    const adjusting: Adjusting = {
      model: this.#model,
      probe: this.probe,
      samples: this.samples,
      entryKinds: this.#entryKinds,
      budget: this.#budget,
      holds: () => this.#confirms(confirm, composition.positions),
      tries: triesPerQuestion,
    };
    const targets = needed.length > 0 ? needed : unfulfilled.slice(0, fewWishes);
    adjust(found, targets, wishes, composition, adjusting);
  }

  /** Looks for fewer answers until there are none; whether that is proven. */
  #shorten({ goal }: Question, take: (found: Found) => boolean, size: () => number, forced: number): boolean {
    for (let most = size() - 1; most >= forced; most = size() - 1) {
      const verdict = this.#solver.search(goal, take, { ...searching, mostAnswers: most });
      if (verdict !== 'found') return verdict === 'impossible';
      // Entries that were tried may bring more answers than conditions ask for.
      if (size() > most) return false;
    }
    return true;
  }

  #holds(question: Question, composition: Composition): boolean {
    this.probe.apply(draftOf(composition));
    return this.#confirms(question.confirm, composition.positions);
  }

  #confirms(confirm: Question['confirm'], positions: Positions): boolean {
    return this.probe.ask(() => confirm(this.probe, positions));
  }

  #witness(shortest: boolean): Outcome {
    const { draft } = this.probe;
    return { possible: true, witness: { answers: documentOf(draft), today: draft.today, shortest } };
  }

  /** No answers; one blank entry in each list around the entry at hand. */
  #blank(instance: Instance | undefined): Draft {
    const lists = new Map<string, number>();
    const around: Instance[] = [];
    for (let entry = instance; entry; entry = entry.outer) around.unshift(entry);
    const positions = positionsAtStart(instance);
    for (const { list } of around) lists.set(pointerOf(list, positions), 1);
    return { values: new Map(), lists: around.length === 0 ? emptyLists : lists, today: this.#today };
  }

  /** Finds out how macros over lists can come out, by what they ask of one entry. Inner ones stand before outer ones. */
  #lookIntoMacros(): void {
    let narrowed = false;
    for (const variable of this.#model.circuit.variables) {
      const { source } = variable;
      if (source.kind !== 'macro') continue;
      narrowed = true;
      const results = this.#resultsOf(source.macro);
      const atoms = variable.possible.filter((atom) => {
        const [cell] = variable.atoms[atom]?.cells ?? [];
        if (cell?.kind !== 'value') return (results & isUnknown) !== 0;
        return (results & (cell.value === true ? isTrue : isFalse)) !== 0;
      });
      this.#solver.narrow(variable, atoms);
    }
    if (narrowed) this.#solver.settle();
  }

  #resultsOf({ name, list, entry, body, among }: Macro): Results {
    let results: Results = name === 'all' ? isTrue : isFalse;
    for (const wanted of [isTrue, isFalse, isUnknown]) {
      let first: Found | undefined;
      const verdict = this.#solver.search(
        [
          [among, isTrue],
          [body, wanted],
        ],
        (found) => {
          first = found;
          return true;
        },
        { steps: stepsPerQuestion, tries: 1 },
      );
      if (verdict !== 'impossible') results |= seen(name, wanted);
      const kind = first && entry && entryKind(first, entry, this.samples);
      if (kind) this.#entryKinds.set(list, [...(this.#entryKinds.get(list) ?? []), kind]);
    }
    return results;
  }

  dispose(): void {
    this.probe.dispose();
  }
}

/** What was found, and answers that do otherwise. */
interface Failure {
  readonly found: Found;
  readonly composition: Composition;
}

function keyOf({ goal, instance, alike, shortest }: Question): string {
  return `${goal.join(' ')} ${instance?.key ?? ''} ${alike === true} ${shortest === true}`;
}

/** What a macro can come out as when its question comes out so for an entry, beside what it does without entries. */
function seen(name: Macro['name'], result: Results): Results {
  if (result === isUnknown) return isUnknown;
  if (name === 'all') return result === isFalse ? isFalse : 0;
  return result === isTrue ? isTrue : 0;
}

function positionsAtStart(instance: Instance | undefined): Positions {
  const positions = new Map<string, number>();
  for (let entry = instance; entry; entry = entry.outer) positions.set(entry.list, 0);
  return positions;
}
