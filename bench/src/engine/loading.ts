import { createSession, evaluateForm, type PersistedSession, restoreSession } from '@schalter/engine';
import { answersOf, type SampleForm } from '../forms/sample.ts';
import { measure, type Times } from '../harness/measure.ts';
import type { Figure } from '../harness/result.ts';
import { peers } from '../peers/index.ts';
import { coldStart } from './cold.ts';
import { compiled, definitionOf, entriesDefinition, fresh, type Ready, ready, today } from './forms.ts';

const form: SampleForm = { kind: 'neighbours', fields: 2000, pageSize: 10 };
const entries = 500;

/** From the definition to the program, from the program to a view, back from a snapshot, and judged on the server. */
export function loading(): Figure[] {
  const definition = definitionOf(form);
  const made = ready(definition);
  const answers = answersOf(form);
  const snapshot = snapshotOf(made);
  const start = timeOfSession(made, ({ program, validate }) => createSession(program, { validate, today }));
  const restore = timeOfSession(made, ({ program, validate }) =>
    restoreSession(program, snapshot, { validate, today }),
  );
  const compile = time(() => compiled(definition));
  const evaluate = time(() => evaluateForm(made.program, answers, { validate: made.validate, today }));
  const cold = coldStart(form);
  return [
    { metric: 'compile', n: form.fields, unit: 'ms', ours: compile, bar: { atMost: 150 } },
    { metric: 'compile-cold', n: form.fields, unit: 'ms', ours: cold.compile },
    { metric: 'start', n: form.fields, unit: 'ms', ours: start, peers: loadingOfPeers(), bar: { atMost: 30 } },
    { metric: 'start-cold', n: form.fields, unit: 'ms', ours: cold.start },
    { metric: 'restore', n: form.fields, unit: 'ms', ours: restore, bar: { atMost: 30 } },
    { metric: 'evaluate', n: form.fields, unit: 'ms', ours: evaluate, bar: { atMost: 20 } },
  ];
}

/** One more entry of a repeated group of ten fields; taken away again before the next. */
export function addingEntries(): Figure {
  const at = '/eintraege';
  const { program, validate } = ready(entriesDefinition());
  const { ours, ...others } = measure([
    {
      name: 'ours',
      prepare() {
        const filled = Array.from({ length: entries }, () => ({ f0: 'a', f3: 'b', f6: 'c', f9: 'd' }));
        const session = createSession(program, { validate, today, answers: { eintraege: filled } });
        session.view();
        return {
          run() {
            session.send({ type: 'addItem', at });
            return session.view();
          },
          // Nothing was answered in the new one: it is dropped on the way back.
          reset() {
            session.send({ type: 'back' });
            session.view();
          },
          end: () => session.dispose(),
        };
      },
    },
    ...peers.map((peer) => ({
      name: peer.name,
      prepare() {
        const loaded = peer.loadEntries(entries);
        loaded?.add();
        return { run: () => loaded?.add(), reset: () => loaded?.drop() };
      },
    })),
  ]);
  return { metric: 'add-entry', n: entries, unit: 'ms', ours: ours ?? Number.NaN, peers: others, bar: { atMost: 1 } };
}

export function snapshotOf({ program, validate }: Ready): PersistedSession {
  const session = createSession(program, { validate, today, answers: answersOf(form) });
  session.send({ type: 'goTo', step: 's100' });
  const snapshot = session.persist();
  session.dispose();
  return snapshot;
}

function time(run: () => unknown): number {
  return measure([{ name: 'ours', prepare: () => ({ run }) }], { fewest: 15, budget: 1500 }).ours ?? Number.NaN;
}

/** A session of a program that nothing is remembered about, as in a page that has just been opened. */
function timeOfSession(made: Ready, open: (made: Ready) => ReturnType<typeof createSession>): number {
  let next = fresh(made.program);
  let last: ReturnType<typeof createSession> | undefined;
  const work = {
    run() {
      last = open({ ...made, program: next });
      return last.view();
    },
    reset() {
      last?.dispose();
      next = fresh(made.program);
    },
  };
  const times = measure([{ name: 'ours', prepare: () => work }], { fewest: 15, budget: 1500, warmUp: 500 });
  return times.ours ?? Number.NaN;
}

/** From the definition to a form that has its answers: peers know no programs. */
function loadingOfPeers(): Times {
  const candidates = peers.map((peer) => ({
    name: peer.name,
    prepare: () => ({
      run() {
        const loaded = peer.load(form);
        loaded?.answer('f0', 'a');
        return loaded;
      },
    }),
  }));
  return measure(candidates, { fewest: 3 });
}
