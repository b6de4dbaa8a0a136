// Writes src/registry.generated.ts from the folders src/<kind>/<vendor>/: whoever adds an adapter adds a folder.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const source = join(import.meta.dirname, '../src');

/** The registry's source text for the folders below `src`. */
export function registrySource(folder = source): string {
  const folders = (path: string) =>
    readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort();
  const kinds = folders(folder).filter((kind) => existsSync(join(folder, kind, 'port.ts')));
  const lines = kinds.map((kind) => {
    const vendors = folders(join(folder, kind)).filter((name) => existsSync(join(folder, kind, name, 'index.ts')));
    const entries = vendors.map((name) => `    '${kind}/${name}': () => import('./${kind}/${name}/index.ts'),`);
    return `  ${kind}: {\n${entries.join('\n')}\n  },`;
  });
  return `// Made from the folders by scripts/generate-registry.ts: not to be edited.\n\n/** Kind → adapter's name → its folder, loaded when it is asked for. */\nexport const registry = {\n${lines.join('\n')}\n} as const;\n`;
}

if (import.meta.main) writeFileSync(join(source, 'registry.generated.ts'), registrySource());
