import { formatPointer, parsePointer } from '../pointer.ts';
import type { Origin, ResolvedForm } from '../resolved.ts';

/**
 * Where a node of the resolved form was written.
 * @param pointer JSON Pointer into `resolved.form`
 */
export function originOf(resolved: Pick<ResolvedForm, 'origins'>, pointer: string): Origin {
  const segments = parsePointer(pointer) ?? [];
  for (let length = segments.length; length >= 0; length--) {
    const prefix = formatPointer(segments.slice(0, length));
    if (!Object.hasOwn(resolved.origins, prefix)) continue;
    const origin = resolved.origins[prefix];
    if (origin) return { file: origin.file, at: origin.at + formatPointer(segments.slice(length)) };
  }
  return { file: 'form.json', at: pointer };
}
