import type { Node } from '../circuit/circuit.ts';
import { relationTable } from '../circuit/relation.ts';
import { anything, isFalse, isTrue, isUnknown, negated, type Results } from '../circuit/result.ts';
import type { Variable } from '../circuit/variable.ts';
import type { Budget } from './budget.ts';
import type { Slice, Wiring } from './slice.ts';

/**
 * What is still possible: which results each node can have, which parts of its domain each variable can lie in. Narrowed
 * until nothing follows any more, from the variables to the conditions and back; can be taken back to an earlier mark.
 */
export class State {
  readonly #wiring: Wiring;
  readonly #budget: Budget;
  readonly #results: Uint8Array;
  readonly #settledResults: Uint8Array;
  #settledDomains: (readonly number[])[] = [];
  readonly #domains: (readonly number[])[] = [];
  readonly #trail: (readonly [Node, Results] | readonly [Variable, readonly number[]])[] = [];
  readonly #queue: Node[] = [];
  readonly #queued: Uint8Array;
  readonly #relations: Variable[] = [];
  #answers = 0;
  /** So many answers are allowed. */
  mostAnswers = Number.POSITIVE_INFINITY;

  constructor(wiring: Wiring, budget: Budget) {
    this.#wiring = wiring;
    this.#budget = budget;
    const { length } = wiring.circuit.operations;
    this.#results = new Uint8Array(length);
    this.#settledResults = new Uint8Array(length);
    this.#queued = new Uint8Array(length);
  }

  /** Draws the conclusions that hold whatever the goal is: what follows begins from there. */
  settle(): void {
    const { circuit } = this.#wiring;
    const { nodes, variables } = this.#wiring.everything();
    for (const variable of variables) this.#domains[variable.id] = variable.possible;
    for (const node of nodes) this.#results[node] = circuit.possible[node] ?? anything;
    // Parts have lower numbers than what is made of them: those first.
    for (const node of [...nodes].sort((left, right) => right - left)) this.#enqueue(node);
    for (const variable of variables) if (variable.source.kind === 'relation') this.#relations.push(variable);
    this.propagate();
    this.#settledResults.set(this.#results);
    this.#settledDomains = [...this.#domains];
    this.#trail.length = 0;
  }

  /** What was settled about a variable holds no longer. */
  forget(variable: Variable): void {
    delete this.#settledDomains[variable.id];
  }

  /** Begins anew for a slice. */
  begin({ nodes, variables }: Slice): void {
    this.#trail.length = 0;
    this.#clear();
    this.#answers = 0;
    for (const variable of variables) {
      const domain = this.#settledDomains[variable.id] ?? variable.possible;
      this.#domains[variable.id] = domain;
      if (isAnswer(variable) && !includesNone(variable, domain)) this.#answers++;
    }
    for (const node of nodes) this.#results[node] = this.#settledResults[node] ?? anything;
    this.#budget.spend(nodes.length);
  }

  domainOf(variable: Variable): readonly number[] {
    return this.#domains[variable.id] ?? variable.possible;
  }

  /** How many answers there are already. */
  get answers(): number {
    return this.#answers;
  }

  get mark(): number {
    return this.#trail.length;
  }

  /** Takes back what was narrowed since a mark. */
  undo(mark: number): void {
    while (this.#trail.length > mark) {
      const entry = this.#trail.pop();
      if (!entry) break;
      const [of, before] = entry;
      if (typeof of === 'number') this.#results[of] = before as Results;
      else {
        const now = this.domainOf(of);
        this.#domains[of.id] = before as readonly number[];
        if (isAnswer(of) && includesNone(of, before as readonly number[]) && !includesNone(of, now)) this.#answers--;
      }
    }
    this.#clear();
  }

  /** Leaves a node these results only; whether that is possible. */
  require(node: Node, results: Results): boolean {
    return this.#narrow(node, results) && this.propagate();
  }

  /** Leaves a variable some atoms only; whether that is possible. */
  restrict(variable: Variable, atoms: readonly number[]): boolean {
    return this.#restrict(variable, atoms) && this.propagate();
  }

  /** Draws all conclusions; whether anything is left. */
  propagate(): boolean {
    for (;;) {
      const relation = this.#relations.pop();
      if (relation) {
        if (!this.#relate(relation)) return this.#clear();
        continue;
      }
      const node = this.#queue.pop();
      if (node === undefined) return true;
      this.#queued[node] = 0;
      this.#budget.spend(1);
      if (!this.#conclude(node)) return this.#clear();
    }
  }

  #clear(): false {
    for (const node of this.#queue) this.#queued[node] = 0;
    this.#queue.length = 0;
    this.#relations.length = 0;
    return false;
  }

  #enqueue(node: Node): void {
    if (this.#queued[node] || this.#wiring.nodeMark[node] !== this.#wiring.mark) return;
    this.#queued[node] = 1;
    this.#queue.push(node);
  }

  #of(node: Node | undefined): Results {
    return node === undefined ? 0 : (this.#results[node] ?? 0);
  }

  #narrow(node: Node | undefined, results: Results): boolean {
    if (node === undefined) return false;
    const before = this.#of(node);
    const after = before & results;
    if (after === before) return true;
    if (after === 0) return false;
    this.#trail.push([node, before]);
    this.#results[node] = after;
    this.#enqueue(node);
    for (const reader of this.#wiring.readers[node] ?? []) this.#enqueue(reader);
    return true;
  }

  #restrict(variable: Variable, atoms: readonly number[]): boolean {
    const before = this.domainOf(variable);
    if (atoms.length === before.length) return true;
    if (atoms.length === 0) return false;
    this.#trail.push([variable, before]);
    this.#domains[variable.id] = atoms;
    if (isAnswer(variable) && includesNone(variable, before) && !includesNone(variable, atoms)) {
      this.#answers++;
      if (this.#answers > this.mostAnswers) return false;
    }
    for (const node of variable.nodes) if (node !== undefined) this.#enqueue(node);
    if (variable.source.kind === 'relation') this.#relations.push(variable);
    for (const relation of variable.relations) {
      if (this.#wiring.variableMark[relation.id] === this.#wiring.mark) this.#relations.push(relation);
    }
    return true;
  }

  /** What follows for a node from its parts, and for its parts from it. */
  #conclude(node: Node): boolean {
    const { circuit } = this.#wiring;
    const parts = circuit.parts[node] ?? [];
    const [first, second, third] = parts;
    switch (circuit.operations[node]) {
      case 'test':
        return this.#concludeTest(node);
      case 'not':
        return this.#narrow(node, negated(this.#of(first))) && this.#narrow(first, negated(this.#of(node)));
      case 'holds': {
        const of = this.#of(first);
        const results = (of & isTrue) | (of & (isFalse | isUnknown) ? isFalse : 0);
        if (!this.#narrow(node, results)) return false;
        const now = this.#of(node);
        return this.#narrow(first, (now & isTrue) | (now & isFalse ? isFalse | isUnknown : 0));
      }
      case 'all':
        return this.#concludeMany(node, parts, isTrue, isFalse);
      case 'any':
        return this.#concludeMany(node, parts, isFalse, isTrue);
      case 'choose':
        return this.#concludeChoice(node, first, second, third);
      default:
        return true;
    }
  }

  #concludeTest(node: Node): boolean {
    const { circuit } = this.#wiring;
    const variable = circuit.variableOf[node];
    if (!variable) return true;
    const table = variable.table(circuit.testOf[node] ?? 0);
    const domain = this.domainOf(variable);
    let results = 0;
    for (const atom of domain) results |= table[atom] ?? 0;
    if (!this.#narrow(node, results)) return false;
    const now = this.#of(node);
    if ((results & ~now) === 0) return true;
    return this.#restrict(
      variable,
      domain.filter((atom) => (table[atom] ?? 0) & now),
    );
  }

  /** Of `all` and `any`: one decisive part decides; else one unknown part makes it unknown. */
  #concludeMany(node: Node, parts: readonly Node[], neutral: Results, decisive: Results): boolean {
    let everyNeutral = true;
    let anyDecisive = false;
    let anyUnknown = false;
    let everyOpen = true;
    for (const part of parts) {
      const results = this.#of(part);
      if ((results & neutral) === 0) everyNeutral = false;
      if (results & decisive) anyDecisive = true;
      if (results & isUnknown) anyUnknown = true;
      if ((results & (neutral | isUnknown)) === 0) everyOpen = false;
    }
    const results =
      (everyNeutral ? neutral : 0) | (anyDecisive ? decisive : 0) | (anyUnknown && everyOpen ? isUnknown : 0);
    if (!this.#narrow(node, results)) return false;
    const now = this.#of(node);
    if ((now & decisive) === 0) {
      const left = now === neutral ? neutral : neutral | isUnknown;
      for (const part of parts) if (!this.#narrow(part, left)) return false;
    }
    // Something has to keep it from being neutral, or has to decide it: if only one part can, that one does.
    if ((now & neutral) === 0) {
      const wanted = now === decisive ? decisive : decisive | isUnknown;
      let able: Node | undefined;
      for (const part of parts) {
        if ((this.#of(part) & wanted) === 0) continue;
        if (able !== undefined) return true;
        able = part;
      }
      return this.#narrow(able, wanted);
    }
    return true;
  }

  #concludeChoice(node: Node, condition: Node | undefined, yes: Node | undefined, no: Node | undefined): boolean {
    const [of, ofYes, ofNo] = [this.#of(condition), this.#of(yes), this.#of(no)];
    const results = (of & isTrue ? ofYes : 0) | (of & isFalse ? ofNo : 0) | (of & isUnknown);
    if (!this.#narrow(node, results)) return false;
    const now = this.#of(node);
    const possible = (ofYes & now ? isTrue : 0) | (ofNo & now ? isFalse : 0) | (now & isUnknown);
    if (!this.#narrow(condition, possible)) return false;
    const chosen = this.#of(condition);
    if (chosen === isTrue) return this.#narrow(yes, now);
    return chosen === isFalse ? this.#narrow(no, now) : true;
  }

  /** What follows for two values from how they stand to each other, and the other way round. */
  #relate(relation: Variable): boolean {
    const { source } = relation;
    if (source.kind !== 'relation') return true;
    const { left, right } = source;
    const table = relationTable(relation, left, right);
    const [ofLeft, ofRight, of] = [this.domainOf(left), this.domainOf(right), this.domainOf(relation)];
    this.#budget.spend(ofLeft.length * ofRight.length);
    const found = new Set<number>();
    const lefts = new Set<number>();
    const rights = new Set<number>();
    for (const one of ofLeft) {
      for (const other of ofRight) {
        const possible = table[one]?.[other];
        for (const name of of) {
          if (!possible?.has(name)) continue;
          found.add(name);
          lefts.add(one);
          rights.add(other);
        }
      }
    }
    return (
      this.#restrict(
        relation,
        of.filter((name) => found.has(name)),
      ) &&
      this.#restrict(
        left,
        ofLeft.filter((one) => lefts.has(one)),
      ) &&
      this.#restrict(
        right,
        ofRight.filter((one) => rights.has(one)),
      )
    );
  }
}

function isAnswer({ source }: Variable): boolean {
  return source.kind === 'leaf';
}

/** Atoms begin with the one of what is unanswered, where there is one. */
function includesNone(variable: Variable, atoms: readonly number[]): boolean {
  return variable.domain.none && atoms[0] === 0;
}
