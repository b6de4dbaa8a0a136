import type { ProfileFunction } from './function.ts';

/**
 * Days from Monday to Friday that are no public holiday in the region, after `from` up to and including `to`. Counted by
 * the holiday source; unknown without one.
 */
export const workingDays: ProfileFunction = {
  run([from, to, region], { holidays }) {
    const texts = typeof from === 'string' && typeof to === 'string' && typeof region === 'string';
    return texts ? holidays?.workingDays(from, to, region) : undefined;
  },
};
