import type { JsonObject, JsonValue } from '@schalter/definition';
import type { Chance } from './chance.ts';
import { check, type Member, namesOf, scopeOf } from './data.ts';
import { condition } from './expressions.ts';
import type { Name, Scope } from './scope.ts';

/** A page that is being made. */
interface Page {
  readonly step: Record<string, JsonValue>;
  readonly fields: JsonValue[];
}

/**
 * Pages for all members. A page's condition reads only what was made before its first field, so that no field decides
 * about itself.
 */
export function steps(chance: Chance, made: readonly Member[], root: Scope, all: Scope): JsonObject[] {
  const pages: Page[] = [];
  const { expressible } = root;
  const open = (before: readonly Member[], share: number): Page => {
    const scope: Scope = { names: namesOf(before), expressible };
    const id = chance.name('s');
    const when = before.length > 0 && chance.percent(share) ? { when: condition(chance, scope) } : {};
    const page: Page = { step: { id, title: title(chance, scope, id), ...when }, fields: [] };
    pages.push(page);
    return page;
  };
  let page = open([], 0);
  for (const [index, member] of made.entries()) {
    if (index > 0 && chance.percent(45)) page = open(made.slice(0, index), 30);
    page.fields.push(`/${member.name}`);
    if (chance.percent(15)) page.fields.push(textBlock(chance, all));
    if (member.list) pages.push(...entryPages(chance, member, `/${member.name}`));
    // Part of a group stands on a page of its own.
    if (!member.list && member.inner && member.inner.length > 1 && chance.percent(25)) {
      const apart = open(made.slice(0, index), 30);
      const last = member.inner.at(-1) as Member;
      apart.fields.push(`/${member.name}/${last.name}`);
      if (chance.percent(50)) page = apart;
    }
    // The same field on a second page.
    if (!member.inner && chance.percent(8)) open(made.slice(0, index), 100).fields.push(`/${member.name}`);
  }
  const written = chance.shuffled(pages).map(
    ({ step, fields }): JsonObject => ({
      ...step,
      fields,
      ...(!expressible && step.forEach === undefined && chance.percent(15) ? { checks: [check(chance, all)] } : {}),
    }),
  );
  if (chance.percent(expressible ? 15 : 35)) {
    const at = 1 + chance.upTo(written.length - 1);
    const exit = { id: chance.name('x'), kind: 'exit', title: 'Ende', when: condition(chance, all) };
    written.splice(at, 0, { ...exit, ...(chance.percent(50) ? { text: 'Leider.' } : {}) });
  }
  if (chance.percent(25)) written.push({ id: 'pruefen', kind: 'summary', title: 'Prüfen' });
  if (!expressible && chance.percent(10)) {
    const when = chance.percent(50) ? { when: condition(chance, all) } : {};
    written.push({ id: 'weiter', kind: 'exit', title: 'Weiter', handover: 'weiter', ...when });
  }
  return written;
}

/** Pages for the entries of a list: of its last fields, and of the lists in it. */
function entryPages(chance: Chance, { inner = [], place }: Member, pointer: string): Page[] {
  const pages: Page[] = [];
  const apart = inner.length > 1 && chance.percent(35) ? 1 + chance.upTo(inner.length - 2) : inner.length;
  if (apart < inner.length && place) {
    const before = inner.slice(0, apart);
    const scope = scopeOf(place, namesOf(before));
    pages.push({
      step: {
        id: chance.name('s'),
        forEach: pointer,
        title: 'Zu {{index + 1}}',
        ...(chance.percent(30) ? { when: condition(chance, scope) } : {}),
      },
      fields: inner.slice(apart).map(({ name }) => `${pointer}/*/${name}`),
    });
  }
  for (const member of inner) {
    if (member.list) pages.push(...entryPages(chance, member, `${pointer}/*/${member.name}`));
  }
  return pages;
}

function textBlock(chance: Chance, scope: Scope): JsonObject {
  return {
    id: chance.name('t'),
    text: 'Ein *Hinweis*.',
    ...(chance.percent(60) ? { when: condition(chance, scope) } : {}),
    ...(chance.percent(20) ? { control: 'notice' } : {}),
  };
}

function title(chance: Chance, scope: Scope, id: string): string {
  const shown = scope.names.filter(({ kind }: Name) => ['text', 'number', 'date', 'boolean'].includes(kind));
  return shown.length > 0 && chance.percent(20) ? `${id} {{${chance.pick(shown).text}}}` : id;
}
