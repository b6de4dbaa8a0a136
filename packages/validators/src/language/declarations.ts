import type { JsonValue, Library } from '@schalter/definition';
import { isObject } from '../check/place.ts';
import { memberOf } from './document.ts';

/** Where a field, group, list or named expression is written. */
export interface Declaration {
  /** `form.json`, or `block:<id>`. */
  readonly file: string;
  /** Path into that file. */
  readonly path: readonly (string | number)[];
  readonly schema: JsonValue | undefined;
}

/** What declarations are looked up in. */
export interface DeclaringForm {
  readonly form: JsonValue | undefined;
  readonly library: Library;
}

export function rootOf({ form }: DeclaringForm): Declaration {
  return { file: 'form.json', path: ['data'], schema: memberOf(form, 'data') };
}

/** What a `$ref` beside a declaration leads to. */
export function referredBy(context: DeclaringForm, { file, schema }: Declaration): Declaration | undefined {
  const reference = memberOf(schema, '$ref');
  if (typeof reference !== 'string') return undefined;
  const block = /^block:(.+)$/u.exec(reference)?.[1];
  if (block !== undefined && Object.hasOwn(context.library.blocks, block)) {
    const found = context.library.blocks[block] as unknown as JsonValue;
    return { file: reference, path: ['schema'], schema: memberOf(found, 'schema') };
  }
  const name = /^#\/\$defs\/(.+)$/u.exec(reference)?.[1];
  if (name === undefined) return undefined;
  const holder = file === 'form.json' ? memberOf(context.form, 'data') : blockSchema(context, file);
  const start = file === 'form.json' ? 'data' : 'schema';
  return { file, path: [start, '$defs', name], schema: memberOf(memberOf(holder, '$defs'), name) };
}

function blockSchema({ library }: DeclaringForm, file: string): JsonValue | undefined {
  return memberOf(library.blocks[file.slice('block:'.length)] as unknown as JsonValue, 'schema');
}

/** So many references may lead to each other. */
const longest = 20;

/** The members of a group, of an entry for a list: those written beside a `$ref` first, then those it brings. */
export function membersOf(context: DeclaringForm, declaration: Declaration): Map<string, Declaration> {
  const members = new Map<string, Declaration>();
  let holder: Declaration | undefined = declaration;
  for (let step = 0; holder && step < longest; step++) {
    const properties = memberOf(holder.schema, 'properties');
    for (const name of Object.keys(isObject(properties) ? properties : {})) {
      const found = {
        file: holder.file,
        path: [...holder.path, 'properties', name],
        schema: memberOf(properties, name),
      };
      // What stands beside the reference only adds to a member: it is declared where its type is.
      const known = members.get(name);
      const isFirst = known === undefined || memberOf(known.schema, 'type') === undefined;
      if (isFirst) members.set(name, found);
    }
    holder = referredBy(context, holder);
  }
  return members;
}

/** The entries of a list, or undefined for what is none. */
export function entriesOf(context: DeclaringForm, declaration: Declaration): Declaration | undefined {
  let holder: Declaration | undefined = declaration;
  for (let step = 0; holder && step < longest; step++) {
    const items = memberOf(holder.schema, 'items');
    if (items !== undefined) return { file: holder.file, path: [...holder.path, 'items'], schema: items };
    holder = referredBy(context, holder);
  }
  return undefined;
}

/** The declaration a pointer template (`/hunde/*‎/chip`) leads to. */
export function declarationAt(context: DeclaringForm, template: string): Declaration | undefined {
  let found: Declaration | undefined = rootOf(context);
  for (const name of template.split('/').slice(1)) {
    if (!found) return undefined;
    found = name === '*' || /^\d+$/u.test(name) ? entriesOf(context, found) : membersOf(context, found).get(name);
  }
  return found;
}

/** All pointer templates of a form with their declarations, groups before what is in them. */
export function* templatesOf(context: DeclaringForm): Generator<readonly [string, Declaration]> {
  yield* below(context, rootOf(context), '', 0);
}

function* below(
  context: DeclaringForm,
  declaration: Declaration,
  template: string,
  depth: number,
): Generator<readonly [string, Declaration]> {
  if (depth > longest) return;
  for (const [name, member] of membersOf(context, declaration)) {
    const at = `${template}/${name}`;
    yield [at, member];
    yield* below(context, member, at, depth + 1);
    const entries = entriesOf(context, member);
    if (entries) yield* below(context, entries, `${at}/*`, depth + 1);
  }
}

export function sameDeclaration(left: Declaration | undefined, right: Declaration): boolean {
  return left !== undefined && left.file === right.file && left.path.join('\n') === right.path.join('\n');
}

/** Title of what is declared, for lists of suggestions. */
export function titleOf(context: DeclaringForm, declaration: Declaration): string | undefined {
  const title = memberOf(declaration.schema, 'title') ?? memberOf(referredBy(context, declaration)?.schema, 'title');
  return typeof title === 'string' ? title : undefined;
}
