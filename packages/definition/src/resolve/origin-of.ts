import type { Origin, ResolvedForm } from '../resolved.ts';

/**
 * Where a node of the resolved form was written.
 * @param pointer JSON Pointer into `resolved.form`
 */
export function originOf(resolved: Pick<ResolvedForm, 'origins'>, pointer: string): Origin {
  let prefix = pointer;
  for (;;) {
    const origin = Object.hasOwn(resolved.origins, prefix) ? resolved.origins[prefix] : undefined;
    if (origin) return { file: origin.file, at: origin.at + pointer.slice(prefix.length) };
    if (prefix === '') return { file: 'form.json', at: pointer };
    prefix = prefix.slice(0, Math.max(0, prefix.lastIndexOf('/')));
  }
}
