import {
  type BlockDefinition,
  type CodeList,
  type DefinitionProblem,
  type FormCase,
  type FormDefinition,
  type FormSource,
  type JsonObject,
  type Library,
  type LocaleTexts,
  SchalterError,
} from '@schalter/definition';
import { type FormFiles, folderOnDisk, isTooLarge, type TooLarge } from './form-files.ts';
import { decodeUtf8, fileProblem, readJsonText } from './read-json.ts';

/** A folder of forms as read from disk: nothing checked but that its files are JSON. */
export interface LoadedForms {
  /** The city's own blocks (`city/<name>`) and code lists (`<id>@<version>`); built-in blocks are not among them. */
  readonly library: Library;
  /** By the form's id. */
  readonly forms: ReadonlyMap<string, FormSource>;
  /** Text of each `form.json` as it stands in the file, by the form's id: the order of its properties has meaning. */
  readonly texts: ReadonlyMap<string, string>;
  /** Folder of each form below the root, by the form's id. */
  readonly folders: ReadonlyMap<string, string>;
  /** Files of blocks and lists below the root, by the names problems have for them: `block:city/<name>`, `list:<id>@<version>`. */
  readonly shared: ReadonlyMap<string, string>;
  /** Files are named relative to `root`: `hundesteuer-anmeldung/locales/en.json`. */
  readonly problems: readonly DefinitionProblem[];
}

export interface LoadOptions {
  /** Reads only the form in this folder, with all blocks and lists. */
  readonly only?: string;
  /** Where to read from; the disk if left out. */
  readonly files?: FormFiles;
}

/** Bytes of the largest file that is read: a list of 100,000 codes fits; what is larger would only fill the memory. */
export const largestFile = 16 * 1024 * 1024;

/**
 * Reads a folder of forms: `<form>/form.json`, `<form>/locales/*.json`, `<form>/cases/*.json`, `_blocks/*.json`, `_lists/*.json`.
 * Folders whose names start with `_` or `.` are no forms. A file that cannot be read becomes a problem, all at once.
 * @throws SchalterError `forms-folder-unreadable` when `root` itself cannot be listed
 */
export async function loadForms(root: string, options: LoadOptions = {}): Promise<LoadedForms> {
  const files = options.files ?? folderOnDisk(root);
  const reader = createReader(files);
  const folders = await files.list('').catch((cause: NodeJS.ErrnoException) => {
    throw new SchalterError('forms-folder-unreadable', { path: root, detail: cause.code ?? cause.message }, { cause });
  });
  const shared = new Map<string, string>();
  const [blocks, lists] = await Promise.all([loadBlocks(reader, shared), loadLists(reader, shared)]);
  const names = folders.filter((entry) => entry.isFolder && isForm(entry.name, options.only)).map(({ name }) => name);
  const loaded = await Promise.all(names.sort().map((name) => loadForm(reader, name)));

  const forms = new Map<string, FormSource>();
  const texts = new Map<string, string>();
  const folderOf = new Map<string, string>();
  for (const form of loaded) {
    if (!form) continue;
    const { source, folder, text } = form;
    // Without an id the checker has something to say; until then the folder stands for it.
    const id = typeof source.form.id === 'string' ? source.form.id : folder;
    const other = folderOf.get(id);
    if (other !== undefined) {
      reader.problems.push(fileProblem('duplicate-form-id', `${folder}/form.json`, '/id', { id, other }));
      continue;
    }
    folderOf.set(id, folder);
    forms.set(id, source);
    texts.set(id, text);
  }
  return { library: { blocks, lists }, forms, texts, folders: folderOf, shared, problems: reader.problems };
}

function isForm(folder: string, only: string | undefined): boolean {
  return only === undefined ? !/^[._]/.test(folder) : folder === only;
}

interface Reader {
  readonly problems: DefinitionProblem[];
  /** A JSON file below the root; `undefined` when it has problems (which are noted) or, if optional, is not there. */
  read(file: string, optional?: boolean): Promise<{ readonly json: JsonObject; readonly text: string } | undefined>;
  /** The JSON files of a folder below the root by name without ending; none when there is no such folder. */
  readAll(folder: string): Promise<ReadonlyMap<string, JsonObject>>;
}

function createReader(files: FormFiles): Reader {
  const problems: DefinitionProblem[] = [];
  const read: Reader['read'] = async (file, optional = false) => {
    let bytes: Uint8Array | TooLarge;
    try {
      bytes = await files.read(file, largestFile);
    } catch (cause) {
      const detail = errnoOf(cause);
      if (!(optional && detail === 'ENOENT')) problems.push(fileProblem('file-unreadable', file, '', { detail }));
      return undefined;
    }
    if (isTooLarge(bytes)) {
      problems.push(fileProblem('file-too-large', file, '', { bytes: bytes.bytes, limit: largestFile }));
      return undefined;
    }
    const text = decodeUtf8(bytes);
    if (text === undefined) {
      problems.push(fileProblem('file-encoding', file));
      return undefined;
    }
    if (startsWithMark(bytes)) problems.push(fileProblem('byte-order-mark', file, '', {}, 'warning'));
    const result = readJsonText(text, file);
    problems.push(...result.problems);
    return result.json && { json: result.json, text };
  };
  const readAll: Reader['readAll'] = async (folder) => {
    const entries = await files.list(folder).catch(() => []);
    const names = entries.map(({ name }) => name).filter((name) => name.endsWith('.json') && !name.startsWith('.'));
    const contents = await Promise.all(names.sort().map((name) => read(`${folder}/${name}`)));
    const found = new Map<string, JsonObject>();
    for (const [index, name] of names.entries()) {
      const content = contents[index];
      if (content) found.set(name.slice(0, -'.json'.length), content.json);
    }
    return found;
  };
  return { problems, read, readAll };
}

async function loadForm(reader: Reader, folder: string) {
  const main = await reader.read(`${folder}/form.json`, true);
  if (!main) {
    const known = reader.problems.some(({ file }) => file === `${folder}/form.json`);
    if (!known) reader.problems.push(fileProblem('folder-without-form', folder));
    return undefined;
  }
  const [locales, cases] = await Promise.all([reader.readAll(`${folder}/locales`), reader.readAll(`${folder}/cases`)]);
  // The checker judges the shapes; until then they are taken for what they should be.
  const source: FormSource = {
    form: as<FormDefinition>(main.json),
    locales: as<Record<string, LocaleTexts>>(Object.fromEntries(locales)),
    cases: as<Record<string, FormCase>>(Object.fromEntries(cases)),
  };
  return { source, folder, text: main.text };
}

async function loadBlocks(reader: Reader, shared: Map<string, string>): Promise<Record<string, BlockDefinition>> {
  const blocks: Record<string, BlockDefinition> = {};
  for (const [name, json] of await reader.readAll('_blocks')) {
    blocks[`city/${name}`] = as<BlockDefinition>(json);
    shared.set(`block:city/${name}`, `_blocks/${name}.json`);
  }
  return blocks;
}

async function loadLists(reader: Reader, shared: Map<string, string>): Promise<Record<string, CodeList>> {
  const lists: Record<string, CodeList> = {};
  for (const [name, json] of await reader.readAll('_lists')) {
    const { id, version } = json;
    const named = typeof id === 'string' && typeof version === 'string';
    const key = named ? `${id}@${version}` : name;
    lists[key] = as<CodeList>(json);
    shared.set(`list:${key}`, `_lists/${name}.json`);
  }
  return lists;
}

/** JSON whose shape the checker, not the type system, vouches for. */
function as<Shape>(json: JsonObject | Record<string, JsonObject>): Shape {
  return json as unknown as Shape;
}

/** EF BB BF: some editors write it, other programs stumble over it. */
function startsWithMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function errnoOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
}
