import type { Environment, GroupValue, Value } from '../expression/tree.ts';
import type { GroupNode, TextNode } from '../program.ts';
import { checkFindings } from './checks.ts';
import { always, condition, relevance } from './conditions.ts';
import type { EntryCell } from './entry.ts';
import { CellEnvironment } from './environment.ts';
import type { LeafCell } from './leaf.ts';
import type { ListCell } from './list.ts';
import { computed, type Read } from './signals.ts';
import type { Finding, World } from './world.ts';

export type DataCell = LeafCell | GroupCell | ListCell;

/** A group of answers: the root, a group in another, or an entry of a list of groups. Expressions read it as it is. */
export class GroupCell implements GroupValue {
  readonly kind = 'group';
  readonly node: GroupNode;
  readonly parent: GroupCell | undefined;
  /** The nearest entry it lies in; `own` when it is that entry itself. */
  readonly entry: EntryCell | undefined;
  readonly own: EntryCell | undefined;
  readonly world: World;
  readonly members = new Map<string, DataCell>();
  readonly relevant: Read<boolean>;
  readonly #texts = new Map<TextNode, Read<boolean>>();
  #environment: Environment | undefined;
  #answered: Read<boolean> | undefined;
  #binds: Read<boolean> | undefined;
  #asked: Read<boolean> | undefined;
  #required: Read<boolean> | undefined;
  #findings: Read<readonly Finding[]> | undefined;

  constructor(world: World, node: GroupNode, parent: GroupCell | undefined, own: EntryCell | undefined) {
    this.world = world;
    this.node = node;
    this.parent = parent;
    this.own = own;
    this.entry = own ?? parent?.entry;
    const around = own ? own.list.relevant : (parent?.relevant ?? always);
    this.relevant = relevance(around, node.when, () => (parent ?? this).environment());
  }

  environment(): Environment {
    this.#environment ??= new CellEnvironment(this.world, this, this.entry);
    return this.#environment;
  }

  /** JSON Pointer of the group; '' is the root. */
  pointer(): string {
    if (this.own) return this.own.pointer();
    return this.parent ? `${this.parent.pointer()}/${this.node.name}` : '';
  }

  member(name: string): DataCell | undefined {
    return this.members.get(name);
  }

  get(name: string): Value {
    const member = this.members.get(name);
    if (!member) return null;
    return member.kind === 'leaf' ? member.value() : member;
  }

  answered(): boolean {
    this.#answered ??= computed(() => {
      for (const member of this.members.values()) {
        if (member.kind === 'leaf') {
          if (!member.node.value && isAnswered(member.value())) return true;
        } else if (member.answered()) return true;
      }
      return false;
    });
    return this.#answered();
  }

  /** Whether its demands hold: the root and entries always, another group when it is answered or itself demanded. */
  binds(): boolean {
    if (!this.parent || this.own) return true;
    const { parent } = this;
    this.#binds ??= computed(() => this.relevant() && (this.answered() || (this.required() && parent.binds())));
    return this.#binds();
  }

  /** Whether anything in it stands on a page at present: where all is hidden, the group itself demands nothing either. */
  asked(): boolean {
    if (!this.parent || this.own) return true;
    this.#asked ??= computed(() => {
      for (const member of this.members.values()) if (isAsked(member)) return true;
      return false;
    });
    return this.#asked();
  }

  required(): boolean {
    if (this.node.required) return true;
    if (!this.node.requiredWhen) return false;
    this.#required ??= condition(this.node.requiredWhen, () => (this.parent ?? this).environment());
    return this.#required();
  }

  /** Whether a text among its members is shown. */
  shows(text: TextNode): boolean {
    if (!text.when) return this.relevant();
    let read = this.#texts.get(text);
    if (!read) {
      const holds = condition(text.when, () => this.environment());
      read = () => this.relevant() && holds();
      this.#texts.set(text, read);
    }
    return read();
  }

  /** What is wrong with the group as such; its members have findings of their own. */
  findings(): readonly Finding[] {
    this.#findings ??= computed(() => this.#judge());
    return this.#findings();
  }

  #judge(): readonly Finding[] {
    if (!this.relevant()) return nothing;
    const findings: Finding[] = [];
    const { minProperties, maxProperties, template } = this.node;
    if ((minProperties !== undefined || maxProperties !== undefined) && this.asked() && this.binds()) {
      const members = [...this.members.values()];
      const present = members.filter(isPresent).length;
      // What is hidden never blocks: no more can be asked for than there is.
      const possible = members.filter((member) => isPresent(member) || canBeAnswered(member)).length;
      const limit = Math.min(minProperties ?? 0, possible);
      if (present < limit) findings.push({ code: 'minProperties', params: { limit } });
      if (maxProperties !== undefined && present > maxProperties) {
        findings.push({ code: 'maxProperties', params: { limit: maxProperties } });
      }
    }
    findings.push(...checkFindings(this.world, template, this));
    return findings;
  }
}

const nothing: readonly Finding[] = [];

function isAnswered(value: Value): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === 'object' && value !== null && 'answered' in value) return value.answered();
  return value !== null && value !== undefined;
}

/** Whether a cell stands on a page at present, or anything in it does. */
function isAsked(cell: DataCell): boolean {
  if (!cell.relevant()) return false;
  return cell.kind === 'group' ? cell.asked() : cell.node.steps.length > 0;
}

/** Whether a person can do something so that the submission has a cell. */
function canBeAnswered(cell: DataCell): boolean {
  if (cell.kind === 'leaf' && (cell.node.value || cell.node.internal)) return false;
  if (cell.kind !== 'group') return isAsked(cell);
  if (!cell.relevant()) return false;
  for (const member of cell.members.values()) if (canBeAnswered(member)) return true;
  return false;
}

/** Whether the submission has the member. */
export function isPresent(cell: DataCell): boolean {
  if (cell.kind === 'leaf') return !cell.node.internal && cell.answer() !== null;
  if (cell.kind === 'list') return cell.length() > 0;
  for (const member of cell.members.values()) if (isPresent(member)) return true;
  return false;
}
