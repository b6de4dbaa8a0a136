// The checker behind `schalter check`: for servers, the command line and tests. It compiles, so it is not for pages.
export { type CheckOptions, type CheckResult, checkForm } from './check-form.ts';
export type { Severities } from './context.ts';
export { filesOf } from './files.ts';
export { fixableCodes, fixOf, type JsonEdit } from './fixes.ts';
