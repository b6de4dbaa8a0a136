import type { Expression } from '../../expression/tree.ts';
import type { LeafNode } from '../../program.ts';
import { type Cell, cellsOf, type Domain, type Scalar } from './cell.ts';
import type { Node } from './circuit.ts';
import type { Instance } from './instance.ts';
import { anything, decided, type Results } from './result.ts';
import type { Scope } from './scope.ts';
import type { Test } from './value-test.ts';

/** What stands behind a variable. */
export type Source =
  /** An answer. */
  | { readonly kind: 'leaf'; readonly leaf: LeafNode; readonly instance: Instance | undefined }
  | { readonly kind: 'today' }
  /** How many entries count, of a list. */
  | {
      readonly kind: 'count';
      readonly list: string;
      readonly instance: Instance | undefined;
      /** Of a list of plain values: its entries. */
      readonly plain?: LeafNode;
    }
  /** Whether a value is among those chosen in a field. */
  | { readonly kind: 'member'; readonly of: Variable; readonly value: Scalar }
  /** A condition over the entries of a list. */
  | { readonly kind: 'macro'; readonly macro: Macro; readonly opaque: Opaque }
  /** Any of the values chosen in a field. */
  | { readonly kind: 'chosen' }
  /** How two values stand to each other. */
  | { readonly kind: 'relation'; readonly left: Variable; readonly right: Variable }
  /** A part of an expression that is not looked into: any value is taken to be possible. */
  | { readonly kind: 'opaque'; readonly opaque: Opaque };

/** Arithmetic over two values. */
export interface Operation {
  readonly operator: 'add' | 'subtract' | 'multiply' | 'divide' | 'remainder';
  readonly left: Variable | Scalar;
  readonly right: Variable | Scalar;
}

/** A part of an expression that is not looked into, with what finding a value for it has to vary. */
export interface Opaque {
  /** Answers it reads. */
  readonly leaves: ReadonlySet<Variable>;
  /** Lists whose entries it reads. */
  readonly lists: ReadonlySet<string>;
  readonly today: boolean;
  /** Of the place of an entry: template of its list. */
  readonly index?: string;
  /** Constants in it. */
  readonly constants: ReadonlySet<Scalar>;
  readonly operation?: Operation;
  /** The expression and where it stands, if it can be evaluated by itself. */
  readonly tree?: Expression;
  readonly scope?: Scope;
}

/** A condition over the entries of a list: `hunde.exists(h, …)`. */
export interface Macro {
  readonly name: 'exists' | 'all' | 'exists_one';
  /** Template of the list, or of the field whose values are chosen. */
  readonly list: string;
  /** Any of its entries. */
  readonly entry: Instance | undefined;
  /** What the macro asks of it, and whether it is among the entries that are asked. */
  readonly body: Node;
  readonly among: Node;
}

/** Cells that no test tells apart. */
export interface Atom {
  readonly cells: readonly Cell[];
}

/** Something with a value of its own. Which parts of its domain matter is known once all tests are. */
export class Variable {
  readonly id: number;
  readonly source: Source;
  readonly domain: Domain;
  readonly tests: Test[] = [];
  /** Per test: its node. */
  readonly nodes: Node[] = [];
  /** Relations it takes part in. */
  readonly relations: Variable[] = [];
  /** Atoms that are possible at all, where that is less than all. */
  initial: readonly number[] | undefined;
  readonly #points = new Set<Scalar>();
  readonly #byKey = new Map<string, number>();
  #ordered = false;
  #atoms: readonly Atom[] | undefined;
  #tables: Results[][] = [];
  /** Constants that are only offered sometimes: never in one atom with others. */
  readonly apart = new Set<Scalar>();

  constructor(id: number, source: Source, domain: Domain) {
    this.id = id;
    this.source = source;
    this.domain = domain;
  }

  /** The position of a test, added where it is new; `undefined` when it is too late for that. */
  add(test: Test): number | undefined {
    const known = this.#byKey.get(test.key);
    if (known !== undefined || this.#atoms) return known;
    for (const point of test.points) this.#points.add(point);
    if (test.ordered) this.#ordered = true;
    this.#byKey.set(test.key, this.tests.length);
    this.tests.push(test);
    return this.tests.length - 1;
  }

  /** The order of its values matters. */
  order(): void {
    this.#ordered = true;
  }

  get points(): ReadonlySet<Scalar> {
    return this.#points;
  }

  /** The parts of the domain that matter, unanswered first. */
  get atoms(): readonly Atom[] {
    this.#atoms ??= this.#split();
    return this.#atoms;
  }

  /** The positions of the atoms that are possible at all. */
  get possible(): readonly number[] {
    this.initial ??= this.atoms.map((_, position) => position);
    return this.initial;
  }

  /** What a test comes out as, per atom. */
  table(test: number): readonly Results[] {
    const { atoms } = this;
    this.#tables[test] ??= atoms.map(({ cells: [cell] }) => {
      const asked = this.tests[test];
      // Nothing is known about a domain without any value: whatever a test comes out as, nobody will see it.
      return cell && asked ? asked.of(cell) : asked?.decided ? decided : anything;
    });
    return this.#tables[test];
  }

  #split(): Atom[] {
    const cells = cellsOf(this.domain, this.#points, this.#ordered);
    const groups = new Map<string, Cell[]>();
    for (const [index, cell] of cells.entries()) {
      const single = this.relations.length > 0 || (cell.kind === 'value' && this.apart.has(cell.value));
      const key = single
        ? `${index}`
        : this.tests.map((test) => test.of(cell)).join() + (cell.kind === 'none' ? '-' : '');
      const group = groups.get(key);
      if (group) group.push(cell);
      else groups.set(key, [cell]);
    }
    return groups.size === 0 ? [{ cells: [] }] : [...groups.values()].map((group) => ({ cells: group }));
  }
}
