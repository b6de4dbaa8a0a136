import type { FormCase } from '@schalter/definition';
import type { Validate } from '../problem.ts';
import type { DataNode, LeafNode, Program, ProgramNode } from '../program.ts';
import type { Analysis, AnalysisFinding } from './analysis.ts';
import { createModel, type Model } from './circuit/model.ts';
import { coverageOf, defaultToday } from './coverage.ts';
import { findingsOf } from './findings/index.ts';
import { type AnalysedForm, optionPointer, schemaPointer, stepPointer } from './places.ts';
import { prepare } from './prepare.ts';
import { checkQuestions, conditionQuestions } from './questions/conditions.ts';
import { knownQuestion, type NodeQuestion, offeredQuestion, shownQuestion } from './questions/fields.ts';
import { stuckQuestions } from './questions/options.ts';
import { completedQuestion, leftQuestion, reachedQuestion, type Way, waysOf } from './questions/steps.ts';
import type { FormatExamples } from './sample/text.ts';
import { Budget } from './solve/budget.ts';
import { type Subjects, subjectsOf } from './subjects.ts';
import { type Outcome, Prover, type Question } from './witness/prover.ts';

export interface AnalyseOptions {
  /** Judges single answers: from `@schalter/validators`. */
  readonly validate: Validate;
  /** Texts that keep a format, for fields that have one: from `@schalter/validators`, too. */
  readonly examples?: FormatExamples;
  /** The form's cases: with them comes coverage. */
  readonly cases?: readonly FormCase[];
  /** The day that witnesses prefer, ISO date. Default: that of cases without a day. What is proven holds on every day. */
  readonly today?: string;
  /** So many steps may be taken. Default: 20 million, some seconds. */
  readonly budget?: number;
  /** Asked now and then; ends the work early. What was left out is said, but then depends on the machine. */
  readonly expired?: () => boolean;
}

const defaultBudget = 20_000_000;

const none: FormatExamples = () => [];

/**
 * What can happen in a form and what cannot: which steps can be reached, which conditions ever change, where people would
 * be stuck. What is possible is shown by answers that the engine has confirmed; what is impossible is proven for all answers
 * that keep the constraints and for every day; the rest is undecided. Never throws; bounded by its budget.
 * @param form the resolved form that the program was compiled from
 */
export function analyse(program: Program, form: AnalysedForm, options: AnalyseOptions): Analysis {
  const { validate, cases, today = defaultToday } = options;
  const budget = new Budget(options.budget ?? defaultBudget, options.expired);
  const model = createModel(program, form.data, validate);
  prepare(model, program);
  const subjects = subjectsOf(program, form);
  const ways = waysOf(model);
  const asking = questionsOf(model, form, subjects);
  const stuck = stuckQuestions(model, ways);
  const prover = new Prover(model, today, budget, options.examples ?? none);
  try {
    const analysed = answersOf(prover, asking, subjects, ways, form);
    const findings: readonly AnalysisFinding[] = findingsOf(
      { model, program, form, subjects, ways, stuck, prover },
      analysed,
    );
    return {
      ...analysed,
      findings,
      ...(cases ? { coverage: coverageOf(program, form, cases, validate) } : {}),
      effort: effortOf(analysed, budget),
    };
  } finally {
    prover.dispose();
  }
}

/** Everything but what follows from it. */
export type Analysed = Omit<Analysis, 'findings' | 'coverage' | 'effort'>;

/** All questions, put before the circuit is complete. */
interface Asking {
  readonly conditions: readonly (readonly [Question, Question])[];
  readonly checks: readonly (readonly [Question, Question])[];
  readonly fields: readonly { readonly node: DataNode; readonly question: NodeQuestion }[];
  readonly options: readonly {
    readonly leaf: LeafNode;
    readonly at: string;
    readonly value: string | number | boolean;
    readonly question: Question;
  }[];
  readonly computed: readonly { readonly leaf: LeafNode; readonly question: Question }[];
}

function questionsOf(model: Model, form: AnalysedForm, subjects: Subjects): Asking {
  const nodes = [...model.nodes.values()].filter(isData);
  const leaves = nodes.filter((node) => node.kind === 'leaf');
  return {
    conditions: subjects.conditions.map((condition) => conditionQuestions(model, condition)),
    checks: subjects.checks.map((check) => checkQuestions(model, check)),
    fields: nodes.flatMap((node) => {
      const question = node.template.endsWith('/*') || node.template === '' ? undefined : shownQuestion(model, node);
      return question ? [{ node, question }] : [];
    }),
    options: leaves.flatMap((leaf) =>
      (leaf.options ?? []).flatMap((option) => {
        const at = option.when && optionPointer(form, leaf.template, leaf.type === 'array', option.value);
        if (at === undefined) return [];
        return [{ leaf, at, value: option.value, question: offeredQuestion(model, leaf, option) }];
      }),
    ),
    computed: leaves.flatMap((leaf) => (leaf.value ? [{ leaf, question: knownQuestion(model, leaf) }] : [])),
  };
}

function isData(node: ProgramNode): node is DataNode {
  return node.kind !== 'text';
}

function answersOf(
  prover: Prover,
  asking: Asking,
  { conditions, checks }: Subjects,
  ways: readonly Way[],
  form: AnalysedForm,
): Analysed {
  const reached = prover.answer(ways.map(reachedQuestion));
  const shown = sharedAnswers(
    prover,
    asking.fields.map(({ question }) => question),
  );
  const ofConditions = prover.answer(asking.conditions.flat());
  const ofChecks = prover.answer(asking.checks.flat());
  const offered = prover.answer(asking.options.map(({ question }) => question));
  const known = prover.answer(asking.computed.map(({ question }) => question));
  const { completed, left } = completions(prover, ways, reached);
  const undecided: Outcome = { possible: 'undecided', because: 'budget' };
  const at = (outcomes: readonly Outcome[], index: number) => outcomes[index] ?? undecided;
  return {
    steps: ways.map(({ step }, index) => {
      const pointer = stepPointer(form, step.id);
      return {
        id: step.id,
        ...(pointer === undefined ? {} : { at: pointer }),
        reached: at(reached, index),
        left: at(left, index),
        completed: at(completed, index),
      };
    }),
    conditions: conditions.map(({ at: pointer, kind, about }, index) => {
      return {
        at: pointer,
        kind,
        about,
        holds: at(ofConditions, 2 * index),
        holdsNot: at(ofConditions, 2 * index + 1),
      };
    }),
    checks: checks.map(({ at: pointer, place }, index) => {
      const id = place.check.id;
      return { at: pointer, id, passes: at(ofChecks, 2 * index), fails: at(ofChecks, 2 * index + 1) };
    }),
    fields: asking.fields.map(({ node, question }) => ({
      at: schemaPointer(node.template),
      field: node.template,
      shown: shown.get(question.node) ?? undecided,
    })),
    options: asking.options.map(({ leaf, at: pointer, value }, index) => {
      return { at: pointer, field: leaf.template, option: value, offered: at(offered, index) };
    }),
    computed: asking.computed.map(({ leaf }, index) => {
      return { at: schemaPointer(leaf.template), field: leaf.template, known: at(known, index) };
    }),
  };
}

/** Many fields share one condition: it is looked at once. */
function sharedAnswers(prover: Prover, questions: readonly NodeQuestion[]): ReadonlyMap<number, Outcome> {
  const distinct = new Map<number, NodeQuestion>();
  for (const question of questions) if (!distinct.has(question.node)) distinct.set(question.node, question);
  const outcomes = prover.answer([...distinct.values()]);
  return new Map([...distinct.keys()].map((node, index) => [node, outcomes[index] as Outcome]));
}

/**
 * Whether the form can be completed by way of each step, the end first: a completed form answers for all steps on its route,
 * that they can be left too.
 */
function completions(prover: Prover, ways: readonly Way[], reached: readonly Outcome[]): Completions {
  const completed: (Outcome | undefined)[] = ways.map((_, index) =>
    reached[index]?.possible === false ? { possible: false } : undefined,
  );
  const left: (Outcome | undefined)[] = ways.map(() => undefined);
  const last = ways.findIndex(({ step }) => step.kind === 'summary');
  for (const index of [last, ...ways.keys()]) {
    const way = ways[index];
    if (!way || completed[index]) continue;
    const outcome = prover.ask(completedQuestion(way, ways));
    completed[index] = outcome;
    if (outcome.possible !== true) continue;
    const steps = new Set(prover.probe.ask(() => prover.probe.pages.route().map(({ step }) => step)));
    for (const [other, { step }] of ways.entries()) {
      if (!steps.has(step)) continue;
      completed[other] ??= outcome;
      left[other] ??= outcome;
    }
  }
  const unknown: Outcome = { possible: 'undecided', because: 'budget' };
  return {
    completed: completed.map((outcome) => outcome ?? unknown),
    left: ways.map(
      (way, index) =>
        left[index] ?? (reached[index]?.possible === false ? { possible: false } : prover.ask(leftQuestion(way))),
    ),
  };
}

interface Completions {
  readonly completed: readonly Outcome[];
  readonly left: readonly Outcome[];
}

function effortOf({ steps, conditions, checks, fields, options, computed }: Analysed, budget: Budget) {
  const outcomes = [
    ...steps.flatMap(({ reached, left, completed }) => [reached, left, completed]),
    ...conditions.flatMap(({ holds, holdsNot }) => [holds, holdsNot]),
    ...checks.flatMap(({ passes, fails }) => [passes, fails]),
    ...fields.map(({ shown }) => shown),
    ...options.map(({ offered }) => offered),
    ...computed.map(({ known }) => known),
  ];
  const undecided = (because: string) =>
    outcomes.filter((outcome) => outcome.possible === 'undecided' && outcome.because === because).length;
  return { steps: budget.spent, limit: budget.limit, undecided: undecided('theory'), leftOut: undecided('budget') };
}
