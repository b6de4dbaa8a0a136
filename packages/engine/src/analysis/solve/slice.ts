import type { Circuit, Node } from '../circuit/circuit.ts';
import type { Variable } from '../circuit/variable.ts';

/** The part of a circuit that some nodes depend on. */
export interface Slice {
  readonly nodes: readonly Node[];
  /** Answers first: these are what a person decides about. */
  readonly variables: readonly Variable[];
}

/** What reads each node, and which relations hold between variables: once per circuit, when all of it is there. */
export class Wiring {
  readonly circuit: Circuit;
  readonly readers: readonly Node[][];
  /** Marks nodes and variables of the slice at hand. */
  readonly nodeMark: Int32Array;
  readonly variableMark: Int32Array;
  #mark = 0;

  constructor(circuit: Circuit) {
    this.circuit = circuit;
    const readers: Node[][] = circuit.operations.map(() => []);
    for (const [node, parts] of circuit.parts.entries()) for (const part of parts) readers[part]?.push(node);
    this.readers = readers;
    this.nodeMark = new Int32Array(circuit.operations.length);
    this.variableMark = new Int32Array(circuit.variables.length);
  }

  get mark(): number {
    return this.#mark;
  }

  /** Whether the circuit has more by now. */
  get isOutgrown(): boolean {
    const { operations, variables } = this.circuit;
    return operations.length > this.nodeMark.length || variables.length > this.variableMark.length;
  }

  /** Whether the slice at hand depends on a variable. */
  includes({ id }: Variable): boolean {
    return this.variableMark[id] === this.#mark;
  }

  /** All of the circuit. */
  everything(): Slice {
    this.#mark++;
    this.nodeMark.fill(this.#mark);
    this.variableMark.fill(this.#mark);
    return { nodes: [...this.circuit.operations.keys()], variables: this.circuit.variables };
  }

  /** What some nodes depend on. */
  sliceOf(goals: readonly Node[]): Slice {
    this.#mark++;
    const mark = this.#mark;
    const { circuit, nodeMark, variableMark } = this;
    const nodes: Node[] = [];
    const answers: Variable[] = [];
    const others: Variable[] = [];
    const waiting: Node[] = [...goals];
    const found: Variable[] = [];
    const addVariable = (variable: Variable | undefined) => {
      if (!variable || variableMark[variable.id] === mark) return;
      variableMark[variable.id] = mark;
      const { kind } = variable.source;
      if (kind === 'leaf') answers.push(variable);
      else others.push(variable);
      found.push(variable);
    };
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (nodeMark[node] === mark) continue;
      nodeMark[node] = mark;
      nodes.push(node);
      addVariable(circuit.variableOf[node]);
      for (const part of circuit.parts[node] ?? []) waiting.push(part);
    }
    // A relation depends on both of its sides.
    for (const { source } of found) {
      if (source.kind !== 'relation') continue;
      addVariable(source.left);
      addVariable(source.right);
    }
    return { nodes, variables: [...answers.sort(byId), ...others.sort(byId)] };
  }
}

function byId(left: Variable, right: Variable): number {
  return left.id - right.id;
}
