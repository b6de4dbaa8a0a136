import type { JsonObject } from '@schalter/definition';
import { all, type Condition, namesBelow, schemaOf, templatesIn } from './condition.ts';

/** What holds where a condition is true, or where it is not, to be said at the group at a template. */
export interface Rule {
  readonly if: JsonObject | boolean;
  readonly then?: JsonObject | boolean;
  readonly else?: JsonObject | boolean;
}

/** What a rule says, given the names that lead from where it is said to the node it is about. */
export type Say = (path: readonly string[]) => JsonObject | boolean;

/** The rules of a form, by the group at which each has to be said. */
export class Rules {
  readonly #rules = new Map<string, Rule[]>();

  at(level: string): readonly Rule[] {
    return this.#rules.get(level) ?? [];
  }

  /**
   * Says something about what stands at a template: where a condition is true, or (`otherwise`) where it is not. It is
   * said at the deepest group from which both are reached.
   * @param around the group that contains what it is about, or one further out
   * @returns false where there is no such place: the condition reads entries of another list
   */
  add(about: string, around: string, conditions: readonly Condition[], say: Say, otherwise = false): boolean {
    const condition = all(...conditions);
    const level = levelOf(around, templatesIn(condition));
    if (level === undefined) return false;
    const said = say(namesBelow(level, about));
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
    const rule: Rule = { if: schemaOf(condition, level), ...(otherwise ? { else: said } : { then: said }) };
    this.#rules.set(level, [...this.at(level), rule]);
    return true;
  }
}

/** The deepest group at or around a template from which all places are reached without entering a list. */
function levelOf(around: string, templates: readonly string[]): string | undefined {
  for (let level = around; ; level = level.slice(0, level.lastIndexOf('/'))) {
    const reaches = templates.every(
      (template) => template.startsWith(`${level}/`) && !template.slice(level.length).includes('*'),
    );
    // A list itself (its template without the star) is no group.
    if (reaches && !around.startsWith(`${level}/*`)) return level;
    if (level === '') return undefined;
  }
}

/** The member at a path is demanded, and what leads there from a position on; what lies before only if it is there. */
export function requiring(path: readonly string[], from: number): JsonObject {
  const [name = '', ...rest] = path;
  if (name === '*') return { items: requiring(rest, from - 1) };
  const inner = rest.length === 0 ? {} : { properties: { [name]: requiring(rest, from - 1) } };
  return from <= 0 ? { required: [name], ...inner } : inner;
}

/** What is at a path, if it is there, fits a schema. */
export function fitting(path: readonly string[], schema: JsonObject | boolean): JsonObject | boolean {
  const [name, ...rest] = path;
  if (name === undefined) return schema;
  if (name === '*') return { items: fitting(rest, schema) };
  return { properties: { [name]: fitting(rest, schema) } };
}
