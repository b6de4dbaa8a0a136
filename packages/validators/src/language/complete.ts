import type { JsonValue } from '@schalter/definition';
import { expressionFunctions } from '@schalter/engine/compile';
import { type Declaration, type DeclaringForm, membersOf, rootOf, templatesOf, titleOf } from './declarations.ts';
import { type JsonDocument, memberOf, type Stretch, stringAt, textOffset, valueOffset } from './document.ts';
import { type ExpressionPlace, expressionsIn } from './expression-places.ts';
import { readNames } from './references.ts';

/** Something that can stand where the cursor is. */
export interface Suggestion {
  readonly label: string;
  readonly kind: 'field' | 'define' | 'function' | 'variable' | 'pointer' | 'reference' | 'service';
  /** Title of a field, signature of a function. */
  readonly detail?: string;
  /** Characters of the document it replaces. */
  readonly replaces: Stretch;
}

/** What can stand at an offset of form.json, where JSON Schema has no answer: names, pointers, references. */
export function complete(document: JsonDocument, context: DeclaringForm, offset: number): Suggestion[] {
  const place = stringAt(document, offset);
  if (!place || place.isName) return [];
  const at = valueOffset(document, place, offset);
  const expression = expressionsIn(context, place).find(({ start, end }) => at >= start && at <= end);
  if (expression) {
    const text = place.value.slice(expression.start, expression.end);
    const found = inExpression(context, text, at - expression.start, expression);
    return found.map(({ start, end, ...rest }) => ({
      ...rest,
      replaces: {
        start: textOffset(document, place, expression.start + start),
        end: textOffset(document, place, expression.start + end),
      },
    }));
  }
  return aroundExpressions(context, place.path).map((suggestion) => ({ ...suggestion, replaces: place.inner }));
}

type Found = Omit<Suggestion, 'replaces'> & Stretch;

function inExpression(context: DeclaringForm, text: string, at: number, place: ExpressionPlace): Found[] {
  const { references, scopes } = readNames(context, text, place);
  const current = references.find(({ start, end }) => at >= start && at <= end);
  const typed = /[A-Za-z_]\w*$/.exec(text.slice(0, at))?.[0] ?? '';
  const range = { start: current?.start ?? at - typed.length, end: current?.end ?? at };
  const fields = (holder: Declaration): Found[] =>
    [...membersOf(context, holder)].map(([label, member]) => fieldSuggestion(context, label, member, range));
  if (current?.isMember) return current.holder ? fields(current.holder) : [];
  const visible = scopes.filter(({ start, end }) => at > start && at <= end);
  const names: Found[] = visible.map(({ name }) => ({ label: name, kind: 'variable', ...range }));
  if (place.self) names.push({ label: 'self', kind: 'variable', ...range });
  if (place.item)
    names.push({ label: 'item', kind: 'variable', ...range }, { label: 'index', kind: 'variable', ...range });
  const defines = memberOf(context.form, 'define');
  for (const label of Object.keys(typeof defines === 'object' && defines !== null ? defines : {})) {
    names.push({ label, kind: 'define', ...detailOf(memberOf(defines, label)), ...range });
  }
  const functions = expressionFunctions.map(
    ({ name, signature }): Found => ({ label: name, kind: 'function', detail: signature, ...range }),
  );
  return [...names, ...fields(rootOf(context)), ...functions];
}

function fieldSuggestion(context: DeclaringForm, label: string, member: Declaration, range: Stretch): Found {
  const title = titleOf(context, member);
  return { label, kind: 'field', ...(title === undefined ? {} : { detail: title }), ...range };
}

function detailOf(value: JsonValue | undefined): { detail?: string } {
  return typeof value === 'string' ? { detail: value } : {};
}

/** Strings that name something: pointers of steps, blocks, lists, services, required fields. */
function aroundExpressions(context: DeclaringForm, path: readonly (string | number)[]): Omit<Suggestion, 'replaces'>[] {
  const keyword = path.findLast((name) => typeof name === 'string');
  const pointers = (accepts: (template: string) => boolean = () => true) =>
    [...templatesOf(context)]
      .filter(([template]) => accepts(template))
      .map(([label, declaration]) => {
        const detail = titleOf(context, declaration);
        return { label, kind: 'pointer' as const, ...(detail === undefined ? {} : { detail }) };
      });
  const references = (labels: readonly string[]) => labels.map((label) => ({ label, kind: 'reference' as const }));
  if (path[0] === 'steps' && (keyword === 'fields' || keyword === 'pass' || keyword === 'at')) return pointers();
  if (path[0] === 'steps' && keyword === 'forEach') return pointers((template) => isList(context, template));
  if (keyword === '$ref') {
    const defs = memberOf(memberOf(context.form, 'data'), '$defs');
    const names = Object.keys(typeof defs === 'object' && defs !== null ? defs : {});
    return references([
      ...Object.keys(context.library.blocks).map((id) => `block:${id}`),
      ...names.map((name) => `#/$defs/${name}`),
    ]);
  }
  if (keyword === 'options') return references(Object.keys(context.library.lists).map((id) => `list:${id}`));
  if (keyword === 'service' || keyword === 'handover') {
    const services = memberOf(context.form, 'services');
    return Object.keys(typeof services === 'object' && services !== null ? services : {}).map((label) => ({
      label,
      kind: 'service',
      ...detailOf(memberOf(memberOf(services, label), 'kind')),
    }));
  }
  if (keyword === 'required' && path[0] === 'data') return requiredNames(context, path);
  return [];
}

function requiredNames(context: DeclaringForm, path: readonly (string | number)[]): Omit<Suggestion, 'replaces'>[] {
  const group = path.slice(0, path.lastIndexOf('required'));
  const schema = group.reduce((value, name) => memberOf(value, name), context.form);
  return [...membersOf(context, { file: 'form.json', path: group, schema })].map(([label, member]) => {
    const detail = titleOf(context, member);
    return { label, kind: 'field' as const, ...(detail === undefined ? {} : { detail }) };
  });
}

function isList(context: DeclaringForm, template: string): boolean {
  return [...templatesOf(context)].some(([other]) => other.startsWith(`${template}/*/`));
}
