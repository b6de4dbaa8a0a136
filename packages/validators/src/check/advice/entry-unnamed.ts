import { joinPointer } from '@schalter/definition';
import type { Advice } from './advice.ts';

/** Cards of a list are told apart by their names, made of their answers: `"title": "{{self.name}}"`. */
export const entryUnnamed: Advice = {
  code: 'entry-unnamed',
  group: 'usability',
  field({ kind, schema, place, name }, say) {
    const { items } = schema;
    if (kind !== 'list' || items?.properties === undefined || items.control === 'file') return;
    const isNamed = [items.title, items.outputTitle].some((title) => title?.includes('{{'));
    // An entry of one or two answers shows them anyway.
    if (!isNamed && Object.keys(items.properties).length > 2)
      say({ name }, { ...place, at: joinPointer(place.at, 'items') });
  },
};
