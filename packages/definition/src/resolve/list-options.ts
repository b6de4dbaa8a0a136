import { elements, isObject, isScalar, own } from '../guard.ts';
import type { Build } from './build.ts';
import type { OptionPiece, Place } from './piece.ts';

/** What an option of a list may say; the rest belongs to the list's keepers. */
const kept = ['title', 'description', 'exclusive', 'divider', 'about'] as const;

/** The options of `list:<id>@<version>`, titles in the form's language where the list has them. */
export function listOptions(
  build: Build,
  reference: string,
  at: Place,
): { readonly options: readonly OptionPiece[]; readonly place: Place } | undefined {
  const id = reference.replace(/^list:/, '');
  const list = reference.startsWith('list:') ? own(build.library.lists, id) : undefined;
  if (!isObject(list)) {
    build.report('list-unknown', at.origin, {
      reference,
      known: Object.keys(build.library.lists).sort().join(', ') || '–',
    });
    return undefined;
  }
  const translations = list.language === build.language ? undefined : own(list.locales, build.language);
  const options: OptionPiece[] = [];
  for (const [index, entry] of elements(list.entries).entries()) {
    const constant = own(entry, 'const');
    if (!isObject(entry) || !isScalar(constant)) continue;
    const value: { [name: string]: unknown; const: string | number | boolean } = { const: constant };
    for (const name of kept) if (Object.hasOwn(entry, name)) value[name] = entry[name];
    const title = own(translations, String(constant));
    const description = own(translations, `description:${constant}`);
    if (typeof title === 'string') value.title = title;
    if (typeof description === 'string' && 'description' in value) value.description = description;
    options.push({
      value,
      place: { key: reference, origin: { file: reference, at: `/entries/${index}` } },
      titleKey: `${reference}#${constant}`,
      descriptionKey: `${reference}#description:${constant}`,
    });
  }
  return { options, place: { key: reference, origin: { file: reference, at: '/entries' } } };
}
