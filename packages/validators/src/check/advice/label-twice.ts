import type { Advice } from './advice.ts';

/** Two fields of one name on a page: who hears it cannot tell which is meant (WCAG 2.4.6). */
export const labelTwice: Advice = {
  code: 'label-twice',
  group: 'accessibility',
  step({ fields }, say) {
    const seen = new Map<string, string>();
    for (const { schema, template, kind, place } of fields) {
      if (kind !== 'field' || schema.title === undefined) continue;
      // Groups are announced with their names: the same label in another group is another name.
      const group = template.slice(0, template.lastIndexOf('/'));
      const key = `${group}\n${schema.title.trim().toLowerCase()}`;
      const other = seen.get(key);
      // Of two that exclude each other only one is ever on the page.
      if (other === undefined) seen.set(key, template);
      else if (schema.when === undefined) say({ title: schema.title, other }, place);
    }
  },
};
