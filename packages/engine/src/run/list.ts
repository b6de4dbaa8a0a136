import type { ListValue, Value } from '../expression/tree.ts';
import type { ListNode } from '../program.ts';
import { blankOf } from './blank.ts';
import { checkFindings } from './checks.ts';
import { condition, onRelevantStep, relevance } from './conditions.ts';
import type { EntryCell } from './entry.ts';
import type { GroupCell } from './group.ts';
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
    const findings: Finding[] = [];
    if (count === 0) {
      if (this.required() && this.group.binds()) {
        findings.push(
          minItems > 1 ? { code: 'minItems', params: { limit: minItems } } : { code: 'required', params: {} },
        );
      }
    } else {
      if (count < minItems) findings.push({ code: 'minItems', params: { limit: minItems } });
      if (maxItems !== undefined && count > maxItems) findings.push({ code: 'maxItems', params: { limit: maxItems } });
      const twice = uniqueItems ? this.#duplicate() : undefined;
      if (twice) findings.push({ code: 'uniqueItems', params: { i: twice[1], j: twice[0] } });
    }
    findings.push(...checkFindings(this.world, template, this.group));
    return findings;
  }

  /** Positions of the first two entries with the same answers. */
  #duplicate(): readonly [number, number] | undefined {
    const seen = new Map<string, number>();
    for (const { content, position } of this.counting()) {
      const output = content && outputOf(content);
      // Two blank entries have nothing in common but being blank.
      if (output === undefined || JSON.stringify(output) === '{}') continue;
      const key = JSON.stringify(output);
      const before = seen.get(key);
      if (before !== undefined) return [before, position()];
      seen.set(key, position());
    }
    return undefined;
  }
}

const nothing: readonly Finding[] = [];
