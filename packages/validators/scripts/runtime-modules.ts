import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join, posix } from 'node:path';
import { minifySync, parseSync } from 'vite';
import type { RuntimeModules } from '../src/bundle/link.ts';
import { helperModules } from '../src/constraints/helpers.ts';
import { formats } from '../src/formats/index.ts';

const src = join(import.meta.dirname, '../src');

/** Names that generated code of validators has for itself. */
const reserved = /^(?:check|validate|func|formats|schema|pattern)\d*$|^(?:program|checks|templates)$/u;

/**
 * Every module that a bundle may need, with all it imports, as minified script: one statement that declares what the
 * module exports. What another module exports is free in it, so the names of exports are unique among all of them.
 */
export function runtimeModules(): RuntimeModules {
  const modules = new Map<string, RuntimeModules[string]>();
  const names = new Map<string, string>();
  const waiting = ['bundle/unpack', ...Object.values(helperModules), ...formats.map(({ name }) => `formats/${name}`)];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (modules.has(name)) continue;
    const { exported: own, ...module } = runtimeModule(name);
    for (const exported of own) {
      const other = names.get(exported);
      if (other !== undefined || reserved.test(exported))
        throw new TypeError(`${exported} of ${name} is taken${other === undefined ? '' : ` by ${other}`}`);
      names.set(exported, name);
    }
    modules.set(name, module);
    waiting.push(...module.needs);
  }
  return Object.fromEntries([...modules].sort(([left], [right]) => (left < right ? -1 : 1)));
}

function runtimeModule(name: string): RuntimeModules[string] & { readonly exported: readonly string[] } {
  const script = stripTypeScriptTypes(readFileSync(join(src, `${name}.ts`), 'utf8'));
  const { program, errors } = parseSync(`${name}.js`, script, { sourceType: 'module' });
  if (errors.length > 0) throw new TypeError(`${name}: ${errors[0]?.message}`);
  const needs: string[] = [];
  const exported: string[] = [];
  let body = '';
  for (const statement of program.body) {
    const text = script.slice(statement.start, statement.end);
    if (statement.type === 'ImportDeclaration') {
      for (const { type, local, ...rest } of statement.specifiers) {
        const imported = 'imported' in rest && 'name' in rest.imported ? rest.imported.name : undefined;
        if (type !== 'ImportSpecifier' || imported !== local.name) throw new TypeError(`${name}: ${text}`);
      }
      needs.push(posix.join(posix.dirname(name), statement.source.value).replace(/\.ts$/u, ''));
    } else if (statement.type === 'ExportNamedDeclaration') {
      const { declaration } = statement;
      if (declaration?.type === 'FunctionDeclaration' && declaration.id) exported.push(declaration.id.name);
      else if (declaration?.type === 'VariableDeclaration')
        for (const { id } of declaration.declarations) if (id.type === 'Identifier') exported.push(id.name);
      if (!declaration) throw new TypeError(`${name}: ${text}`);
      body += `${script.slice(declaration.start, declaration.end)}\n`;
    } else if (statement.type.startsWith('Export')) {
      throw new TypeError(`${name}: ${text}`);
    } else {
      body += `${text}\n`;
    }
  }
  const [only, ...others] = exported;
  if (only === undefined) throw new TypeError(`${name} exports nothing`);
  const wrapped =
    others.length === 0
      ? `const ${only} = (() => { ${body} return ${only}; })();`
      : `const { ${exported.join(', ')} } = (() => { ${body} return { ${exported.join(', ')} }; })();`;
  const { code } = minifySync(`${name}.js`, wrapped, { module: false, compress: { target: 'es2022' } });
  return { exported, needs: needs.sort(), text: code.trim() };
}
