import type { JsonValue } from '@schalter/definition';
import { evaluate, isTrue } from '../expression/evaluate.ts';
import type { Environment, Value } from '../expression/tree.ts';
import type { ConstraintProblem } from '../problem.ts';
import type { LeafNode, OptionNode } from '../program.ts';
import { checkFindings } from './checks.ts';
import { always, condition, onRelevantStep, relevance } from './conditions.ts';
import { answerOf, conform } from './conform.ts';
import { dateFindings } from './date-limits.ts';
import type { EntryCell } from './entry.ts';
import { CellEnvironment } from './environment.ts';
import type { GroupCell } from './group.ts';
import { normaliseAnswer } from './normalise.ts';
import { type Cell, computed, type Read, signal, unit } from './signals.ts';
import type { Finding, World } from './world.ts';

/** One answer of a session, and all that follows from it alone. */
export class LeafCell {
  readonly kind = 'leaf';
  readonly node: LeafNode;
  /** The group it stands in. */
  readonly group: GroupCell;
  /** Set when the leaf itself is the entry of a list of plain values. */
  readonly own: EntryCell | undefined;
  readonly world: World;
  /** What was answered, whether relevant or not; nothing for a computed leaf. */
  readonly raw: Cell<JsonValue> = signal<JsonValue>(null);
  readonly relevant: Read<boolean>;
  /** The answer that counts: `null` while irrelevant; of the wrong type too. */
  readonly answer: Read<JsonValue>;
  /** What expressions see. */
  readonly value: Read<Value>;
  #required: Read<boolean> | undefined;
  #options: Read<readonly OptionNode[]> | undefined;
  #findings: Read<readonly Finding[]> | undefined;

  constructor(world: World, node: LeafNode, group: GroupCell, own: EntryCell | undefined) {
    this.world = world;
    this.node = node;
    this.group = group;
    this.own = own;
    const around = own ? own.list.relevant : group.relevant;
    const placed = own ? always : onRelevantStep(world, node, group);
    this.relevant = relevance(around, node.when, this.environment, placed);
    this.answer = this.#answering();
    this.value = this.#valuing();
  }

  readonly environment = (): Environment =>
    this.own ? new CellEnvironment(this.world, this.group, this.own) : this.group.environment();

  /** JSON Pointer of the answer. */
  pointer(): string {
    return this.own ? this.own.pointer() : `${this.group.pointer()}/${this.node.name}`;
  }

  /** Whether it has to be answered, provided that the group around it binds. */
  required(): boolean {
    if (this.node.required) return true;
    if (!this.node.requiredWhen) return false;
    this.#required ??= condition(this.node.requiredWhen, this.environment);
    return this.#required();
  }

  /** The options that can be chosen now. */
  options(): readonly OptionNode[] {
    const all = this.node.options ?? [];
    if (!all.some(({ when }) => when)) return all;
    this.#options ??= computed(() => all.filter(({ when }) => !when || isTrue(evaluate(when, this.environment()))));
    return this.#options();
  }

  /** What is wrong with it; nothing while it is irrelevant. A computed leaf is judged when the form is sent. */
  findings(): readonly Finding[] {
    this.#findings ??= computed(() => this.#judge());
    return this.#findings();
  }

  #judge(): readonly Finding[] {
    if (!this.relevant()) return nothing;
    const answer = this.answer();
    const checks = checkFindings(this.world, this.node.template, this.group);
    if (this.node.value) return [...dateFindings(this.node, answer, this.environment), ...checks];
    const own = this.world.services?.findings(this) ?? nothing;
    // What its service says of an answer under way says more than that there is none yet.
    if (own.length > 0) return [...own, ...checks];
    if (answer === null) {
      if (!this.own && this.required() && this.group.binds()) return [{ code: 'required', params: {} }, ...checks];
      return checks;
    }
    const broken = this.#constraints(answer);
    // What is no date lies before and after nothing.
    return [...(broken.length > 0 ? broken : dateFindings(this.node, answer, this.environment)), ...checks];
  }

  #constraints(answer: JsonValue): readonly ConstraintProblem[] {
    const problems = this.world.validate(this.node.template, answer);
    if (!Array.isArray(answer) || answer.length < 2) return problems;
    const chosen = this.node.options?.some(({ exclusive, value }) => exclusive && answer.includes(value));
    return chosen ? [...problems, { code: 'check:exclusive', params: {} }] : problems;
  }

  #answering(): Read<JsonValue> {
    const { node, raw, relevant } = this;
    const { value } = node;
    if (value) {
      return unit(() => {
        if (!relevant()) return null;
        const found = normaliseAnswer(node, answerOf(node, evaluate(value, this.environment()))) ?? null;
        if (found === null || this.world.validate(node.template, found).length > 0) return null;
        return this.#offered(found);
      });
    }
    const conditional = node.options?.some(({ when }) => when) === true;
    if (conditional) return unit(() => (relevant() ? this.#offered(raw()) : null));
    // Nothing to keep: what depends on it depends on these two.
    return relevant === always ? raw : () => (relevant() ? raw() : null);
  }

  /** Leaves out what is chosen but not offered at present. */
  #offered(answer: JsonValue): JsonValue {
    const { options } = this.node;
    if (answer === null || !options?.some(({ when }) => when)) return answer;
    const offered = this.options();
    const withheld = (value: JsonValue) =>
      options.some((option) => option.value === value) && !offered.some((option) => option.value === value);
    if (!Array.isArray(answer)) return withheld(answer) ? null : answer;
    const kept = answer.filter((value) => !withheld(value));
    return kept.length === 0 ? null : kept;
  }

  #valuing(): Read<Value> {
    const { node, answer } = this;
    // Lists and files become new objects: kept, so that they stay the same while the answer does.
    if (node.type === 'array' || node.type === 'object') return computed(() => conform(node, answer()));
    return () => conform(node, answer());
  }
}

const nothing: readonly Finding[] = [];
