import { functionSignatures } from '../expression/signatures.ts';

/** Every function and text method of the expression language with its signature, for editors that suggest them. */
export const expressionFunctions: readonly { readonly name: string; readonly signature: string }[] = [
  ...functionSignatures,
].map(([name, signature]) => ({ name, signature }));
