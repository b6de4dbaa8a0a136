import { evaluate } from '../expression/evaluate.ts';
import type { Problem } from '../problem.ts';
import type { ServiceNode } from '../program.ts';
import type { DataCell, GroupCell } from '../run/group.ts';
import type { LeafCell } from '../run/leaf.ts';
import type { Store } from '../run/store.ts';
import { instances } from '../run/warm.ts';

/** All cells below a cell and itself, entries included, whether relevant or not. */
export function* allCells(cell: DataCell): Generator<DataCell> {
  yield cell;
  if (cell.kind === 'group') for (const member of cell.members.values()) yield* allCells(member);
  else if (cell.kind === 'list') for (const { content } of cell.entries()) if (content) yield* allCells(content);
}

/**
 * What cannot be sent because something needed is unknown: required computed values, and the condition or amount of a
 * service. The problems stand at the unanswered fields that would have to be answered, each once.
 */
export function cannotCompute(store: Store): Problem[] {
  const found = new Map<string, Problem>();
  const add = (cell: DataCell | undefined) => {
    const at = cell?.pointer() ?? '';
    if (!found.has(at)) found.set(at, { at, code: 'cannot-compute', params: {} });
  };
  for (const cell of allCells(store.root)) {
    if (cell.kind !== 'leaf' || !cell.node.value || cell.answer() !== null) continue;
    if (!cell.relevant() || !cell.required() || !cell.group.binds()) continue;
    const missing = unanswered(store, cell.node.reads ?? [], cell);
    if (missing.length === 0) add(cell);
    for (const leaf of missing) add(leaf);
  }
  for (const service of Object.values(store.program.services)) {
    if (!isUnknown(store, service)) continue;
    const missing = unanswered(store, service.reads, store.root);
    if (missing.length === 0) add(undefined);
    for (const leaf of missing) add(leaf);
  }
  return [...found.values()];
}

/** Whether it is unknown if a service is needed, or what it costs. */
function isUnknown(store: Store, service: ServiceNode): boolean {
  const environment = store.root.environment();
  if (service.when) {
    const active = evaluate(service.when, environment);
    if (active === false) return false;
    if (active !== true) return true;
  }
  return service.amount !== undefined && typeof evaluate(service.amount, environment) !== 'number';
}

/** Relevant unanswered leaves among what is read, through other computed leaves. */
function unanswered(store: Store, templates: readonly string[], from: DataCell): LeafCell[] {
  const missing = new Set<LeafCell>();
  const seen = new Set<string>();
  const waiting: { readonly template: string; readonly from: DataCell }[] = templates.map((template) => ({
    template,
    from,
  }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    for (const cell of seenFrom(store.root, next.template, next.from)) {
      if (cell.kind !== 'leaf' || !cell.relevant() || cell.answer() !== null) continue;
      const key = cell.pointer();
      if (seen.has(key)) continue;
      seen.add(key);
      if (!cell.node.value) missing.add(cell);
      for (const template of cell.node.reads ?? []) waiting.push({ template, from: cell });
    }
  }
  return [...missing].reverse();
}

/** The cells of a template as a place sees them: of the entry it lies in, not of its neighbours. */
function seenFrom(root: GroupCell, template: string, from: DataCell): Iterable<DataCell> {
  const group = from.kind === 'group' ? from : from.group;
  for (let entry = group.entry; entry; entry = entry.list.group.entry) {
    const inside = `${entry.list.node.template}/*/`;
    if (template.startsWith(inside) && entry.content) {
      return instances(entry.content, template.slice(inside.length).split('/'), 0);
    }
  }
  return instances(root, template.slice(1).split('/'), 0);
}
