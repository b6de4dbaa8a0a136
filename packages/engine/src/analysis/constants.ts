import type { Expression } from '../expression/tree.ts';
import type { LeafNode, Program, ProgramNode } from '../program.ts';

/** A constant that an expression compares with a field, though it is none of the field's options. */
export interface ForeignConstant {
  readonly constant: string | number | boolean;
  /** Template of the field. */
  readonly field: string;
  readonly options: readonly (string | number | boolean)[];
}

/** Fields, groups, lists and texts by template. */
export type Nodes = ReadonlyMap<string, ProgramNode>;

/** All fields, groups, lists and texts of a form by their template, in the order of the form. */
export function nodesOf(program: Program): Nodes {
  const nodes = new Map<string, ProgramNode>();
  const waiting: ProgramNode[] = [program.root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    nodes.set(node.template, node);
    if (node.kind === 'group') waiting.push(...[...node.members].reverse());
    if (node.kind === 'list') waiting.push(node.item);
  }
  return nodes;
}

/** Where an expression stands. */
interface Standing {
  readonly defines: Program['defines'];
  readonly nodes: Nodes;
  /** Template of the group that is `self`. */
  readonly self: string;
  /** Variables of macros and the templates they stand for. */
  readonly variables: ReadonlyMap<string, string>;
}

/**
 * Constants outside of their options: `wohnort == 'muenchen'` where the options are `ja` and `nein`, in lists
 * (`in ['ja', 'vielleicht']`) and in lists of chosen values (`'rot' in farben`) too.
 * @param self template of the group that the expression stands in
 */
export function foreignConstants(program: Program, nodes: Nodes, tree: Expression, self: string): ForeignConstant[] {
  const found: ForeignConstant[] = [];
  visit(tree, { defines: program.defines, nodes, self, variables: new Map() }, found);
  return found;
}

function visit(tree: Expression, standing: Standing, found: ForeignConstant[]): void {
  switch (tree[0]) {
    case 'equal':
    case 'unequal':
      compare(tree[1], tree[2], standing, found);
      compare(tree[2], tree[1], standing, found);
      break;
    case 'in':
      compare(tree[1], tree[2], standing, found);
      if (tree[2][0] !== 'listLiteral') compare(tree[2], tree[1], standing, found);
      break;
    case 'macro': {
      visit(tree[2], standing, found);
      visit(tree[4], { ...standing, variables: withVariable(tree[3], tree[2], standing) }, found);
      return;
    }
  }
  for (const part of partsOf(tree)) visit(part, standing, found);
}

function withVariable(name: string, list: Expression, standing: Standing): ReadonlyMap<string, string> {
  const variables = new Map(standing.variables);
  const template = templateOf(list, standing);
  if (template === undefined) variables.delete(name);
  else variables.set(name, standing.nodes.get(template)?.kind === 'list' ? `${template}/*` : template);
  return variables;
}

function compare(side: Expression, other: Expression, standing: Standing, found: ForeignConstant[]): void {
  const template = templateOf(side, standing);
  const node = template === undefined ? undefined : standing.nodes.get(template);
  if (node?.kind !== 'leaf' || !node.options || node.value) return;
  const options = node.options.map(({ value }) => value);
  for (const constant of constantsIn(other)) {
    if (!options.includes(constant)) found.push({ constant, field: node.template, options });
  }
}

function constantsIn(tree: Expression): LeafValue[] {
  if (tree[0] === 'literal') return tree[1] === null ? [] : [tree[1]];
  return tree[0] === 'listLiteral' ? tree[1].flatMap(constantsIn) : [];
}

type LeafValue = NonNullable<LeafNode['options']>[number]['value'];

/** The trees directly inside a tree. */
export function partsOf(tree: Expression): readonly Expression[] {
  switch (tree[0]) {
    case 'literal':
    case 'get':
      return [];
    case 'listLiteral':
      return tree[1];
    case 'select':
      return [tree[1]];
    case 'macro':
      return [tree[2], tree[4]];
    case 'call':
      return tree[2];
    default:
      return tree.slice(1) as unknown as readonly Expression[];
  }
}

/** The template of what an expression names and nothing else; entries chosen by `filter` or by number are entries. */
function templateOf(tree: Expression, standing: Standing): string | undefined {
  const { defines, self, variables } = standing;
  if (tree[0] === 'select') return join(templateOf(tree[1], standing), [tree[2]]);
  if (tree[0] === 'index') return join(templateOf(tree[1], standing), ['*']);
  if (tree[0] === 'macro' && tree[1] === 'filter') return templateOf(tree[2], standing);
  if (tree[0] !== 'get') return undefined;
  const [, base, path] = tree;
  switch (base.base) {
    case 'root':
      return join('', path);
    case 'self':
      return join(self, path);
    case 'item':
      return join(entryTemplate(standing, base.as), path);
    case 'variable':
      return join(variables.get(base.name), path);
    case 'define': {
      const defined = defines[base.name];
      return defined && join(templateOf(defined, { ...standing, self: '', variables: new Map() }), path);
    }
    default:
      return undefined;
  }
}

function join(start: string | undefined, path: readonly string[]): string | undefined {
  return start === undefined ? undefined : [start, ...path].join('/');
}

/** Template of the nearest entry around, or of that of the list that is named `as`. */
function entryTemplate({ nodes, self }: Standing, as: string | undefined): string | undefined {
  const names = self.split('/');
  for (let end = names.lastIndexOf('*'); end > 0; end = names.lastIndexOf('*', end - 1)) {
    const list = nodes.get(names.slice(0, end).join('/'));
    if (as === undefined || (list?.kind === 'list' && list.as === as)) return names.slice(0, end + 1).join('/');
  }
  return undefined;
}
