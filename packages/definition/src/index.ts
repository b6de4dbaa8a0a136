// JSON
export type { JsonObject, JsonValue } from './json.ts';
export { formatPointer, joinPointer, parsePointer, templateOf, valueAt } from './pointer.ts';
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
  StepDefinition,
  TextBlockDefinition,
  ValueConstraint,
} from './form.generated.ts';
// Blocks, lists, files of a form
export { builtInBlocks } from './blocks/index.ts';
export { type FormSource, type Library, withBuiltIns } from './library.ts';
// Controls and units
export {
  type ControlDeclaration,
  type ControlName,
  controlDeclaration,
  controlFor,
  controls,
} from './controls.ts';
export { type UnitKind, unitKind } from './unit.ts';
// Texts
export type { Block, Inline, TextTree } from './text-tree.ts';
export { textHash } from './text-hash.ts';
// Resolved forms
export type { LocaleTexts, Origin, ResolvedForm } from './resolved.ts';
