import { functions } from '../expression/functions/index.ts';

/** Every function and text method of the expression language with its signature, for editors that suggest them. */
export const expressionFunctions: readonly { readonly name: string; readonly signature: string }[] = [...functions].map(
  ([name, { signature }]) => ({ name, signature }),
);
