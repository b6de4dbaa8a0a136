// JSON Pointers (RFC 6901): `/hunde/0/name` addresses an answer; a template, with `*` for every index, all of its kind.

/**
 * The segments of a pointer, unescaped; '' has none.
 * @returns `undefined` when the text is no JSON Pointer
 */
export function parsePointer(pointer: string): readonly string[] | undefined {
  if (pointer === '') return [];
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer)) return undefined;
  const segments = pointer.slice(1).split('/');
  return pointer.includes('~')
    ? segments.map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
    : segments;
}

/** The pointer of these segments; numbers are indexes of lists. */
export function formatPointer(segments: readonly (string | number)[]): string {
  return segments.map((segment) => `/${escapeSegment(segment)}`).join('');
}

/** A pointer with further segments below it. */
export function joinPointer(pointer: string, ...segments: readonly (string | number)[]): string {
  return pointer + formatPointer(segments);
}

/** The template of an answer's pointer: every index becomes `*`. Names of fields never are numbers. */
export function templateOf(pointer: string): string {
  return pointer.replace(/\/(?:0|[1-9]\d*)(?=\/|$)/g, '/*');
}

/**
 * What stands at a pointer inside a JSON value: own properties and existing indexes only, so that `/__proto__` and
 * `/constructor` find nothing that was not written there.
 */
export function valueAt(value: unknown, pointer: string): unknown {
  const segments = parsePointer(pointer);
  if (!segments) return undefined;
  let found = value;
  for (const segment of segments) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, segment)) return undefined;
    if (Array.isArray(found) && !/^(?:0|[1-9]\d*)$/.test(segment)) return undefined;
    found = Reflect.get(found, segment);
  }
  return found;
}

function escapeSegment(segment: string | number): string {
  const text = String(segment);
  // Nearly no name has either, and pointers are made by the million.
  return text.includes('~') || text.includes('/') ? text.replaceAll('~', '~0').replaceAll('/', '~1') : text;
}
