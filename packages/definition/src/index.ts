// JSON
export type { JsonObject, JsonValue } from './json.ts';
// Errors and problems
export {
  type DefinitionProblem,
  type ErrorCode,
  type ErrorParams,
  errorMessage,
  errorTable,
  SchalterError,
} from './errors.ts';
// Texts
export type { Block, Inline, TextTree } from './text-tree.ts';
// Resolved forms
export type { LocaleTexts, Origin, ResolvedForm } from './resolved.ts';
