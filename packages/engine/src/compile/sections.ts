import type { Expression } from '../expression/tree.ts';
import type { SectionNode } from '../program.ts';
import { conditionName } from '../section-condition.ts';
import { type Context, compileAt, report } from './context.ts';
import { orderOf, type Unit } from './order.ts';
import { below, listOf, some, textOf, textsOf } from './raw.ts';
import type { StepDraft } from './steps.ts';
import type { Texts } from './texts.ts';

/** A section with where it was written. */
export type SectionDraft = SectionNode & { readonly pointer: string };

export interface Sections {
  readonly drafts: readonly SectionDraft[];
  /** Their conditions as named expressions, under names that no form can give: each is evaluated once for all steps. */
  readonly conditions: Readonly<Record<string, Expression>>;
}

/** Compiles the sections; what they have to do with the steps is looked at by `checkSections`. */
export function compileSections(context: Context, texts: Texts): Sections {
  const drafts: SectionDraft[] = [];
  const conditions: Record<string, Expression> = {};
  for (const [index, section] of listOf(context.form, 'sections').entries()) {
    const pointer = below('/sections', index);
    const id = textOf(section, 'id');
    if (id === undefined) continue;
    if (drafts.some((other) => other.id === id)) {
      report(context, 'section-twice', below(pointer, 'id'), { id });
      continue;
    }
    const when = compileAt(context, below(pointer, 'when'), textOf(section, 'when'), context.root, ['boolean']);
    if (when) conditions[conditionName(id)] = when;
    drafts.push({
      id,
      ...some('title', texts.line(below(pointer, 'title'), textOf(section, 'title'), context.root)),
      ...some('description', texts.tree(below(pointer, 'description'), textOf(section, 'description'), context.root)),
      ...(when ? { condition: conditionName(id) } : {}),
      after: textsOf(section, 'after'),
      pointer,
    });
  }
  checkWaiting(context, drafts);
  return { drafts, conditions };
}

/** Sections wait for others that exist, and not in a circle. */
function checkWaiting(context: Context, drafts: readonly SectionDraft[]): void {
  const units = new Map<string, Unit>();
  for (const { id, after, pointer } of drafts) {
    for (const [index, other] of after.entries()) {
      if (drafts.some((one) => one.id === other)) continue;
      report(context, 'section-unknown', below(pointer, 'after', index), { id: other });
    }
    units.set(id, { reads: after });
  }
  for (const cycle of orderOf(units).cycles) {
    const at = drafts.find(({ id }) => id === cycle[0])?.pointer ?? '/sections';
    report(context, 'section-circle', below(at, 'after'), { cycle: cycle.join(' → ') });
  }
}

/** Every page belongs to a section, every section has a step, and its steps stand together. */
export function checkSections(context: Context, sections: readonly SectionDraft[], steps: readonly StepDraft[]): void {
  const closed = new Set<string>();
  let before: string | undefined;
  for (const { id, kind, section, pointer } of steps) {
    if (section === undefined) {
      if (kind === 'page' && sections.length > 0) report(context, 'section-missing', pointer, { id });
      continue;
    }
    if (section !== before && closed.has(section)) {
      report(context, 'section-scattered', below(pointer, 'section'), { id: section, step: id });
    }
    closed.add(section);
    before = section;
  }
  const last = steps.find(({ kind }) => kind === 'summary')?.section;
  for (const { id, after, pointer } of sections) {
    if (!closed.has(id)) report(context, 'section-empty', pointer, { id });
    // To check and send waits for all others.
    if (last === undefined || id === last || !after.includes(last)) continue;
    report(context, 'section-circle', below(pointer, 'after'), { cycle: [id, last, id].join(' → ') });
  }
}
