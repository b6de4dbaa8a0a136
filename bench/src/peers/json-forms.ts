import {
  Actions,
  type ControlElement,
  coreReducer,
  defaultJsonFormsI18nState,
  type JsonFormsCore,
  type JsonFormsState,
  type JsonSchema,
  mapStateToControlProps,
  RuleEffect,
  type UISchemaElement,
} from '@jsonforms/core';
import { answersOf, isRequired, names, pagesOf, type SampleForm } from '../forms/sample.ts';
import type { Peer } from './peer.ts';

/**
 * JSON Forms: the core's reducer (which validates), then for every control on the page
 * its rule and what it is given, as the renderers' bindings ask for them after every change.
 */
export const jsonForms: Peer = {
  name: '@jsonforms/core',

  load(form) {
    // It has no computed values.
    if (form.kind === 'chain') return undefined;
    const schema: JsonSchema = {
      type: 'object',
      properties: Object.fromEntries(names(form).map((name) => [name, { type: 'string' }])),
      required: names(form).filter((_, index) => isRequired(index)),
    };
    const pages = pagesOf(form).map((fields) => fields.map((name) => control(form, name)));
    const uischema = { type: 'Categorization', elements: pages.map((elements) => ({ type: 'Category', elements })) };
    let core = started({}, schema, uischema);
    const read = (name: string) => {
      const page = pages[Math.floor(Number(name.slice(1)) / form.pageSize)] ?? [];
      return shown(core, page);
    };
    read('f0');
    return {
      fill() {
        core = coreReducer(core, Actions.updateCore(answersOf(form), schema, uischema));
      },
      answer(name, value) {
        core = coreReducer(
          core,
          Actions.update(name, () => value),
        );
        return read(name);
      },
    };
  },

  loadEntries(entries) {
    const fields = Array.from({ length: 10 }, (_, index) => `f${index}`);
    const schema: JsonSchema = {
      type: 'object',
      properties: {
        eintraege: {
          type: 'array',
          items: {
            type: 'object',
            properties: Object.fromEntries(fields.map((name) => [name, { type: 'string' }])),
            required: fields.filter((_, index) => isRequired(index)),
          },
        },
      },
    };
    const uischema = { type: 'Control', scope: '#/properties/eintraege' };
    let core = started({ eintraege: Array.from({ length: entries }, () => ({})) }, schema, uischema);
    const change = (edit: (list: readonly unknown[]) => unknown[]) => {
      core = coreReducer(core, Actions.update('eintraege', edit));
    };
    return {
      add() {
        change((list) => [...list, {}]);
        return core.errors;
      },
      drop: () => change((list) => list.slice(0, -1)),
    };
  },
};

function started(data: unknown, schema: JsonSchema, uischema: UISchemaElement): JsonFormsCore {
  return coreReducer(undefined, Actions.init(data, schema, uischema));
}

function control({ kind }: SampleForm, name: string): ControlElement {
  const index = Number(name.slice(1));
  const scope = `#/properties/${name}`;
  if (index === 0) return { type: 'Control', scope };
  const condition =
    kind === 'hub'
      ? { scope: '#/properties/f0', schema: { const: 'ja' } }
      : { scope: `#/properties/f${index - 1}`, schema: { type: 'string', minLength: 1 }, failWhenUndefined: true };
  return { type: 'Control', scope, rule: { effect: RuleEffect.SHOW, condition } };
}

function shown(core: JsonFormsCore, controls: readonly ControlElement[]): unknown {
  const state: JsonFormsState = { jsonforms: { core, config: {}, i18n: defaultJsonFormsI18nState } };
  return controls.map((uischema) => mapStateToControlProps(state, { uischema, schema: core.schema, path: '' }));
}
