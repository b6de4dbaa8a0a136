import type { Advice } from './advice.ts';

/** Who looks after a list has to know where it comes from. */
export const listWithoutSource: Advice = {
  code: 'list-without-source',
  group: 'lists',
  form({ fields, lists }, say) {
    const seen = new Set<string>();
    for (const { schema } of fields) {
      const id = (schema.options ?? schema.items?.options ?? '').replace(/^list:/u, '');
      if (seen.has(id) || !Object.hasOwn(lists, id)) continue;
      seen.add(id);
      if (lists[id]?.source === undefined) say({ list: id }, { file: `list:${id}`, at: '' });
    }
  },
};
