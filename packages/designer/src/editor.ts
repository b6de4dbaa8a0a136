import type { DefinitionProblem, Library } from '@schalter/definition';
import formSchema from '@schalter/definition/form.schema.json' with { type: 'json' };
import * as monaco from 'monaco-editor/editor/editor.api';
import 'monaco-editor/features/register.all';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import JsonWorker from 'monaco-editor/languages/features/json/json.worker?worker';
import { jsonDefaults } from 'monaco-editor/languages/features/json/register';
import { assist } from './assistance.ts';
import { locate } from './positions.ts';

self.MonacoEnvironment = {
  getWorker: (_id: string, label: string) => (label === 'json' ? new JsonWorker() : new EditorWorker()),
};

const uri = monaco.Uri.parse('schalter://form/form.json');

jsonDefaults.setDiagnosticsOptions({
  // The schema completes and explains; the checker alone judges, so that nothing is reported twice in two wordings.
  validate: true,
  schemaValidation: 'ignore',
  enableSchemaRequest: false,
  schemas: [{ uri: formSchema.$id, fileMatch: [uri.toString()], schema: formSchema }],
});

/** A Monaco editor for form.json. */
export interface FormEditor {
  text(): string;
  /** Replaces the text and forgets the undo history: another form was opened. */
  open(text: string): void;
  /** Draws waves under what the checker found in form.json. */
  mark(problems: readonly DefinitionProblem[]): void;
  /** Puts the cursor where a problem stands. */
  show(pointer: string): void;
  lineOf(pointer: string): number;
  dispose(): void;
}

/**
 * @param onChange called after every change of the text by the author
 * @param library the city's blocks and lists, for completion
 */
export function createEditor(
  container: HTMLElement,
  label: string,
  onChange: () => void,
  library: () => Library,
): FormEditor {
  const model = monaco.editor.createModel('', 'json', uri);
  model.updateOptions({ tabSize: 2, insertSpaces: true });
  const editor = monaco.editor.create(container, {
    model,
    ariaLabel: label,
    automaticLayout: true,
    minimap: { enabled: false },
    fontSize: 14,
    lineHeight: 20,
    scrollBeyondLastLine: false,
    // Ctrl+M lets Tab leave the editor; wrapped lines spare sideways scrolling.
    wordWrap: 'on',
    fixedOverflowWidgets: true,
    quickSuggestions: { strings: true, other: true, comments: false },
  });
  const assistance = assist(model, library);
  let opening = false;
  const changes = model.onDidChangeContent(() => {
    if (!opening) onChange();
  });
  const rangeOf = (pointer: string) => {
    const { offset, length } = locate(model.getValue(), pointer);
    return monaco.Range.fromPositions(model.getPositionAt(offset), model.getPositionAt(offset + length));
  };
  return {
    text: () => model.getValue(),
    open(text) {
      opening = true;
      model.setValue(text);
      opening = false;
      editor.setScrollTop(0);
    },
    mark(problems) {
      const markers = problems
        .filter(({ file }) => file === 'form.json')
        .map((problem) => ({
          ...rangeOf(problem.at),
          message: problem.message,
          code: problem.code,
          source: 'schalter',
          severity: problem.severity === 'error' ? monaco.MarkerSeverity.Error : monaco.MarkerSeverity.Warning,
        }));
      monaco.editor.setModelMarkers(model, 'schalter', markers);
    },
    show(pointer) {
      const range = rangeOf(pointer);
      editor.setSelection(range);
      editor.revealRangeInCenterIfOutsideViewport(range);
      editor.focus();
    },
    lineOf: (pointer) => rangeOf(pointer).startLineNumber,
    dispose() {
      changes.dispose();
      for (const one of assistance) one.dispose();
      editor.dispose();
      model.dispose();
    },
  };
}
