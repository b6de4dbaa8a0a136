import formio from '@formio/core';
import { answersOf, isRequired, names, type SampleForm } from '../forms/sample.ts';
import type { Peer } from './peer.ts';

const { processSync, ProcessTargets } = formio;

type Context = Parameters<typeof processSync>[0];

/**
 * Form.io: the core's processors over the whole form after each change (values, conditions, hidden, validation), as its
 * renderer has them run.
 */
export const formIo: Peer = {
  name: '@formio/core',

  load(form) {
    const components = names(form).map((name) => component(form, name));
    let data: Record<string, unknown> = {};
    return {
      fill() {
        data = answersOf(form);
      },
      answer(name, value) {
        data[name] = value;
        return process(components, data);
      },
    };
  },

  loadEntries(entries) {
    const fields = Array.from({ length: 10 }, (_, index) => text(`f${index}`, isRequired(index)));
    const components = [{ type: 'editgrid', key: 'eintraege', input: true, components: fields }];
    const list: object[] = Array.from({ length: entries }, () => ({}));
    const data = { eintraege: list };
    return {
      add() {
        list.push({});
        return process(components, data);
      },
      drop: () => list.pop(),
    };
  },
};

function process(components: readonly object[], data: object): unknown {
  const scope = { errors: [] };
  // Its types want what only its own builder writes.
  const context = { components, data, scope, form: { components }, processors: ProcessTargets.evaluator };
  processSync(context as unknown as Context);
  return scope;
}

function text(key: string, required: boolean) {
  return { type: 'textfield', key, input: true, ...(required ? { validate: { required } } : {}) };
}

function component({ kind }: SampleForm, name: string) {
  const index = Number(name.slice(1));
  if (kind === 'chain') {
    const calculateValue = index === 0 ? '' : `value = data.f${index - 1} + 1`;
    return { type: 'number', key: name, input: true, calculateValue };
  }
  if (index === 0) return text(name, true);
  const before =
    kind === 'hub'
      ? { component: 'f0', operator: 'isEqual', value: 'ja' }
      : { component: `f${index - 1}`, operator: 'isNotEmpty' };
  return { ...text(name, isRequired(index)), conditional: { show: true, conjunction: 'all', conditions: [before] } };
}
