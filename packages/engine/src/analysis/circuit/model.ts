import { type FieldSchema, type JsonObject, type JsonValue, leafConstraints } from '@schalter/definition';
import type { Validate } from '../../problem.ts';
import type { LeafNode, Program } from '../../program.ts';
import { type Nodes, nodesOf } from '../constants.ts';
import { Circuit, type Node } from './circuit.ts';
import type { Instance } from './instance.ts';
import type { Term } from './term.ts';
import type { Opaque } from './variable.ts';

/** A form as a circuit in the making. What has been translated is kept by what it stands for. */
export interface Model {
  readonly program: Program;
  readonly nodes: Nodes;
  /** Constraints of the leaves by template. */
  readonly schemas: ReadonlyMap<string, JsonObject>;
  readonly validate: Validate;
  readonly circuit: Circuit;
  readonly leaves: Map<string, Term>;
  /** Variables of answers, by leaf and entry. */
  readonly conditions: Map<string, Node>;
  readonly defines: Map<string, Term>;
  readonly reads: Map<string, Opaque>;
  /** Values to try. */
  readonly candidates: Map<string, readonly JsonValue[]>;
}

export function createModel(program: Program, data: FieldSchema, validate: Validate): Model {
  return {
    program,
    nodes: nodesOf(program),
    schemas: new Map(leafConstraints(data).map(({ template, schema }) => [template, schema])),
    validate,
    circuit: new Circuit(),
    leaves: new Map(),
    conditions: new Map(),
    defines: new Map(),
    reads: new Map(),
    candidates: new Map(),
  };
}

/** A condition that is made once per thing and entry. */
export function once(model: Model, kind: string, of: string, instance: Instance | undefined, make: () => Node): Node {
  const key = `${kind} ${keyOf(of, instance)}`;
  const known = model.conditions.get(key);
  if (known !== undefined) return known;
  const node = make();
  model.conditions.set(key, node);
  return node;
}

/** A field, group or list of the form, or of one entry. */
export function keyOf(template: string, instance: Instance | undefined): string {
  return `${instance?.key ?? ''} ${template}`;
}

export function leafAt(model: Model, template: string): LeafNode | undefined {
  const node = model.nodes.get(template);
  return node?.kind === 'leaf' ? node : undefined;
}
