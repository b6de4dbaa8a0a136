// JSON

// Blocks, lists, files of a form
export { builtInBlocks } from './blocks/index.ts';
// Controls and units
export {
  type ControlDeclaration,
  type ControlName,
  controlDeclaration,
  controlFor,
  controls,
} from './controls.ts';
// Errors and problems
export {
  type DefinitionProblem,
  type ErrorCode,
  type ErrorParams,
  errorMessage,
  errorTable,
  SchalterError,
} from './errors.ts';
// The form language, as written: types generated from schema/form.schema.json
export type {
  AboutDefinition,
  BlockDefinition,
  CheckDefinition,
  CodeList,
  FieldSchema,
  FormCase,
  FormDefinition,
  MigrationDefinition,
  OptionDefinition,
  RetentionDefinition,
  ReviewDefinition,
  ServiceDefinition,
  SplitDefinition,
  StepDefinition,
  TextBlockDefinition,
  ValueConstraint,
} from './form.generated.ts';
export type { JsonObject, JsonValue } from './json.ts';
export { type LeafConstraint, leafConstraints } from './leaf-constraints.ts';
export { type FormSource, type Library, withBuiltIns } from './library.ts';
export { collectLocale } from './locale.ts';
export { formatPointer, joinPointer, parsePointer, templateOf, valueAt } from './pointer.ts';
// The layout of form files
export { printJson } from './print.ts';
export { originOf } from './resolve/origin-of.ts';
// Resolved forms
export { resolveForm } from './resolve/resolve-form.ts';
export type { LocaleTexts, Origin, ResolvedForm } from './resolved.ts';
export { textHash } from './text/hash.ts';
export { type Interpolation, parsePlain } from './text/interpolation.ts';
export { markdownProblems, parseMarkdown, plainProblems, type TextProblem } from './text/markdown.ts';
export { isSafeHref } from './text/safe-href.ts';
// Texts
export type { Block, Inline, TextTree } from './text-tree.ts';
export { type UnitKind, unitKind } from './unit.ts';
// Versions
export { compareVersions } from './versions.ts';
