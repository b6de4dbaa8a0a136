import type { LeafConstraint } from '@schalter/definition';
import standalone from 'ajv/dist/standalone/index.js';
import { createAjv } from '../ajv.ts';
import { guarded, leafAjv } from './compile.ts';
import { distinctConstraints } from './distinct.ts';
import { type Helper, helperNamed, requiredHelper } from './helpers.ts';

/** One specifier for all helpers, or the specifier of each of the package's modules (`formats/iban`). */
export type RuntimeSpecifier = string | ((module: string) => string);

/**
 * The constraints as the text of an ES module that exports `validate(template, value)`, the same as
 * `compileConstraints` in memory: no `eval`, no `require`, one function per distinct constraint, imports from `runtime`
 * only, and only what it uses. The same constraints give the same bytes.
 * @throws SchalterError `constraint-unusable` when a constraint is no JSON Schema
 */
export function constraintModule(
  leaves: readonly LeafConstraint[],
  options: { readonly runtime: RuntimeSpecifier },
): string {
  const { code, helpers } = constraintCode(leaves);
  return [...importLines(helpers, options.runtime), code, 'export { validate };', ''].join('\n');
}

/**
 * The same as script: it declares `validate` last and uses helpers that stand before it, in whatever way.
 * @throws SchalterError `constraint-unusable`
 */
export function constraintCode(leaves: readonly LeafConstraint[]): {
  readonly code: string;
  readonly helpers: readonly Helper[];
} {
  const { schemas, templates } = distinctConstraints(leaves);
  const ajv = leafAjv(createAjv({ source: true }));
  const names: Record<string, string> = {};
  schemas.forEach((schema, index) => {
    const name = `check${index}`;
    names[name] = name;
    guarded(() => ajv.addSchema(schema, name));
  });
  const { code, helpers } = rewrite(guarded(() => standalone.default(ajv, names)));
  const entries = [...templates].map(([template, place]) => `  [${JSON.stringify(template)}, check${place}],`);
  return {
    code: [
      code,
      `const checks = new Map([`,
      ...entries,
      `]);`,
      `function validate(template, value) {`,
      `  const check = checks.get(template);`,
      `  if (check === undefined) return [{ code: "unknown-field", params: {} }];`,
      `  return check(value) ? [] : toProblems(check.errors);`,
      `}`,
    ].join('\n'),
    helpers: [...helpers, helperNamed('toProblems')],
  };
}

function importLines(helpers: readonly Helper[], runtime: RuntimeSpecifier): string[] {
  const bySpecifier = new Map<string, Set<string>>();
  for (const { name, module } of helpers) {
    const specifier = typeof runtime === 'string' ? runtime : runtime(module);
    bySpecifier.set(specifier, (bySpecifier.get(specifier) ?? new Set()).add(name));
  }
  return [...bySpecifier]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([specifier, names]) => `import { ${[...names].sort().join(', ')} } from ${JSON.stringify(specifier)};`);
}

/** Turns AJV's CommonJS into a module: `require`d helpers become imports, what nobody reads is dropped. */
function rewrite(source: string): { code: string; helpers: readonly Helper[] } {
  const helpers: Helper[] = [];
  const lines = source.split('\n').map((line) => {
    // Only whole declarations: what stands inside texts of a form is never touched.
    const found = /^const (\w+) = require\("([^"\\]+)"\)(?:\.(\w+)|\["([^"\\]+)"\]);$/u.exec(line);
    if (found === null) return line;
    const [, variable = '', module = '', property, quoted] = found;
    const helper = requiredHelper(module, property ?? quoted ?? '');
    helpers.push(helper);
    return `const ${variable} = ${helper.name};`;
  });
  const code = lines
    .filter((line) => line !== '"use strict";' && line !== '')
    .map((line) => line.replace(/^export const (check\d+) = (\w+);$/u, 'const $1 = $2;'))
    // The options need not travel with each error.
    .map((line) => line.replace(/params:\{allowedValues?: schema\d+(?:\.\w+)*\}\};$/u, 'params:{}};'))
    .join('\n');
  return { code: dropUnusedSchemas(code), helpers };
}

function dropUnusedSchemas(code: string): string {
  return code.replace(/^const (schema\d+) = .*;\n/gmu, (line, name: string) =>
    code.split(new RegExp(`\\b${name}\\b`, 'u')).length > 2 ? line : '',
  );
}
