import type { JsonValue } from '@schalter/definition';
import type { Expression } from '../expression/tree.ts';
import type { StepNode, TextNode } from '../program.ts';
import { conditionName } from '../section-condition.ts';
import { compileChecks } from './checks.ts';
import { type Context, compileAt, type Place, report } from './context.ts';
import type { Written } from './nodes.ts';
import { below, get, listOf, some, textOf, textsOf } from './raw.ts';
import type { Nodes } from './references.ts';
import { checkSections, type Sections } from './sections.ts';
import { textNode } from './text-node.ts';
import type { Texts } from './texts.ts';

/** A step before it is known what it asks, with the pointers it names. */
export type StepDraft = Omit<StepNode, 'asks' | 'titleIsLabel'> & { readonly pointer: string; readonly place: Place };

/**
 * Compiles the steps: ids, order of exits and summary, conditions, text blocks. A summary is added where none is, and a
 * task list to a form with sections.
 */
export function compileSteps(
  context: Context,
  texts: Texts,
  nodes: Nodes,
  written: ReadonlyMap<string, Written>,
  sections: Sections,
): StepDraft[] {
  const blocks = new Set<string>();
  const steps: StepDraft[] = [];
  for (const [index, step] of listOf(context.form, 'steps').entries()) {
    const pointer = below('/steps', index);
    const draft = compileStep({ context, texts, nodes, written, sections, blocks }, step, pointer);
    if (!draft) continue;
    if (steps.some(({ id }) => id === draft.id)) report(context, 'step-twice', below(pointer, 'id'), { id: draft.id });
    else steps.push(draft);
  }
  checkOrder(context, steps, sections);
  checkSections(context, sections.drafts, steps);
  return withTasks(context, withSummary(context, steps), sections);
}

function withTasks(context: Context, steps: StepDraft[], { drafts }: Sections): StepDraft[] {
  if (drafts.length === 0 || steps.some(({ kind }) => kind === 'tasks')) return steps;
  return [
    { id: freeId('tasks', steps), kind: 'tasks', content: [], pointer: '/sections', place: context.root },
    ...steps,
  ];
}

function withSummary(context: Context, steps: StepDraft[]): StepDraft[] {
  if (steps.some(({ kind }) => kind === 'summary')) return steps;
  const id = freeId('summary', steps);
  const summary: StepDraft = { id, kind: 'summary', content: [], pointer: '/steps', place: context.root };
  // An exit that hands over stands after the summary, written or not.
  const tail = steps.findIndex((step, index) => isTail(step) && steps.slice(index).every(isTail));
  return tail === -1 ? [...steps, summary] : [...steps.slice(0, tail), summary, ...steps.slice(tail)];
}

function isTail(step: StepDraft): boolean {
  return step.kind === 'exit' && step.handover !== undefined && step.when === undefined;
}

function freeId(wanted: string, steps: readonly StepDraft[]): string {
  let id = wanted;
  while (steps.some((step) => step.id === id)) id += '-';
  return id;
}

interface Compiling {
  readonly context: Context;
  readonly texts: Texts;
  readonly nodes: Nodes;
  readonly written: ReadonlyMap<string, Written>;
  readonly sections: Sections;
  /** Ids of the text blocks so far. */
  readonly blocks: Set<string>;
}

const kinds = ['exit', 'summary', 'tasks'] as const;

function compileStep(compiling: Compiling, step: JsonValue, pointer: string): StepDraft | undefined {
  const { context, texts, nodes, written, blocks } = compiling;
  const id = textOf(step, 'id');
  if (id === undefined) return undefined;
  const kindWritten = textOf(step, 'kind');
  const kind = kinds.find((known) => known === kindWritten) ?? 'page';
  const forEach = textOf(step, 'forEach');
  const list = forEach === undefined ? undefined : nodes.get(forEach);
  let place = context.root;
  if (forEach !== undefined) {
    const entry = list?.kind === 'list' ? list.item : undefined;
    // Fields of an entry see what the step sees.
    const inside = entry?.kind === 'group' ? written.get(entry.template)?.place : undefined;
    if (inside) place = inside;
    else report(context, 'for-each-not-a-list', below(pointer, 'forEach'), { pointer: forEach });
  }
  const content: (string | TextNode)[] = [];
  for (const [index, field] of listOf(step, 'fields').entries()) {
    const at = below(pointer, 'fields', index);
    if (typeof field === 'string') {
      if (kind !== 'page') report(context, 'step-only-texts', at, { id });
      else if (checkPointer(context, nodes, field, forEach, at)) content.push(field);
    } else {
      const blockId = textOf(field, 'id') ?? '';
      if (blocks.has(blockId)) report(context, 'text-twice', below(at, 'id'), { id: blockId });
      blocks.add(blockId);
      content.push(textNode(context, texts, field, at, blockId, `text:${blockId}`, place, 'text'));
    }
  }
  const handover = textOf(step, 'handover');
  if (handover !== undefined) checkHandover(context, step, pointer, kind, handover, nodes);
  const checks = compileChecks(context, texts, step, pointer, place);
  const pass = textsOf(step, 'pass');
  const section = sectionOf(compiling, step, pointer);
  const own = compileAt(context, below(pointer, 'when'), textOf(step, 'when'), place, ['boolean']);
  return {
    id,
    kind,
    ...some('section', section),
    ...some('title', texts.line(below(pointer, 'title'), textOf(step, 'title'), place)),
    ...some('text', texts.tree(below(pointer, 'text'), textOf(step, 'text'), place)),
    ...some('when', withSection(compiling, section, own)),
    ...(place === context.root ? {} : some('forEach', forEach)),
    content,
    ...(checks.length > 0 ? { checks } : {}),
    ...some('handover', handover),
    ...(pass.length > 0 ? { pass } : {}),
    pointer,
    place,
  };
}

function sectionOf({ context, sections }: Compiling, step: JsonValue, pointer: string): string | undefined {
  const id = textOf(step, 'section');
  if (id === undefined) return undefined;
  if (sections.drafts.some((section) => section.id === id)) return id;
  report(context, 'section-unknown', below(pointer, 'section'), { id });
  return undefined;
}

/** A step is there while its section is. */
function withSection(
  { sections }: Compiling,
  section: string | undefined,
  own: Expression | undefined,
): Expression | undefined {
  const name = section === undefined ? undefined : conditionName(section);
  if (name === undefined || !Object.hasOwn(sections.conditions, name)) return own;
  const around: Expression = ['get', { base: 'define', name }, []];
  return own ? ['and', around, own] : around;
}

/** A step names what exists, and inside a list only what its `forEach` visits. */
function checkPointer(
  context: Context,
  nodes: Nodes,
  pointer: string,
  forEach: string | undefined,
  at: string,
): boolean {
  const node = nodes.get(pointer);
  if (!node || pointer.endsWith('/*')) {
    const broken = [...context.broken].some((other) => pointer === other || pointer.startsWith(`${other}/`));
    if (!broken) report(context, 'pointer-unknown', at, { pointer });
    return false;
  }
  const within = `${forEach}/*/`;
  const inside = forEach === undefined ? !pointer.includes('/*/') : isEntryOf(pointer, within);
  if (!inside) {
    const code = forEach === undefined ? 'pointer-needs-for-each' : 'pointer-outside-for-each';
    report(context, code, at, { pointer, list: forEach ?? pointer.slice(0, pointer.lastIndexOf('/*/')) });
  }
  return inside;
}

function isEntryOf(pointer: string, within: string): boolean {
  return pointer.startsWith(within) && !pointer.slice(within.length).includes('/*/');
}

function checkHandover(
  context: Context,
  step: JsonValue,
  pointer: string,
  kind: StepNode['kind'],
  handover: string,
  nodes: Nodes,
): void {
  if (kind !== 'exit') report(context, 'handover-without-exit', below(pointer, 'handover'));
  const service = get(get(context.form, 'services'), handover);
  if (textOf(service, 'kind') !== 'handover') {
    report(context, 'service-unknown', below(pointer, 'handover'), { service: handover });
  }
  for (const [index, passed] of listOf(step, 'pass').entries()) {
    if (typeof passed === 'string' && !nodes.has(passed)) {
      report(context, 'pointer-unknown', below(pointer, 'pass', index), { pointer: passed });
    }
  }
}

/**
 * At most one summary; after it only exits that hand over; no exit on everybody's way before it. A task list comes first,
 * where there is something to list.
 */
function checkOrder(context: Context, steps: readonly StepDraft[], sections: Sections): void {
  let summary = false;
  for (const [index, step] of steps.entries()) {
    if (step.kind === 'tasks') {
      const code = sections.drafts.length === 0 ? 'tasks-without-sections' : 'tasks-not-first';
      const fits = index === 0 && step.when === undefined && sections.drafts.length > 0;
      if (!fits) report(context, code, step.pointer, { id: step.id });
    } else if (step.kind === 'summary') {
      if (summary) report(context, 'summary-twice', step.pointer, { id: step.id });
      summary = true;
    } else if (summary && !(step.kind === 'exit' && step.handover !== undefined)) {
      report(context, 'after-summary', step.pointer, { id: step.id });
    } else if (!summary && step.kind === 'exit' && step.when === undefined && step.handover === undefined) {
      const written = get(listOf(context.form, 'steps')[Number(step.pointer.slice(7))], 'when');
      if (written === undefined) report(context, 'exit-for-everybody', step.pointer, { id: step.id });
    }
    if (step.kind === 'summary' && step.when !== undefined) {
      const written = get(listOf(context.form, 'steps')[Number(step.pointer.slice(7))], 'when');
      const at = below(step.pointer, written === undefined ? 'section' : 'when');
      report(context, 'summary-with-condition', at, { id: step.id });
    }
  }
}
