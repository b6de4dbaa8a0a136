/** Levels of assurance (eIDAS), the lowest first. STORK 1, 3 and 4. */
export const levels = ['low', 'substantial', 'high'] as const;

export type Level = (typeof levels)[number];

/** Whether a level is as good as another, or better. */
export function reaches(level: Level | undefined, wanted: Level): boolean {
  return level !== undefined && levels.indexOf(level) >= levels.indexOf(wanted);
}

/** Something proven about a person. */
export interface Claim {
  readonly value: string | number | boolean;
  /** How well this value is proven: it may be less than the login is. */
  readonly level: Level;
}

/** Who somebody has proven to be. */
export interface Proof {
  readonly level: Level;
  /** The person's pseudonym for this form or city: the same at every login. */
  readonly subject: string;
  /** By name, as `prefill: "identity.<claim>"` names them; of those asked for, the ones that are known. */
  readonly claims: Readonly<Record<string, Claim>>;
}

export interface IdentityRequest {
  /** Name of the service in the form. */
  readonly service: string;
  /** The least level that will do. */
  readonly level: Level;
  /** Names of the claims the form fills in, and no others. */
  readonly claims: readonly string[];
}

/** The person has to go to another page and comes back. */
export interface Redirect {
  /** Absolute (`https:`), or on this server. */
  readonly url: string;
  /** Says on return, on whatever machine, what this was about. */
  readonly ticket: string;
}

/**
 * Lets a person prove who they are. Rejects with a `PortError`: `cancelled` (by the person), `refused` (the account says
 * no), `expired` (the ticket is too old), `pending` (not back yet; `retry`), or anything else.
 */
export interface IdentityPort {
  begin(request: IdentityRequest, signal: AbortSignal): Promise<Redirect | Proof>;
  /** What has come of a redirect. The same ticket may be asked about more than once. */
  resume(ticket: string, signal: AbortSignal): Promise<Proof>;
  /** Ends the login there, too. The session does not wait for it to succeed. */
  logout(proof: Proof, signal: AbortSignal): Promise<void>;
}
