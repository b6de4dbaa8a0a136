import { type LeafConstraint, SchalterError } from '@schalter/definition';
import standalone from 'ajv/dist/standalone/index.js';
import { createAjv } from '../ajv.ts';
import { runtimeModule } from '../keywords/runtime-function.ts';
import { guarded, leafAjv } from './compile.ts';
import { distinctConstraints } from './distinct.ts';

/** AJV's own helpers, replaced by ours. */
const ajvHelpers: Readonly<Record<string, string>> = {
  'ajv/dist/runtime/ucs2length': 'ucs2length',
  'ajv/dist/runtime/equal': 'equal',
};

/**
 * The constraints as the text of an ES module that exports `validate(template, value)`, the same as
 * `compileConstraints` in memory: no `eval`, no `require`, one function per distinct constraint, imports from `runtime`
 * only. The same constraints give the same bytes.
 * @param options.runtime specifier of what `@schalter/validators/runtime` exports
 * @throws SchalterError `constraint-unusable` when a constraint is no JSON Schema
 */
export function constraintModule(leaves: readonly LeafConstraint[], options: { readonly runtime: string }): string {
  const { schemas, templates } = distinctConstraints(leaves);
  const ajv = leafAjv(createAjv({ source: true }));
  const names: Record<string, string> = {};
  schemas.forEach((schema, index) => {
    const name = `check${index}`;
    names[name] = name;
    guarded(() => ajv.addSchema(schema, name));
  });
  const { code, imports } = rewrite(guarded(() => standalone.default(ajv, names)));
  const entries = [...templates].map(([template, place]) => `  [${JSON.stringify(template)}, check${place}],`);
  return [
    `import { ${[...new Set([...imports, 'toProblems'])].sort().join(', ')} } from ${JSON.stringify(options.runtime)};`,
    code,
    `const checks = new Map([`,
    ...entries,
    `]);`,
    `export function validate(template, value) {`,
    `  const check = checks.get(template);`,
    `  if (check === undefined) return [{ code: "unknown-field", params: {} }];`,
    `  return check(value) ? [] : toProblems(check.errors);`,
    `}`,
    '',
  ].join('\n');
}

/** Turns AJV's CommonJS into a module: `require`d helpers become imports, what nobody reads is dropped. */
function rewrite(source: string): { code: string; imports: readonly string[] } {
  const imports = new Set<string>();
  const lines = source.split('\n').map((line) => {
    // Only whole declarations: what stands inside texts of a form is never touched.
    const found = /^const (\w+) = require\("([^"\\]+)"\)(?:\.(\w+)|\["([^"\\]+)"\]);$/u.exec(line);
    if (found === null) return line;
    const [, variable = '', module = '', property, quoted] = found;
    const helper = helperName(module, property ?? quoted ?? '');
    imports.add(helper);
    return `const ${variable} = ${helper};`;
  });
  const code = lines
    .filter((line) => line !== '"use strict";' && line !== '')
    .map((line) => line.replace(/^export const (check\d+) = (\w+);$/u, 'const $1 = $2;'))
    // The options need not travel with each error.
    .map((line) => line.replace(/params:\{allowedValues?: schema\d+(?:\.\w+)*\}\};$/u, 'params:{}};'))
    .join('\n');
  return { code: dropUnusedSchemas(code), imports: [...imports] };
}

function helperName(module: string, property: string): string {
  if (module === `${runtimeModule}/formats`) {
    return `is${property.replace(/(?:^|-)(\w)/gu, (_, letter: string) => letter.toUpperCase())}`;
  }
  const helper = module === runtimeModule ? property : ajvHelpers[module];
  if (helper === undefined)
    throw new SchalterError('constraint-unusable', { detail: `${module} is not available in pages` });
  return helper;
}

function dropUnusedSchemas(code: string): string {
  return code.replace(/^const (schema\d+) = .*;\n/gmu, (line, name: string) =>
    code.split(new RegExp(`\\b${name}\\b`, 'u')).length > 2 ? line : '',
  );
}
