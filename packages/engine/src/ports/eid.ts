import type { Proof } from './identity.ts';

/** What the person has to do, or what goes on, while a card is read. */
export type CardStage =
  /** The program that reads cards has to be opened; the address does. */
  | { readonly stage: 'app'; readonly url: string }
  /** The card has to be put on the reader, or held to the telephone. */
  | { readonly stage: 'card' }
  /** A number has to be entered there: never in the form. */
  | { readonly stage: 'secret' }
  | { readonly stage: 'reading' };

export interface CardRequest {
  /** Name of the service in the form. */
  readonly service: string;
  /** Names of the claims the form fills in, and no others. */
  readonly claims: readonly string[];
}

/**
 * Reads an identity card. Rejects with a `PortError`: `cancelled` (by the person, at the reader), `no-reader` (there is no
 * program or reader for cards), `card-refused` (expired, blocked, not activated), or anything else.
 */
export interface EidPort {
  /**
   * @param report told of every stage, in any order, as often as it comes
   * @returns what was read; it comes from the server that talked with the card, proven with level `high`
   */
  read(request: CardRequest, report: (stage: CardStage) => void, signal: AbortSignal): Promise<Proof>;
}
