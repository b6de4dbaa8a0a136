import { SchalterError } from '@schalter/definition';
import { runtimeModule } from '../keywords/runtime-function.ts';

/** A helper that generated code uses: its name, and the module of this package that exports it. */
export interface Helper {
  readonly name: string;
  readonly module: string;
}

/** Helper → its module; the tests of formats stand in `formats/<name>`. */
export const helperModules: Readonly<Record<string, string>> = {
  countWords: 'runtime/words',
  equal: 'runtime/equal',
  guardedPattern: 'runtime/pattern',
  isAccepted: 'runtime/accepted',
  isMultipleOf: 'runtime/multiple',
  settle: 'runtime/settle',
  ucs2length: 'runtime/length',
};

/** AJV's own helpers, replaced by ours. */
const ajvHelpers: Readonly<Record<string, string>> = {
  'ajv/dist/runtime/ucs2length': 'ucs2length',
  'ajv/dist/runtime/equal': 'equal',
};

/**
 * What stands for `require(module)[property]` in code that AJV made.
 * @throws SchalterError `constraint-unusable` for what pages do not have
 */
export function requiredHelper(module: string, property: string): Helper {
  if (module === `${runtimeModule}/formats`) {
    const name = `is${property.replace(/(?:^|-)(\w)/gu, (_, letter: string) => letter.toUpperCase())}`;
    return { name, module: `formats/${property}` };
  }
  return helperNamed(module === runtimeModule ? property : ajvHelpers[module], module);
}

/** @throws SchalterError `constraint-unusable` */
export function helperNamed(name: string | undefined, required = name): Helper {
  const module = name === undefined ? undefined : helperModules[name];
  if (name === undefined || module === undefined)
    throw new SchalterError('constraint-unusable', { detail: `${required} is not available in pages` });
  return { name, module };
}
