import { type Library, withBuiltIns } from '@schalter/definition';
import {
  complete,
  type DeclaringForm,
  definitionAt,
  nameStretch,
  readDocument,
  type Suggestion,
} from '@schalter/validators/language';
import * as monaco from 'monaco-editor/editor/editor.api';

const { CompletionItemKind } = monaco.languages;

const kinds: Readonly<Record<Suggestion['kind'], monaco.languages.CompletionItemKind>> = {
  field: CompletionItemKind.Field,
  define: CompletionItemKind.Variable,
  function: CompletionItemKind.Function,
  variable: CompletionItemKind.Keyword,
  pointer: CompletionItemKind.Reference,
  reference: CompletionItemKind.Reference,
  service: CompletionItemKind.Module,
};

/**
 * What JSON Schema has no words for, in a form's editor: names in expressions, pointers, references, and where they are
 * declared. The same functions as the language server of the command line.
 * @param library the city's blocks and lists, as far as they are known by now
 */
export function assist(model: monaco.editor.ITextModel, library: () => Library): monaco.IDisposable[] {
  const read = () => {
    const document = readDocument(model.getValue());
    const form: DeclaringForm = { form: document.json, library: withBuiltIns(library()) };
    return { document, form };
  };
  const rangeOf = (start: number, end: number) =>
    monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));

  const completion = monaco.languages.registerCompletionItemProvider('json', {
    triggerCharacters: ['.', '/', ':', '{'],
    provideCompletionItems(asked, position) {
      if (asked !== model) return { suggestions: [] };
      const { document, form } = read();
      const offset = model.getOffsetAt(position);
      const suggestions = complete(document, form, offset).map(({ label, kind, detail, replaces }) => ({
        label,
        kind: kinds[kind],
        ...(detail === undefined ? {} : { detail }),
        insertText: label,
        range: rangeOf(replaces.start, replaces.end),
      }));
      return { suggestions };
    },
  });

  const definition = monaco.languages.registerDefinitionProvider('json', {
    provideDefinition(asked, position) {
      if (asked !== model) return undefined;
      const { document, form } = read();
      const declared = definitionAt(document, form, model.getOffsetAt(position));
      // Blocks and lists stand in files of their own, which are not open here.
      if (declared?.file !== 'form.json') return undefined;
      const place = nameStretch(document, declared.path);
      return place && { uri: model.uri, range: rangeOf(place.start, place.end) };
    },
  });
  return [completion, definition];
}
