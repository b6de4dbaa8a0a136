import modules from './runtime-modules.json' with { type: 'json' };

/** Modules that validators of pages need, by their names in this package (`formats/iban`). */
export type RuntimeModules = Readonly<Record<string, RuntimeModule>>;

interface RuntimeModule {
  /** Modules whose exports it uses. */
  readonly needs: readonly string[];
  /** Minified script that declares what the module exports. */
  readonly text: string;
}

/**
 * The scripts of some modules with all they need, each once, after what it needs: the same for the same modules in
 * whatever order. They are kept as text (`npm run generate`), so that nobody needs a bundler or the sources.
 */
export function linkModules(names: Iterable<string>): string {
  const known: RuntimeModules = modules;
  const texts = new Map<string, string>();
  const add = (name: string) => {
    const module = known[name];
    if (texts.has(name) || module === undefined) return;
    for (const needed of module.needs) add(needed);
    texts.set(name, module.text);
  };
  for (const name of [...names].sort()) add(name);
  return [...texts.values()].join('\n');
}
