import type { JsonObject, JsonValue } from '@schalter/definition';
import type { Chance } from './chance.ts';
import { check, type Member, namesOf, scopeOf } from './data.ts';
import { condition } from './expressions.ts';
import type { Name, Scope } from './scope.ts';

/** A page that is being made. */
interface Page {
  readonly step: Record<string, JsonValue>;
  readonly fields: JsonValue[];
  /** How many members were made before the first it asks. */
  readonly before: number;
}

/** The steps of a form, and its sections where it has some. */
export interface Route {
  readonly steps: readonly JsonObject[];
  readonly sections?: readonly JsonObject[];
}

/**
 * Pages for all members. A page's condition reads only what was made before its first field, so that no field decides
 * about itself.
 */
export function route(chance: Chance, made: readonly Member[], root: Scope, all: Scope): Route {
  const pages: Page[] = [];
  const { expressible } = root;
  const open = (before: readonly Member[], share: number): Page => {
    const scope: Scope = { names: namesOf(before), expressible };
    const id = chance.name('s');
    const when = before.length > 0 && chance.percent(share) ? { when: condition(chance, scope) } : {};
    const page: Page = { step: { id, title: title(chance, scope, id), ...when }, fields: [], before: before.length };
    pages.push(page);
    return page;
  };
  let page = open([], 0);
  for (const [index, member] of made.entries()) {
    if (index > 0 && chance.percent(45)) page = open(made.slice(0, index), 30);
    page.fields.push(`/${member.name}`);
    if (chance.percent(15)) page.fields.push(textBlock(chance, all));
    if (member.list) pages.push(...entryPages(chance, member, `/${member.name}`, index));
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
  const ordered = chance.shuffled(pages);
  const sections = chance.percent(30) ? makeSections(chance, ordered, made, expressible) : undefined;
  const written = ordered.map(
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
  if (sections && chance.percent(50)) written.unshift({ id: 'liste', kind: 'tasks', title: 'Liste' });
  if (chance.percent(25)) written.push({ id: 'pruefen', kind: 'summary', title: 'Prüfen' });
  if (!expressible && chance.percent(10)) {
    const when = chance.percent(50) ? { when: condition(chance, all) } : {};
    written.push({ id: 'weiter', kind: 'exit', title: 'Weiter', handover: 'weiter', ...when });
  }
  return { steps: written, ...(sections ? { sections } : {}) };
}

/** Puts pages that stand together into sections, some of which wait for those before them. */
function makeSections(
  chance: Chance,
  pages: readonly Page[],
  made: readonly Member[],
  expressible: boolean,
): JsonObject[] {
  const sections: JsonObject[] = [];
  for (let start = 0; start < pages.length; ) {
    const inside = pages.slice(start, start + 1 + chance.upTo(2));
    start += inside.length;
    const id = chance.name('a');
    const before = made.slice(0, Math.min(...inside.map((page) => page.before)));
    const scope: Scope = { names: namesOf(before), expressible };
    const earlier = sections.map((section) => String(section.id));
    sections.push({
      id,
      title: id,
      ...(before.length > 0 && chance.percent(25) ? { when: condition(chance, scope) } : {}),
      ...(chance.percent(30) ? { after: chance.some(earlier) } : {}),
    });
    for (const { step } of inside) step.section = id;
  }
  return sections;
}

/** Pages for the entries of a list: of its last fields, and of the lists in it. */
function entryPages(chance: Chance, { inner = [], place }: Member, pointer: string, before: number): Page[] {
  const pages: Page[] = [];
  const apart = inner.length > 1 && chance.percent(35) ? 1 + chance.upTo(inner.length - 2) : inner.length;
  if (apart < inner.length && place) {
    const scope = scopeOf(place, namesOf(inner.slice(0, apart)));
    pages.push({
      step: {
        id: chance.name('s'),
        forEach: pointer,
        title: 'Zu {{index + 1}}',
        ...(chance.percent(30) ? { when: condition(chance, scope) } : {}),
      },
      fields: inner.slice(apart).map(({ name }) => `${pointer}/*/${name}`),
      before,
    });
  }
  for (const member of inner) {
    if (member.list) pages.push(...entryPages(chance, member, `${pointer}/*/${member.name}`, before));
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
