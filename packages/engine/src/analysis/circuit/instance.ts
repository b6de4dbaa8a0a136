/** An entry of a list that an expression speaks about, without saying which. */
export interface Instance {
  /** The same for the same entry. */
  readonly key: string;
  /** Template of the list. */
  readonly list: string;
  /** The entry that the list lies in. */
  readonly outer: Instance | undefined;
  /** The variable of a macro stands for it: any entry, another one than the entry at hand. */
  readonly other?: true;
}

/** The entry at hand of a list. */
export function entryAtHand(list: string, outer: Instance | undefined): Instance {
  return { key: `${outer?.key ?? ''}${list}>`, list, outer };
}

/** The entries at hand around what stands at a template; `undefined` outside of all lists. */
export function instanceOf(template: string): Instance | undefined {
  let instance: Instance | undefined;
  for (let end = template.indexOf('/*'); end !== -1; end = template.indexOf('/*', end + 2)) {
    instance = entryAtHand(template.slice(0, end), instance);
  }
  return instance;
}

/** The entry around a template as seen from an entry at least as deep. */
export function instanceAround(template: string, instance: Instance | undefined): Instance | undefined {
  const depth = template.split('/*').length - 1;
  let found = instance;
  while (found && found.list.split('/*').length > depth) found = found.outer;
  return found;
}
