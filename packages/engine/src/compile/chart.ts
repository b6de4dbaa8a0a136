import type { ChartNode, Transition } from '../chart/node.ts';
import type { StepNode } from '../program.ts';
import { submissionStates } from '../view.ts';

/** Id of the state of a step. */
const idOf = ({ id }: StepNode): string => `step-${id}`;

/** To the state of the step that the event leads to. */
const ahead: Transition = { leads: 'ahead', actions: ['arrive'] };

/** An event that changes nothing but what these actions do. */
const only = (...actions: string[]): readonly Transition[] => [{ actions }];

/** To a state, if a guard holds. */
function go(target: string, guard?: string, ...actions: string[]): Transition {
  return { ...(guard ? { guard } : {}), target: `#${target}`, actions };
}

const stay: Transition = { actions: ['stay'] };
const wait: Transition = { guard: 'mustWait', actions: ['stay'] };
const apply = only('apply');

/** The statechart of a form, generated from its steps. */
export function compileChart(id: string, steps: readonly StepNode[]): ChartNode {
  const moves = [ahead];
  const states = (...kinds: StepNode['kind'][]) =>
    Object.fromEntries(
      steps
        .filter(({ kind }) => kinds.includes(kind))
        .map((step): [string, ChartNode] => [step.id, { id: idOf(step) }]),
    );
  const compound = (inner: Readonly<Record<string, ChartNode>>): ChartNode => {
    const [initial] = Object.keys(inner);
    return initial === undefined ? {} : { initial, states: inner };
  };
  const summary = steps.find(({ kind }) => kind === 'summary');
  const list = steps.find(({ kind }) => kind === 'tasks');
  const sends = go('sending', 'sends');

  return {
    id,
    type: 'parallel',
    on: { spawn: only('spawn'), stop: only('stopService') },
    states: {
      form: {
        initial: 'start',
        on: { language: apply },
        states: {
          // A new session starts on the first page of its route, a restored one where it was left.
          start: {
            id: 'start',
            always: [go('submitted', 'wasSubmitted'), go('login', 'waits'), { leads: 'here' }],
          },
          // Nothing can be answered before it is known who does.
          login: {
            id: 'login',
            entry: ['waitForLogin'],
            on: {
              serviceChanged: [
                { guard: 'waits', actions: ['serviceChanged'] },
                go('start', undefined, 'serviceChanged', 'beginFilling'),
              ],
            },
          },
          open: {
            initial: 'filling',
            on: {
              next: [wait, ahead, stay],
              back: moves,
              goTo: moves,
              addItem: [ahead, ...apply],
              editItem: moves,
              reroute: moves,
              answer: apply,
              removeItem: apply,
              moveItem: apply,
              another: apply,
              serviceChanged: [
                go('login', 'waits', 'serviceChanged'),
                { guard: 'rests', actions: ['serviceChanged'] },
                { ...ahead, actions: ['serviceChanged', 'arrive'] },
                { actions: ['serviceChanged', 'stay'] },
              ],
            },
            states: {
              // A form with sections begins here, and comes back after each of them.
              ...(list ? { tasks: { id: idOf(list) } } : {}),
              filling: compound(states('page')),
              exits: compound(states('exit')),
              summary: {
                ...(summary ? { id: idOf(summary) } : {}),
                on: { submit: [wait, sends, ahead, stay], serviceChanged: [sends] },
              },
            },
          },
          sending: {
            id: 'sending',
            entry: ['startSending'],
            invoke: {
              src: 'submit',
              onDone: [go('submitted', undefined, 'submitted')],
              onError: [summary ? go(idOf(summary), undefined, 'failed') : { actions: ['failed'] }],
            },
          },
          submitted: submitted(summary),
        },
      },
      draft: draft(),
    },
  };
}

/** What has become of the submission; the states are those of `SubmissionState`. */
function submitted(summary: StepNode | undefined): ChartNode {
  return {
    id: 'submitted',
    initial: 'state',
    on: {
      submissionIs: [go('state', undefined, 'submissionIs')],
      ...(summary ? { reopen: [go(idOf(summary), undefined, 'reopen')] } : {}),
    },
    states: {
      state: {
        id: 'state',
        always: [{ leads: 'filed' }],
      },
      ...Object.fromEntries(submissionStates.map((id) => [id, { id }])),
    },
  };
}

/** Saving of the draft: debounced, one at a time, and never over what another tab has saved. */
function draft(): ChartNode {
  const waiting = [go('waiting', 'hasDraft')];
  const flush = { flush: [go('saving', 'hasDraft')] };
  // Every event that changes what is saved.
  const changed = Object.fromEntries(
    [
      'answer',
      'next',
      'back',
      'goTo',
      'addItem',
      'removeItem',
      'moveItem',
      'editItem',
      'language',
      'serviceChanged',
    ].map((type) => [type, waiting]),
  );
  return {
    initial: 'idle',
    states: {
      idle: { on: changed },
      waiting: {
        id: 'waiting',
        entry: ['draftIsIdle', 'noteChanges'],
        after: { save: [{ ...go('waiting', 'stillTyping', 'countTyping'), reenter: true }, go('saving')] },
        on: flush,
      },
      saving: {
        id: 'saving',
        entry: ['draftIsSaving', 'noteChanges', 'stopTyping'],
        invoke: {
          src: 'save',
          onDone: [go('waiting', 'changedMeanwhile', 'draftIsSaved'), go('saved', undefined, 'draftIsSaved')],
          onError: [go('conflict', 'draftConflict'), go('offline')],
        },
      },
      saved: { id: 'saved', on: { ...changed, ...flush } },
      // Answers go on being kept in the page; the next try saves all of them.
      offline: { id: 'offline', entry: ['draftIsOffline'], after: { retry: [go('saving')] }, on: flush },
      conflict: {
        id: 'conflict',
        entry: ['draftIsInConflict'],
        on: { draftResolved: [go('saving', undefined, 'takeRevision')] },
      },
    },
  };
}
