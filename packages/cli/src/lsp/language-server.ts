import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { formatPointer, withBuiltIns } from '@schalter/definition';
import { loadConfigFile, severitiesFor } from '@schalter/server/config';
import { loadForms } from '@schalter/server/forms';
import {
  complete,
  type DeclaringForm,
  definitionAt,
  readDocument,
  renamableAt,
  rename,
} from '@schalter/validators/language';
import {
  type CompletionItem,
  CompletionItemKind,
  type Connection,
  type Diagnostic,
  DiagnosticSeverity,
  type Location,
  type Range,
  TextDocumentSyncKind,
  TextDocuments,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { checkTarget } from '../check/check-target.ts';
import type { LocatedProblem } from '../check/located.ts';
import { jsonFilesOf } from '../json-files.ts';
import { locate } from '../source/locate.ts';
import { type FormFile, formAt } from './form-at.ts';
import { openFiles } from './open-files.ts';

/** Milliseconds without a key before a form is checked. */
const pause = 250;

const kinds = {
  field: CompletionItemKind.Field,
  define: CompletionItemKind.Variable,
  function: CompletionItemKind.Function,
  variable: CompletionItemKind.Keyword,
  pointer: CompletionItemKind.Reference,
  reference: CompletionItemKind.Reference,
  service: CompletionItemKind.Module,
} as const;

/**
 * A language server (LSP 3.17) for folders of forms: the checker's problems, names and pointers completed, definitions,
 * renaming. JSON itself, with the schema of the form language, is the editor's own business.
 */
export function serveLanguage(connection: Connection): void {
  const documents = new TextDocuments(TextDocument);
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** Files that have diagnostics at present, by form: what is mended has to be told too. */
  const marked = new Map<string, ReadonlySet<string>>();
  const textOf = (path: string) => documents.get(pathToFileURL(path).href)?.getText();

  connection.onInitialize(() => ({
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      completionProvider: { triggerCharacters: ['.', '/', '"', ':', '{'] },
      definitionProvider: true,
      renameProvider: { prepareProvider: true },
    },
    serverInfo: { name: 'schalter' },
  }));

  documents.onDidChangeContent(({ document }) => {
    const file = fileOf(document.uri);
    if (!file) return;
    const key = join(file.root, file.form);
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(() => void check(file).catch((error) => connection.console.error(String(error))), pause),
    );
  });
  connection.onShutdown(() => {
    for (const timer of timers.values()) clearTimeout(timer);
  });

  async function check({ root, form }: FormFile): Promise<void> {
    // A configuration that is wrong is said by `schalter check`; here its defaults hold.
    const settings = await loadConfigFile({ folder: join(root, '..') }).then(
      (loaded) => loaded.settings.check ?? {},
      () => ({}),
    );
    const found = new Map<string, Diagnostic[]>();
    const checked = checkTarget(
      { root, forms: [form] },
      {
        folder: root,
        severities: (folder) => severitiesFor(settings, folder),
        files: openFiles(root, textOf),
        textOf: (path) => textOf(path),
      },
    );
    for await (const { problems } of checked) {
      for (const problem of problems) {
        const uri = pathToFileURL(join(root, problem.path)).href;
        found.set(uri, [...(found.get(uri) ?? []), diagnostic(problem)]);
      }
    }
    const key = join(root, form);
    for (const uri of new Set([...(marked.get(key) ?? []), ...found.keys()])) {
      await connection.sendDiagnostics({ uri, diagnostics: found.get(uri) ?? [] });
    }
    marked.set(key, new Set(found.keys()));
  }

  /** form.json as it is open, with what its names are looked up in. */
  async function context(uri: string) {
    const file = fileOf(uri);
    const document = documents.get(uri);
    if (!file || !document || file.file !== 'form.json') return undefined;
    const { library } = await loadForms(file.root, { only: file.form, files: openFiles(file.root, textOf) });
    const json = readDocument(document.getText());
    const form: DeclaringForm = { form: json.json, library: withBuiltIns(library) };
    return { file, document, json, form };
  }

  connection.onCompletion(async ({ textDocument, position }): Promise<CompletionItem[]> => {
    const found = await context(textDocument.uri);
    if (!found) return [];
    const { document, json, form } = found;
    return complete(json, form, document.offsetAt(position)).map(({ label, kind, detail, replaces }) => ({
      label,
      kind: kinds[kind],
      ...(detail === undefined ? {} : { detail }),
      textEdit: { range: rangeIn(document, replaces.start, replaces.end), newText: label },
    }));
  });

  connection.onDefinition(async ({ textDocument, position }): Promise<Location | undefined> => {
    const found = await context(textDocument.uri);
    const declared = found && definitionAt(found.json, found.form, found.document.offsetAt(position));
    if (!found || !declared) return undefined;
    const { shared } = await loadForms(found.file.root, { only: found.file.form });
    const path = declared.file === 'form.json' ? join(found.file.form, 'form.json') : shared.get(declared.file);
    // Built-in blocks stand in no file.
    if (path === undefined) return undefined;
    const absolute = join(found.file.root, path);
    const text = textOf(absolute) ?? readFileSync(absolute, 'utf8');
    const pointer = formatPointer(declared.path);
    const place = locate(text, [pointer]).get(pointer);
    const line = (one: { line: number; column: number }) => ({ line: one.line - 1, character: one.column - 1 });
    const range = place ? { start: line(place.start), end: line(place.end) } : rangeOfStart;
    return { uri: pathToFileURL(absolute).href, range };
  });

  connection.onPrepareRename(async ({ textDocument, position }) => {
    const found = await context(textDocument.uri);
    const named = found && renamableAt(found.json, found.form, found.document.offsetAt(position));
    if (!found || !named) return null;
    const word = wordAt(found.document.getText(), found.document.offsetAt(position));
    return { range: rangeIn(found.document, word.start, word.end), placeholder: named.name };
  });

  connection.onRenameRequest(async ({ textDocument, position, newName }): Promise<WorkspaceEdit | null> => {
    const found = await context(textDocument.uri);
    if (!found) return null;
    const { file, document, form } = found;
    const folder = join(file.root, file.form);
    const texts = await textsOf(folder, textOf);
    const edits = rename(texts, form, document.offsetAt(position), newName);
    if (!edits) return null;
    const changes = Object.entries(edits).map(([name, changed]) => {
      const path = join(folder, name);
      const text = TextDocument.create('', 'json', 0, texts[name] ?? '');
      const made = changed.map(({ start, end, text: newText }) => ({ range: rangeIn(text, start, end), newText }));
      return [pathToFileURL(path).href, made] as const;
    });
    return { changes: Object.fromEntries(changes) };
  });

  documents.listen(connection);
  connection.listen();
}

const rangeOfStart: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function fileOf(uri: string): FormFile | undefined {
  return uri.startsWith('file:') ? formAt(fileURLToPath(uri)) : undefined;
}

function diagnostic({ severity, code, message, range }: LocatedProblem): Diagnostic {
  const at = range && {
    start: { line: range.start.line - 1, character: range.start.column - 1 },
    end: { line: range.end.line - 1, character: range.end.column - 1 },
  };
  return {
    range: at ?? rangeOfStart,
    severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    code,
    codeDescription: { href: `https://schalter.dev/checks/${code}` },
    source: 'schalter',
    message,
  };
}

function rangeIn(document: TextDocument, start: number, end: number): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

function wordAt(text: string, offset: number): { start: number; end: number } {
  const before = /\w*$/.exec(text.slice(0, offset))?.[0].length ?? 0;
  const after = /^\w*/.exec(text.slice(offset))?.[0].length ?? 0;
  return { start: offset - before, end: offset + after };
}

/** The texts of a form's files that speak of its fields, as the editor has them. */
async function textsOf(folder: string, open: (path: string) => string | undefined): Promise<Record<string, string>> {
  const root = join(folder, '..');
  const form = folder.slice(root.length + 1);
  const files = await jsonFilesOf({ root, forms: [form] });
  return Object.fromEntries(
    files.map((file) => {
      const path = join(root, file);
      return [file.slice(form.length + 1), open(path) ?? readFileSync(path, 'utf8')];
    }),
  );
}
