import type { PortFailure } from '../../src/index.ts';

/** How a call fails; `undefined` when it does not. */
export async function codeOf(call: Promise<unknown>): Promise<Partial<PortFailure> | undefined> {
  try {
    await call;
    return undefined;
  } catch (error) {
    return (error as { readonly failure?: PortFailure }).failure ?? {};
  }
}
