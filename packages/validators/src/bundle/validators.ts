import { type FieldSchema, type LeafConstraint, leafConstraints } from '@schalter/definition';
import { constraintScript } from '../constraints/module.ts';
import { linkModules } from './link.ts';

/** Script that declares `validate(template, value)`, and the modules that have to stand before it. */
export interface ValidatorsScript {
  readonly script: string;
  readonly modules: readonly string[];
}

/**
 * @param listed templates that the script finds in their order in `templates`, a list that stands before it; others are
 *   written out
 * @throws SchalterError `constraint-unusable` for a form that was not checked
 */
export function validatorsScript(leaves: readonly LeafConstraint[], listed: readonly string[]): ValidatorsScript {
  const { code, helpers, checks } = constraintScript(leaves);
  const known = new Set(listed);
  const others = [...checks].filter(([template]) => !known.has(template));
  const script = [
    code,
    `const checks=new Map([${others.map(([template, check]) => `[${JSON.stringify(template)},${check}]`).join()}]);`,
    `[${listed.map((template) => checks.get(template) ?? 'null').join()}].forEach((check,at)=>checks.set(templates[at],check));`,
    `function validate(template,value){`,
    `const check=checks.get(template);`,
    `return check?settle(check(value)):[{code:"unknown-field",params:{}}]`,
    `}`,
  ];
  return { script: script.join('\n'), modules: helpers.map(({ module }) => module) };
}

/**
 * The validators of a form's answers alone as the text of an ES module that imports nothing and exports
 * `validate(template, value)`: the same that bundles hold.
 * @throws SchalterError `constraint-unusable` for a form that was not checked
 */
export function bundleValidators(data: FieldSchema): string {
  return validatorsModule(leafConstraints(data));
}

export function validatorsModule(leaves: readonly LeafConstraint[]): string {
  const { script, modules } = validatorsScript(leaves, []);
  return [linkModules(modules), 'const templates=[];', script, 'export { validate };', ''].join('\n');
}
