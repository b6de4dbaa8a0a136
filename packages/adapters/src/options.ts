import { Validator } from '@cfworker/json-schema';
import { type JsonObject, SchalterError } from '@schalter/definition';

/**
 * Holds options against the adapter's schema.
 * @returns the options, now known to have the schema's shape
 * @throws SchalterError `adapter-options`, `at` the JSON Pointer of the deepest thing that is wrong
 */
export function checkOptions<Options>(adapter: string, schema: JsonObject, options: unknown): Options {
  const { valid, errors } = new Validator({ ...schema }, '2020-12', false).validate(options ?? null);
  if (valid) return options as Options;
  // The deepest finding names the cause; those above it only repeat that something below is wrong.
  const cause = errors.reduce((deepest, error) =>
    depth(error.instanceLocation) >= depth(deepest.instanceLocation) ? error : deepest,
  );
  const at = cause.instanceLocation.replace(/^#/, '');
  const detail = `${at === '' ? 'the options as a whole' : at}: ${cause.error.replace(/\.$/, '')}`;
  throw new SchalterError('adapter-options', { adapter, detail }, { at });
}

function depth(location: string): number {
  return location.split('/').length;
}
