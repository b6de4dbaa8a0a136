import { _, type Code, type KeywordCxt, type Name } from 'ajv';

/** How generated code names our helpers, until scripts for pages name them directly. */
export const runtimeModule = '@schalter/validators/runtime';

/** A helper of `runtime` for the code of a keyword: the function itself in memory, its name in scripts for pages. */
export function runtimeFunction<T extends (...values: never[]) => unknown>(cxt: KeywordCxt, helper: T): Name {
  return cxt.gen.scopeValue('func', { ref: helper, code: requireCode(helper.name) });
}

function requireCode(name: string): Code {
  return _`require(${runtimeModule})[${name}]`;
}
