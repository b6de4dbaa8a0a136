import formily from '@formily/core';
import json from '@formily/json-schema';
import { answersOf, isRequired, names, pagesOf, type SampleForm } from '../forms/sample.ts';
import type { Peer } from './peer.ts';

const { createForm } = formily;
const { Schema } = json;

/**
 * Formily: a form from a JSON schema with expressions (those are compiled by `new Function`); every field created, as
 * its renderers do when they show it; the value set, then the state of the page's fields read.
 */
export const formilyCore: Peer = {
  name: '@formily/core',

  load(form) {
    const model = createForm();
    const schema = new Schema({
      type: 'object',
      properties: Object.fromEntries(names(form).map((name) => [name, property(form, name)])),
    });
    schema.mapProperties((one, name) => model.createField({ ...one.toFieldProps({}), name }));
    model.onMount();
    const pages = pagesOf(form);
    return {
      // One by one, as people do: all at once its reactions call each other too deep.
      fill() {
        for (const [name, value] of Object.entries(answersOf(form))) model.setValuesIn(name, value);
      },
      answer(name, value) {
        model.setValuesIn(name, value);
        const page = pages[Math.floor(Number(name.slice(1)) / form.pageSize)] ?? [];
        return page.map((one) => {
          const field = model.fields[one];
          return field && 'selfErrors' in field && [field.visible, field.value, field.selfErrors];
        });
      },
      end: () => model.onUnmount(),
    };
  },

  loadEntries(entries) {
    const model = createForm();
    const list = model.createArrayField({ name: 'eintraege' });
    const add = () => {
      const at = list.value?.length ?? 0;
      list.push({});
      model.createObjectField({ name: `${at}`, basePath: 'eintraege' });
      for (let index = 0; index < 10; index++) {
        model.createField({ name: `f${index}`, basePath: `eintraege.${at}`, required: isRequired(index) });
      }
      return list.value.length;
    };
    for (let entry = 0; entry < entries; entry++) add();
    return { add, drop: () => list.pop() };
  },
};

function property({ kind }: SampleForm, name: string) {
  const index = Number(name.slice(1));
  if (kind === 'chain') {
    const value = index === 0 ? {} : { 'x-value': `{{$form.values.f${index - 1} + 1}}` };
    return { type: 'number', ...value };
  }
  const before = kind === 'hub' ? "$form.values.f0 === 'ja'" : `!!$form.values.f${index - 1}`;
  return {
    type: 'string',
    required: isRequired(index),
    ...(index === 0 ? {} : { 'x-visible': `{{${before}}}` }),
  };
}
