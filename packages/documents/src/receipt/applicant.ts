import type { JsonObject, JsonValue } from '@schalter/definition';
import type { Program } from '@schalter/engine';

type Group = Program['root'];

/**
 * The one person or organisation a submission names, for the box of the receipt. Forms mark such fields for browsers
 * (`autocomplete`: `given-name`, `family-name`, `name`, `organization`), the blocks do it by themselves. Where a form
 * names several (an employer and an employee, parents and a child) nobody can tell from here who files it: then there
 * is no name, rather than a wrong one.
 */
export function applicantOf(program: Pick<Program, 'root'>, answers: JsonObject): string | undefined {
  const names = namesIn(program.root, answers);
  return names.length === 1 ? names[0] : undefined;
}

function namesIn(group: Group, answers: JsonObject): string[] {
  const own: Partial<Record<string, string>> = {};
  const below: string[] = [];
  for (const node of group.members) {
    const value: JsonValue | undefined = Object.hasOwn(answers, node.name) ? answers[node.name] : undefined;
    if (value === undefined || value === null) continue;
    if (node.kind === 'group' && isObject(value)) below.push(...namesIn(node, value));
    if (node.kind !== 'leaf' || typeof value !== 'string') continue;
    // The last word says what it is; before it may stand "section-…", "work" and the like.
    const token = node.autocomplete?.split(/\s+/).at(-1);
    if (token) own[token] ??= value;
  }
  const person = own.name ?? [own['given-name'], own['family-name']].filter((part) => part !== undefined).join(' ');
  return [...[own.organization ?? '', person].filter((name) => name !== ''), ...below];
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
