import type { ContentView, FieldView, View } from '@schalter/engine';
import type { EnteredByName } from '../events.ts';

/** What stands in a form's inputs, as a browser would post it. */
export function enteredIn(form: HTMLFormElement): EnteredByName {
  return (name) => {
    const found = form.elements.namedItem(name);
    if (found === null) return undefined;
    const inputs = found instanceof RadioNodeList ? Array.from(found) : [found];
    return inputs.flatMap((input) => enteredValues(input));
  };
}

function enteredValues(input: Node): string[] {
  if (input instanceof HTMLInputElement) {
    const box = input.type === 'radio' || input.type === 'checkbox';
    return box && !input.checked ? [] : [input.value];
  }
  return input instanceof HTMLSelectElement || input instanceof HTMLTextAreaElement ? [input.value] : [];
}

const fieldsByStep = new WeakMap<readonly ContentView[], Map<string, FieldView>>();

/** The field of the view's page that an input belongs to, by the input's name. */
export function fieldNamed(view: View, name: string): FieldView | undefined {
  const { content } = view.step;
  let fields = fieldsByStep.get(content);
  if (!fields) {
    fields = new Map();
    collect(content, fields);
    fieldsByStep.set(content, fields);
  }
  const hash = name.indexOf('#');
  return fields.get(hash < 0 ? name : name.slice(0, hash));
}

function collect(content: readonly ContentView[], fields: Map<string, FieldView>): void {
  for (const item of content) {
    if (item.kind === 'field') fields.set(item.at, item);
    else if (item.kind === 'group') collect(item.content, fields);
    else if (item.kind === 'list') for (const entry of item.entries) collect(entry.content, fields);
  }
}

/** "None of these" and the others exclude each other: what was ticked last holds. */
export function applyExclusive(box: HTMLInputElement, form: HTMLFormElement): void {
  if (box.type !== 'checkbox' || !box.checked) return;
  const found = form.elements.namedItem(box.name);
  if (!(found instanceof RadioNodeList)) return;
  const exclusive = 'exclusive' in box.dataset;
  for (const other of found) {
    if (other === box || !(other instanceof HTMLInputElement)) continue;
    if (exclusive || 'exclusive' in other.dataset) other.checked = false;
  }
}
