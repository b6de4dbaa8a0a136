import { type JsonValue, joinPointer, parsePointer, type ResolvedForm, valueAt } from '@schalter/definition';

/** A form with blocks and lists inlined: what a program was compiled from. Findings point into it. */
export type AnalysedForm = ResolvedForm['form'];

/** JSON Pointer into the resolved form of the subschema that stands for a pointer template. */
export function schemaPointer(template: string): string {
  const names = parsePointer(template) ?? [];
  return names.reduce(
    (at, name) => (name === '*' ? joinPointer(at, 'items') : joinPointer(at, 'properties', name)),
    '/data',
  );
}

/** Pointer of a step by its id; `undefined` for a summary that nobody wrote. */
export function stepPointer(form: AnalysedForm, id: string): string | undefined {
  const index = form.steps.findIndex((step) => step.id === id);
  return index === -1 ? undefined : joinPointer('/steps', index);
}

/** Pointer of the option that has a constant, of a field or of a list of chosen values. */
export function optionPointer(
  form: AnalysedForm,
  template: string,
  isList: boolean,
  value: JsonValue,
): string | undefined {
  const base = schemaPointer(isList ? `${template}/*` : template);
  const options = valueAt(form, joinPointer(base, 'oneOf'));
  const index = Array.isArray(options) ? options.findIndex((option) => valueAt(option, '/const') === value) : -1;
  return index === -1 ? undefined : joinPointer(base, 'oneOf', index);
}
