import {
  type Claim,
  type IdentityPort,
  type IdentityRequest,
  type Level,
  type Proof,
  reaches,
} from '../ports/identity.ts';
import { failure, Remote } from './remote.ts';

/** A person with an account. Levels of claims default to the login's. */
export interface AccountHolder {
  readonly subject: string;
  readonly claims: Readonly<Record<string, Claim['value'] | Claim>>;
}

export interface IdentityDouble extends IdentityPort {
  readonly remote: Remote;
  /** Requests so far, by ticket. */
  readonly requests: ReadonlyMap<string, IdentityRequest>;
  /** What the person does on the account's page. */
  approve(ticket: string, holder?: AccountHolder, level?: Level): void;
  decline(ticket: string, code?: 'cancelled' | 'refused' | 'expired'): void;
  /** Subjects that were logged out. */
  readonly loggedOut: readonly string[];
}

export const erikaMustermann: AccountHolder = {
  subject: 'erika',
  claims: { givenName: 'Erika', familyName: 'Mustermann', birthDate: '1964-08-12' },
};

/**
 * An account system in memory: `begin` sends people to another page, `resume` tells what they did there.
 * @param direct answers `begin` with a proof at once, as where the person is logged in already
 */
export function identityDouble(direct?: { readonly holder: AccountHolder; readonly level: Level }): IdentityDouble {
  const remote = new Remote();
  const requests = new Map<string, IdentityRequest>();
  const outcomes = new Map<string, Proof | 'cancelled' | 'refused' | 'expired'>();
  const loggedOut: string[] = [];
  return {
    remote,
    requests,
    loggedOut,
    begin: (request, signal) =>
      remote.answer('begin', signal, () => {
        if (direct) return proofOf(direct.holder, request, direct.level);
        const ticket = `ticket-${requests.size + 1}`;
        requests.set(ticket, request);
        return { url: `https://konto.example/login?ticket=${ticket}`, ticket };
      }),
    resume: (ticket, signal) =>
      remote.answer('resume', signal, () => {
        const outcome = outcomes.get(ticket);
        if (!requests.has(ticket)) throw failure('expired');
        if (outcome === undefined) throw failure('pending', true);
        if (typeof outcome === 'string') throw failure(outcome);
        return outcome;
      }),
    logout: ({ subject }, signal) =>
      remote.answer('logout', signal, () => {
        loggedOut.push(subject);
      }),
    approve(ticket, holder = erikaMustermann, level) {
      const request = requests.get(ticket);
      if (request) outcomes.set(ticket, proofOf(holder, request, level ?? request.level));
    },
    decline(ticket, code = 'cancelled') {
      outcomes.set(ticket, code);
    },
  };
}

function proofOf(holder: AccountHolder, request: IdentityRequest, level: Level): Proof {
  const claims = Object.entries(holder.claims)
    .filter(([name]) => request.claims.includes(name))
    .map(([name, claim]): [string, Claim] => [name, typeof claim === 'object' ? claim : { value: claim, level }])
    // No claim is proven better than the login is.
    .map(([name, claim]): [string, Claim] => [name, reaches(level, claim.level) ? claim : { ...claim, level }]);
  return { level, subject: holder.subject, claims: Object.fromEntries(claims) };
}
