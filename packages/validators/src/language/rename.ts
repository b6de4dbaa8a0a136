import { type Declaration, type DeclaringForm, declarationAt, sameDeclaration } from './declarations.ts';
import { declarationOf } from './definition.ts';
import {
  type JsonDocument,
  nameStretch,
  readDocument,
  type Stretch,
  type StringPlace,
  stringAt,
  stringsOf,
  textOffset,
} from './document.ts';
import { expressionsIn } from './expression-places.ts';
import { referencesIn } from './references.ts';

/** A piece of a file that is replaced. */
export interface TextEdit extends Stretch {
  readonly text: string;
}

/** Texts of the files that speak of a form's fields, by their names: `form.json`, `locales/en.json`, `cases/eins.json`. */
export type FormTexts = Readonly<Record<string, string>>;

/** What can be renamed at an offset of form.json: its present name and where it stands. */
export function renamableAt(
  document: JsonDocument,
  context: DeclaringForm,
  offset: number,
): { readonly name: string; readonly declaration: Declaration } | undefined {
  const place = stringAt(document, offset);
  const declaration = place && declarationOf(document, context, place, offset);
  if (declaration?.file !== 'form.json') return undefined;
  const name = declaration.path.at(-1);
  const holder = declaration.path.at(-2);
  const isNamed = holder === 'properties' || declaration.path[0] === 'define';
  return isNamed && typeof name === 'string' ? { name, declaration } : undefined;
}

/**
 * Gives a field or a named expression another name, everywhere it is spoken of: in expressions and texts, pointers of
 * steps, `required`, checks, translations and cases.
 * @returns edits by file, to be made from the last to the first; undefined where nothing can be renamed
 */
export function rename(
  texts: FormTexts,
  context: DeclaringForm,
  offset: number,
  to: string,
): Readonly<Record<string, readonly TextEdit[]>> | undefined {
  const document = readDocument(texts['form.json'] ?? '');
  const found = renamableAt(document, context, offset);
  if (!found || !/^[A-Za-z_]\w*$/.test(to)) return undefined;
  const { name, declaration } = found;
  const edits: Record<string, TextEdit[]> = {};
  const own = nameStretch(document, declaration.path);
  edits['form.json'] = [...(own ? [{ ...own, text: to }] : []), ...inForm(document, context, declaration, name, to)];
  for (const [file, text] of Object.entries(texts)) {
    if (file === 'form.json') continue;
    const changed = inOtherFile(readDocument(text), file, context, declaration, name, to);
    if (changed.length > 0) edits[file] = changed;
  }
  return edits;
}

function inForm(
  document: JsonDocument,
  context: DeclaringForm,
  declaration: Declaration,
  name: string,
  to: string,
): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const place of stringsOf(document)) {
    const expressions = expressionsIn(context, place);
    for (const expression of expressions) {
      const text = place.value.slice(expression.start, expression.end);
      for (const { start, end, target } of referencesIn(context, text, expression)) {
        if (sameDeclaration(target, declaration))
          edits.push(within(document, place, expression.start + start, expression.start + end, to));
      }
    }
    if (expressions.length > 0 || place.isName) {
      edits.push(...(place.isName ? pointerEdits(document, place, context, declaration, name, to) : []));
      continue;
    }
    if (place.value.startsWith('/')) edits.push(...pointerEdits(document, place, context, declaration, name, to));
    else if (place.value === name && namesSibling(place, declaration)) edits.push({ ...place.inner, text: to });
  }
  return edits;
}

/** `required` and `at` of checks name fields beside them. */
function namesSibling({ path }: StringPlace, declaration: Declaration): boolean {
  const group = declaration.path.slice(0, -2);
  const keyword = path.findLast((one) => typeof one === 'string');
  if (keyword === 'required') return path.slice(0, path.lastIndexOf('required')).join('\n') === group.join('\n');
  if (keyword !== 'at' || path[0] !== 'data') return false;
  const holder = path.slice(0, path.lastIndexOf('checks'));
  // A group's check names its members, a field's the fields beside it.
  return holder.join('\n') === group.join('\n') || holder.slice(0, -2).join('\n') === group.join('\n');
}

/** Keys of translations begin with pointers; cases hold answers and pointers. */
function inOtherFile(
  document: JsonDocument,
  file: string,
  context: DeclaringForm,
  declaration: Declaration,
  name: string,
  to: string,
): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const place of stringsOf(document)) {
    if (place.value.startsWith('/')) edits.push(...pointerEdits(document, place, context, declaration, name, to));
    else if (file.startsWith('cases/') && place.isName && place.value === name && place.path[0] !== 'expect') {
      const answers = place.path.slice(1).map((one) => (typeof one === 'number' ? '*' : one));
      const found = place.path[0] === 'answers' && declarationAt(context, `/${answers.join('/')}`);
      if (found && sameDeclaration(found, declaration)) edits.push({ ...place.inner, text: to });
    }
  }
  return edits;
}

/** The parts of a pointer that mean the field: `/hunde/0/chip` and `/hunde/*‎/chip#title`. */
function pointerEdits(
  document: JsonDocument,
  place: StringPlace,
  context: DeclaringForm,
  declaration: Declaration,
  name: string,
  to: string,
): TextEdit[] {
  const pointer = place.value.split('#')[0] ?? '';
  const edits: TextEdit[] = [];
  let end = 0;
  for (const part of pointer.split('/').slice(1)) {
    const start = end + 1;
    end = start + part.length;
    if (part !== name) continue;
    const meant = declarationAt(context, pointer.slice(0, end));
    if (meant && sameDeclaration(meant, declaration)) edits.push(within(document, place, start, end, to));
  }
  return edits;
}

function within(document: JsonDocument, place: StringPlace, start: number, end: number, text: string): TextEdit {
  return { start: textOffset(document, place, start), end: textOffset(document, place, end), text };
}
