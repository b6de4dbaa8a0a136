import { type Declaration, type DeclaringForm, entriesOf, membersOf, rootOf } from './declarations.ts';
import { memberOf } from './document.ts';
import type { ExpressionPlace } from './expression-places.ts';

/** A name in an expression and what it means. */
export interface NameReference {
  readonly name: string;
  /** Characters in the expression. */
  readonly start: number;
  readonly end: number;
  /** What the name declares or refers to; undefined for functions, variables, what does not exist. */
  readonly target: Declaration | undefined;
  /** Behind a dot: what stands before it. */
  readonly holder?: Declaration | undefined;
  readonly isMember: boolean;
}

/** Where a macro's variable can be used. */
export interface VariableScope {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

interface Token {
  readonly kind: 'name' | 'text' | 'sign';
  readonly text: string;
  readonly start: number;
}

const macros = new Set(['all', 'exists', 'exists_one', 'map', 'filter']);

/**
 * The names of an expression, resolved as far as it is written: editors ask while someone types, so nothing has to be
 * complete. The checker, not this, says what is wrong.
 */
export function referencesIn(context: DeclaringForm, text: string, place: ExpressionPlace): NameReference[] {
  return readNames(context, text, place).references;
}

/** The names of an expression with the reach of its macros' variables. */
export function readNames(
  context: DeclaringForm,
  text: string,
  place: ExpressionPlace,
): { readonly references: NameReference[]; readonly scopes: VariableScope[] } {
  const tokens = tokensOf(text);
  const found: NameReference[] = [];
  const scopes: VariableScope[] = [];
  const variables = new Map<string, Declaration | undefined>();
  let at = 0;

  const note = (token: Token, target: Declaration | undefined, holder?: { readonly of: Declaration | undefined }) => {
    found.push({
      name: token.text,
      start: token.start,
      end: token.start + token.text.length,
      target,
      ...(holder ? { holder: holder.of } : {}),
      isMember: holder !== undefined,
    });
  };

  /** Reads up to the sign that closes what was opened. */
  const readUntil = (closing: string) => {
    for (let token = tokens[at]; token && token.text !== closing; token = tokens[at]) readOne();
    at += 1;
  };

  const readOne = () => {
    const token = tokens[at++];
    if (!token) return;
    if (token.text === '(') readUntil(')');
    else if (token.text === '[') readUntil(']');
    else if (token.kind === 'name') readChain(token);
  };

  const readChain = (first: Token) => {
    if (tokens[at]?.text === '(') {
      note(first, undefined);
      return;
    }
    let current = startOf(context, place, first.text, variables);
    note(first, first.text === 'self' || first.text === 'item' ? undefined : current);
    for (;;) {
      const sign = tokens[at]?.text;
      if (sign === '[') {
        at += 1;
        readUntil(']');
        current = current && entriesOf(context, current);
      } else if (sign === '.') {
        at += 1;
        const name = tokens[at];
        if (name?.kind !== 'name') {
          // The dot was just typed.
          note({ kind: 'name', text: '', start: (tokens[at - 1]?.start ?? 0) + 1 }, undefined, { of: current });
          return;
        }
        at += 1;
        if (tokens[at]?.text === '(') {
          current = readCall(name, current);
        } else {
          const target = current && membersOf(context, current).get(name.text);
          note(name, target, { of: current });
          current = target;
        }
      } else return;
    }
  };

  /** A macro's variable is the entry of the list before it; other methods give something without members. */
  const readCall = (method: Token, receiver: Declaration | undefined): Declaration | undefined => {
    at += 1;
    const variable = macros.has(method.text) && tokens[at + 1]?.text === ',' ? tokens[at] : undefined;
    if (!variable) {
      readUntil(')');
      return undefined;
    }
    at += 2;
    const before = variables.get(variable.text);
    const had = variables.has(variable.text);
    variables.set(variable.text, receiver && entriesOf(context, receiver));
    const start = variable.start + variable.text.length;
    readUntil(')');
    scopes.push({ name: variable.text, start, end: tokens[at - 1]?.start ?? text.length });
    if (had) variables.set(variable.text, before);
    else variables.delete(variable.text);
    return method.text === 'filter' ? receiver : undefined;
  };

  while (at < tokens.length) readOne();
  return { references: found, scopes };
}

function startOf(
  context: DeclaringForm,
  { self, item }: ExpressionPlace,
  name: string,
  variables: ReadonlyMap<string, Declaration | undefined>,
): Declaration | undefined {
  if (variables.has(name)) return variables.get(name);
  if (name === 'self') return self;
  if (name === 'item') return item;
  const defined = memberOf(memberOf(context.form, 'define'), name);
  if (defined !== undefined) return { file: 'form.json', path: ['define', name], schema: undefined };
  return membersOf(context, rootOf(context)).get(name);
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { 0: found, index } of text.matchAll(/'(?:\\.|[^'\\])*'?|"(?:\\.|[^"\\])*"?|[A-Za-z_]\w*|[^\s\w]|\d+/g)) {
    const kind = /^['"]/.test(found) ? 'text' : /^[A-Za-z_]/.test(found) ? 'name' : 'sign';
    tokens.push({ kind, text: found, start: index });
  }
  return tokens;
}
