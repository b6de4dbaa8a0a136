import { joinPointer } from '@schalter/definition';
import type { Advice } from './advice.ts';

/** A newer version of the list lies beside the one in use. */
export const listOutdated: Advice = {
  code: 'list-outdated',
  group: 'lists',
  field({ schema, place }, say, { lists }) {
    const reference = schema.options ?? schema.items?.options;
    const [, id, version] = /^list:(.+)@(.+)$/u.exec(reference ?? '') ?? [];
    if (id === undefined || version === undefined) return;
    const { compare } = new Intl.Collator('en', { numeric: true });
    const versions = Object.values(lists)
      .filter((list) => list.id === id)
      .map((list) => list.version);
    const newest = versions.sort(compare).at(-1);
    if (newest === undefined || compare(newest, version) <= 0) return;
    say({ list: id, version, newest }, { ...place, at: joinPointer(place.at, schema.options ? 'options' : 'items') });
  },
};
