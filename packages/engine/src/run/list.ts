import type { ListValue, Value } from '../expression/tree.ts';
import type { ListNode } from '../program.ts';
import { blankOf } from './blank.ts';
import { checkFindings } from './checks.ts';
import { condition, onRelevantStep, relevance } from './conditions.ts';
import type { EntryCell } from './entry.ts';
import type { GroupCell } from './group.ts';
import type { LeafCell } from './leaf.ts';
import { outputOf } from './output.ts';
import { type Cell, computed, computedList, type Read, signal } from './signals.ts';
import type { Finding, World } from './world.ts';

/** A list of groups or of plain values. To expressions it is empty while irrelevant; blank plain values do not count. */
export class ListCell implements ListValue {
  readonly kind = 'list';
  readonly node: ListNode;
  readonly group: GroupCell;
  readonly world: World;
  readonly entries: Cell<readonly EntryCell[]> = signal<readonly EntryCell[]>([]);
  readonly relevant: Read<boolean>;
  #counting: Read<readonly EntryCell[]> | undefined;
  #answered: Read<boolean> | undefined;
  #required: Read<boolean> | undefined;
  #findings: Read<readonly Finding[]> | undefined;
  /** What would be filed of each entry, as text: made again only for the entry that has changed. */
  readonly #outputs = new WeakMap<GroupCell | LeafCell, Read<string>>();

  constructor(world: World, node: ListNode, group: GroupCell) {
    this.world = world;
    this.node = node;
    this.group = group;
    const placed = onRelevantStep(world, node, group);
    this.relevant = relevance(group.relevant, node.when, () => group.environment(), placed);
  }

  pointer(): string {
    return `${this.group.pointer()}/${this.node.name}`;
  }

  /** Whether its entries are plain values. */
  get plain(): boolean {
    return this.node.item.kind === 'leaf';
  }

  /** The entries that count: none while irrelevant, of plain values those that are answered. */
  counting(): readonly EntryCell[] {
    this.#counting ??= computedList(() => {
      if (!this.relevant()) return [];
      const entries = this.entries();
      return this.plain
        ? entries.filter(({ content }) => content?.kind === 'leaf' && content.answer() !== null)
        : entries;
    });
    return this.#counting();
  }

  length(): number {
    return this.counting().length;
  }

  at(index: number): Value {
    return this.counting()[index]?.value() ?? blankOf(this.node.item);
  }

  answered(): boolean {
    this.#answered ??= computed(() =>
      this.counting().some(({ content }) => (content?.kind === 'group' ? content.answered() : content !== undefined)),
    );
    return this.#answered();
  }

  required(): boolean {
    if (this.node.required) return true;
    if (!this.node.requiredWhen) return false;
    this.#required ??= condition(this.node.requiredWhen, () => this.group.environment());
    return this.#required();
  }

  /** What is wrong with the list as such; an optional empty list demands nothing. */
  findings(): readonly Finding[] {
    this.#findings ??= computed(() => this.#judge());
    return this.#findings();
  }

  #judge(): readonly Finding[] {
    if (!this.relevant()) return nothing;
    const { minItems, maxItems, uniqueItems, template } = this.node;
    const count = this.length();
    const findings: Finding[] = [...(this.world.services?.findings(this) ?? nothing)];
    if (count === 0) {
      if (findings.length === 0 && this.required() && this.group.binds()) {
        findings.push(
          minItems > 1 ? { code: 'minItems', params: { limit: minItems } } : { code: 'required', params: {} },
        );
      }
    } else {
      if (count < minItems) findings.push({ code: 'minItems', params: { limit: minItems } });
      if (maxItems !== undefined && count > maxItems) findings.push({ code: 'maxItems', params: { limit: maxItems } });
      const twice = uniqueItems ? this.#duplicate() : undefined;
      if (twice) findings.push({ code: 'uniqueItems', params: twice });
    }
    findings.push(...checkFindings(this.world, template, this.group));
    return findings;
  }

  /** Numbers (from 1) of the first two entries of which the same would be filed; two blank ones are the same. */
  #duplicate(): { readonly first: number; readonly second: number } | undefined {
    const seen = new Map<string, number>();
    for (const [index, { content }] of this.counting().entries()) {
      if (!content) continue;
      const read = this.#outputs.get(content) ?? computed(() => JSON.stringify(outputOf(content) ?? {}, inOrder));
      this.#outputs.set(content, read);
      const first = seen.get(read());
      if (first !== undefined) return { first, second: index + 1 };
      seen.set(read(), index + 1);
    }
    return undefined;
  }
}

const nothing: readonly Finding[] = [];

/** The members of files stand in any order. */
function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
