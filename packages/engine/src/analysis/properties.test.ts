import type { JsonObject, JsonValue } from '@schalter/definition';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { randomConditionForm, randomValidAnswers } from '../../test/random-conditions.ts';
import { randomForm } from '../../test/random-forms.ts';
import { type Compiled, compile, type FormSketch } from '../../test/support.ts';
import { evaluateForm, withStore } from '../evaluate/evaluate-form.ts';
import { evaluate } from '../expression/evaluate.ts';
import { formProblems } from '../flow/form-problems.ts';
import { createPages } from '../flow/pages.ts';
import type { ListNode, StepNode } from '../program.ts';
import { judge } from '../run/checks.ts';
import type { GroupCell } from '../run/group.ts';
import type { Store } from '../run/store.ts';
import { instances } from '../run/warm.ts';
import { analyse } from './analyse.ts';
import type { Analysis } from './analysis.ts';
import { nodesOf } from './constants.ts';
import { subjectsOf } from './subjects.ts';
import type { Outcome } from './witness/prover.ts';

// Many runs of generated forms: slow where others work on the same machine.
vi.setConfig({ testTimeout: 300_000 });

/** Everything that a form does with answers, in the words of the analysis: `what it is about → whether it happens`. */
function happenings(compiled: Compiled, answers: JsonObject, today: string): Set<string> {
  const { form, program: of, validate } = compiled;
  const { conditions, checks } = subjectsOf(of, form);
  return withStore(of, answers, { validate, today }, (store) => {
    const happens = new Set<string>();
    const pages = createPages(store);
    const route = new Set(pages.route().map(({ step }) => step));
    const problems = (step: StepNode) => {
      const own = step.kind === 'summary' ? formProblems(store) : [];
      return [...own, ...pages.route().flatMap((page) => (page.step === step ? pages.problems(page) : []))];
    };
    const complete = [...route].every((step) => problems(step).length === 0);
    for (const step of route) {
      happens.add(`reached ${step.id}`);
      if (problems(step).length === 0) happens.add(`left ${step.id}`);
      if (complete) happens.add(`completed ${step.id}`);
    }
    for (const { at, tree, self } of conditions) {
      for (const group of groups(store, self)) {
        happens.add(`${evaluate(tree, group.environment()) === true ? 'holds' : 'holdsNot'} ${at}`);
      }
    }
    for (const { at, place } of checks) {
      for (const group of groups(store, place.self)) {
        const result = judge(store.world, place, group);
        if (typeof result === 'boolean') happens.add(`${result ? 'passes' : 'fails'} ${at}`);
      }
    }
    for (const template of nodesOf(of).keys()) {
      for (const cell of instances(store.root, template.slice(1).split('/'), 0)) {
        if (cell.relevant()) happens.add(`shown ${template}`);
        if (cell.kind !== 'leaf') continue;
        if (cell.node.value && cell.answer() !== null) happens.add(`known ${template}`);
        if (!cell.relevant()) continue;
        for (const { value } of cell.options()) happens.add(`offered ${template} ${value}`);
      }
    }
    return happens;
  });
}

function groups(store: Store, template: string): GroupCell[] {
  const names = template === '' ? [] : template.slice(1).split('/');
  return [...instances(store.root, names, 0)].filter((cell) => cell.kind === 'group');
}

/** Everything that the analysis says something about, in the same words. */
function claims({ steps, conditions, checks, fields, options, computed }: Analysis): [string, Outcome][] {
  return [
    ...steps.map(({ id, reached }): [string, Outcome] => [`reached ${id}`, reached]),
    ...steps.map(({ id, left }): [string, Outcome] => [`left ${id}`, left]),
    ...steps.map(({ id, completed }): [string, Outcome] => [`completed ${id}`, completed]),
    ...conditions.map(({ at, holds }): [string, Outcome] => [`holds ${at}`, holds]),
    ...conditions.map(({ at, holdsNot }): [string, Outcome] => [`holdsNot ${at}`, holdsNot]),
    ...checks.map(({ at, passes }): [string, Outcome] => [`passes ${at}`, passes]),
    ...checks.map(({ at, fails }): [string, Outcome] => [`fails ${at}`, fails]),
    ...fields.map(({ field, shown }): [string, Outcome] => [`shown ${field}`, shown]),
    ...options.map(({ field, option, offered }): [string, Outcome] => [`offered ${field} ${option}`, offered]),
    ...computed.map(({ field, known }): [string, Outcome] => [`known ${field}`, known]),
  ];
}

/** Forms that compile: conditions may go in circles, or compare what cannot be compared. */
function compiling(sketch: FormSketch): Compiled | undefined {
  const { program: of, form, validate, problems } = compile(sketch);
  return of && form ? { program: of, form, validate, problems } : undefined;
}

const randomForms = fc.oneof({ weight: 4, arbitrary: randomConditionForm }, { weight: 1, arbitrary: randomForm });

it('shows by answers what is possible: the engine, started anew, says the same', () => {
  fc.assert(
    fc.property(randomForms, (sketch) => {
      const compiled = compiling(sketch);
      if (!compiled) return;
      const analysis = analyse(compiled.program, compiled.form, { validate: compiled.validate });
      for (const [claim, outcome] of claims(analysis)) {
        if (outcome.possible !== true) continue;
        const { answers, today } = outcome.witness;
        expect(happenings(compiled, answers, today), `${claim} with ${JSON.stringify(answers)}`).toContain(claim);
      }
      for (const { completed } of analysis.steps) {
        if (completed.possible !== true) continue;
        const { answers, today } = completed.witness;
        const { validate } = compiled;
        const { problems } = evaluateForm(compiled.program, answers, { validate, today });
        expect(problems.filter(({ code }) => code !== 'cannot-compute')).toEqual([]);
      }
    }),
    { numRuns: 400 },
  );
});

it('never says "never" of what some answers do', () => {
  fc.assert(
    fc.property(
      randomConditionForm,
      fc.array(randomValidAnswers, { minLength: 40, maxLength: 40 }),
      (sketch, documents) => {
        const compiled = compiling(sketch);
        if (!compiled) return;
        const analysis = analyse(compiled.program, compiled.form, { validate: compiled.validate });
        const never = claims(analysis).filter(([, { possible }]) => possible === false);
        if (never.length === 0) return;
        const { maxItems = 0 } = nodesOf(compiled.program).get('/l') as ListNode;
        for (const { answers: given, today } of documents) {
          const answers = { ...given, l: (given.l as readonly JsonValue[]).slice(0, maxItems) };
          const happens = happenings(compiled, answers, today);
          for (const [claim] of never) {
            expect(happens.has(claim), `${claim} with ${JSON.stringify(answers)} on ${today}`).toBe(false);
          }
        }
      },
    ),
    { numRuns: 400 },
  );
});

it('keeps its budget, and says what it left out', () => {
  fc.assert(
    fc.property(randomConditionForm, fc.integer({ min: 0, max: 4000 }), (sketch, budget) => {
      const compiled = compiling(sketch);
      if (!compiled) return;
      const { effort } = analyse(compiled.program, compiled.form, { validate: compiled.validate, budget });
      expect(effort.steps).toBeLessThanOrEqual(budget);
      if (effort.steps < budget) expect(effort.leftOut).toBe(0);
    }),
    { numRuns: 100 },
  );
});

it('gives the same result each time, as plain data', () => {
  fc.assert(
    fc.property(randomConditionForm, (sketch) => {
      const compiled = compiling(sketch);
      if (!compiled) return;
      const run = () => analyse(compiled.program, compiled.form, { validate: compiled.validate });
      const first = run();
      expect(JSON.parse(JSON.stringify(first))).toEqual(first);
      expect(run()).toEqual(first);
    }),
    { numRuns: 50 },
  );
});

it('compiles most of the random forms', () => {
  const compiled = fc.sample(randomConditionForm, 200).filter((sketch) => compiling(sketch)).length;
  expect(compiled).toBeGreaterThan(100);
});
