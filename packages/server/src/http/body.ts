import { SchalterError } from '@schalter/definition';

/** Bytes of a request. Files go another way. */
export const bodyLimit = 1_048_576;
/** Levels of arrays and objects: forms nest less than ten deep. */
export const depthLimit = 32;

/**
 * Reads a JSON body that may come from anybody: too deep, `__proto__` and `constructor` are refused before anything looks at it.
 * @throws SchalterError `body-syntax`, `body-too-deep`, `body-forbidden-key`
 */
export function parseBody(text: string): unknown {
  if (depthOf(text) > depthLimit) throw new SchalterError('body-too-deep', { limit: depthLimit });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new SchalterError('body-syntax', {}, { cause });
  }
  const at = forbiddenKey(value, '');
  if (at !== undefined) throw new SchalterError('body-forbidden-key', {}, { at });
  return value;
}

/** Deepest nesting of a JSON text, counted without parsing it: a parser would have to hold the depth on its stack. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (inString) {
      if (unit === 0x5c) index++;
      else if (unit === 0x22) inString = false;
    } else if (unit === 0x22) inString = true;
    else if (unit === 0x5b || unit === 0x7b) deepest = Math.max(deepest, ++depth);
    else if (unit === 0x5d || unit === 0x7d) depth--;
  }
  return deepest;
}

/** JSON Pointer of a name that could reach an object's prototype. `parseBody` has bounded the depth. */
function forbiddenKey(value: unknown, at: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const name of Object.keys(value)) {
    const place = `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (name === '__proto__' || name === 'constructor') return place;
    const found = forbiddenKey(Reflect.get(value, name), place);
    if (found !== undefined) return found;
  }
  return undefined;
}
