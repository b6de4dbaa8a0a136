import {
  type DefinitionProblem,
  type ErrorCode,
  type ErrorParams,
  errorMessage,
  type JsonObject,
} from '@schalter/definition';
import { duplicateKeys } from './duplicate-keys.ts';

/** A file's JSON, or what is wrong with it. `json` is there whenever the text could be read at all. */
export interface ReadJson {
  readonly json?: JsonObject;
  readonly problems: readonly DefinitionProblem[];
}

/** Reads bytes as UTF-8 text: a byte order mark is dropped, anything but UTF-8 gives `undefined`. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Parses the text of a file that must hold one JSON object.
 * @param file as problems name it
 */
export function readJsonText(text: string, file: string): ReadJson {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { problems: [syntaxProblem(error, text, file)] };
  }
  if (!isObject(json)) return { problems: [fileProblem('file-not-an-object', file)] };
  const problems = duplicateKeys(text).map(({ name, at }) => fileProblem('duplicate-key', file, at, { name }));
  return { json, problems };
}

/** A problem of a file, its sentence put in. */
export function fileProblem(
  code: ErrorCode,
  file: string,
  at = '',
  params: ErrorParams = {},
  severity: DefinitionProblem['severity'] = 'error',
): DefinitionProblem {
  return { code, severity, file, at, params, message: errorMessage(code, params) };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * V8 says "… in JSON at position 12 (line 3 column 5)", but no place when the text ends too early. The place goes into
 * the parameters too: there is no JSON that a pointer could lead into.
 */
function syntaxProblem(error: unknown, text: string, file: string): DefinitionProblem {
  // The parser gives up on what is nested deeper than its stack.
  if (!(error instanceof SyntaxError))
    return fileProblem('json-syntax', file, '', { detail: 'it is nested too deeply' });
  const position = /at position (\d+)/.exec(error.message)?.[1];
  const offset = position === undefined ? text.length : Number(position);
  const before = text.slice(0, offset).split('\n');
  const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  if (/^\/[/*]/.test(text.slice(offset, offset + 2))) return fileProblem('json-comment', file, '', place);
  const what = error.message
    .replace(/,? ?(?:\.\.\.)?"[\s\S]*" is not valid JSON$/, '')
    .replace(/ in JSON at position.*$/s, '');
  const detail = `line ${place.line}, column ${place.column}: ${what}`;
  return fileProblem('json-syntax', file, '', { detail, ...place });
}
