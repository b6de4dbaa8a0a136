import { type Context, type Place, report } from './context.ts';
import { below, objectOf } from './raw.ts';

const identifier = /^[A-Za-z_][A-Za-z0-9_]*$/;
const taken = new Set([
  'self',
  'item',
  'index',
  '__proto__',
  'prototype',
  'constructor',
  'true',
  'false',
  'null',
  'in',
]);

/** A property's name: one that expressions can say, and that hides none. */
export function checkName(context: Context, name: string, at: string, atRoot: boolean): void {
  if (!identifier.test(name) || taken.has(name)) report(context, 'name-not-allowed', at, { name });
  // Only names at the root are visible without a prefix.
  const defines = objectOf(context.form, 'define');
  if (atRoot && Object.hasOwn(defines, name)) report(context, 'name-hides', below('/define', name), { name });
}

/** The name a list gives its entry. */
export function checkAs(context: Context, name: string, at: string, place: Place): void {
  if (!identifier.test(name) || taken.has(name)) report(context, 'name-not-allowed', at, { name });
  const hides =
    Object.hasOwn(context.root.selfType.members, name) ||
    Object.hasOwn(objectOf(context.form, 'define'), name) ||
    place.entries.some((entry) => entry.as === name);
  if (hides) report(context, 'name-hides', at, { name });
}
