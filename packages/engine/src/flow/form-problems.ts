import type { Problem } from '../problem.ts';
import type { Store } from '../run/store.ts';

/** Problems of the form as a whole: its own checks that point at no field. They stand on no page but the summary. */
export function formProblems(store: Store): (Problem & { readonly message?: string })[] {
  return store.root.findings().map((finding) => ({ at: '', ...finding }));
}
