import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The modules that precompiled validators import in the page: each loads the formats it uses. */
export interface ValidatorRuntime {
  /** Address of one of the package's modules (`formats/iban`), with a hash of all that can be loaded. */
  readonly urlOf: (module: string) => string;
  readonly hash: string;
  /** Path below `/assets/validators/<hash>/` → JavaScript. */
  readonly files: ReadonlyMap<string, string>;
}

export const validatorRuntimePath = '/assets/validators';

let runtime: Promise<ValidatorRuntime> | undefined;

/** Read once: the package's own modules, types stripped where they are still TypeScript. */
export function validatorRuntime(): Promise<ValidatorRuntime> {
  runtime ??= readRuntime();
  return runtime;
}

async function readRuntime(): Promise<ValidatorRuntime> {
  const entry = fileURLToPath(import.meta.resolve('@schalter/validators/runtime'));
  const folder = dirname(dirname(entry));
  const files = new Map<string, string>();
  const waiting = [entry];
  for (let path = waiting.pop(); path; path = waiting.pop()) {
    const name = relative(folder, path).split(sep).join('/');
    // Nothing outside the package's own sources is served.
    if (files.has(name) || name.startsWith('..')) continue;
    const source = await readFile(path, 'utf8');
    const script = path.endsWith('.ts') ? withoutTypes(source) : source;
    files.set(name, script);
    for (const [, specifier = ''] of script.matchAll(/\bfrom\s*['"](\.[^'"]+)['"]/g)) {
      waiting.push(join(dirname(path), specifier));
    }
  }
  const hash = createHash('sha256')
    .update(JSON.stringify([...files].sort()))
    .digest('hex')
    .slice(0, 16);
  const ending = extname(entry);
  return { urlOf: (module) => `${validatorRuntimePath}/${hash}/${module}${ending}`, hash, files };
}

/** Node calls stripping experimental each time a program does what it does itself for every module: said once too often. */
function withoutTypes(source: string): string {
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = emitWarning;
  }
}
