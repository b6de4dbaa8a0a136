import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { JsonValue } from '@schalter/definition';
import type { AnySchema } from 'ajv';
import type { Ajv2020 } from 'ajv/dist/2020.js';
import { foundSchemaSuite } from '../../../scripts/schema-suite.mjs';

/** A schema of the suite with values that it takes or refuses. */
export interface SuiteGroup {
  /** Below `tests/draft2020-12`, with slashes. */
  readonly file: string;
  readonly description: string;
  readonly schema: AnySchema;
  readonly tests: readonly { readonly description: string; readonly data: JsonValue; readonly valid: boolean }[];
}

/** The official JSON Schema Test Suite for 2020-12; `npm test` fetches it. */
export interface SchemaSuite {
  readonly groups: readonly SuiteGroup[];
  /** Puts the schemas that the suite's tests refer to by address into an AJV. */
  addRemotes(ajv: Ajv2020): void;
}

/** The suite, or undefined where it is not at hand. */
export function readSchemaSuite(): SchemaSuite | undefined {
  const folder = foundSchemaSuite();
  if (folder === undefined) return undefined;
  const tests = join(folder, 'tests', 'draft2020-12');
  const remotes = jsonIn(join(folder, 'remotes')).filter(
    ({ path }) => !/^(?:draft[34679]|draft2019|draft-next|v1)/u.test(path),
  );
  return {
    groups: jsonIn(tests).flatMap(({ path, content }) =>
      (content as unknown as Omit<SuiteGroup, 'file'>[]).map((group) => ({ ...group, file: path })),
    ),
    addRemotes(ajv) {
      for (const { path, content } of remotes) {
        try {
          ajv.addSchema(content as unknown as AnySchema, `http://localhost:1234/${path}`);
        } catch {
          // Some are of older drafts, and tests that need them are missed.
        }
      }
    },
  };
}

function jsonIn(folder: string): { readonly path: string; readonly content: JsonValue }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({
      path: relative(folder, path).split(sep).join('/'),
      content: JSON.parse(readFileSync(path, 'utf8')),
    }));
}
