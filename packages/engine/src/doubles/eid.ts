import type { CardRequest, CardStage, EidPort } from '../ports/eid.ts';
import type { Claim } from '../ports/identity.ts';
import { failure, Remote } from './remote.ts';

export interface EidDouble extends EidPort {
  readonly remote: Remote;
  readonly requests: readonly CardRequest[];
  /** What the reader is at. */
  stage(stage: CardStage): void;
  /** The card has been read. */
  present(card?: Card): void;
  /** The reading ends without a card. */
  refuse(code?: 'cancelled' | 'no-reader' | 'card-refused'): void;
}

/** A card, with what stands on it. */
export interface Card {
  readonly subject: string;
  readonly claims: Readonly<Record<string, Claim['value']>>;
}

export const erikasCard: Card = {
  subject: 'card-of-erika',
  claims: { givenName: 'Erika', familyName: 'Mustermann', birthDate: '1964-08-12' },
};

interface Reading {
  readonly request: CardRequest;
  readonly report: (stage: CardStage) => void;
  readonly resolve: (card: Card) => void;
  readonly reject: (error: unknown) => void;
}

/** A card reader in memory: every stage is told to it. */
export function eidDouble(): EidDouble {
  const remote = new Remote();
  const requests: CardRequest[] = [];
  let current: Reading | undefined;
  return {
    remote,
    requests,
    async read(request, report, signal) {
      requests.push(request);
      const card = await remote.answer(
        'read',
        signal,
        () =>
          new Promise<Card>((resolve, reject) => {
            current = { request, report, resolve, reject };
            signal.addEventListener('abort', () => reject(failure('cancelled')), { once: true });
          }),
      );
      const claims = Object.entries(card.claims)
        .filter(([name]) => request.claims.includes(name))
        .map(([name, value]): [string, Claim] => [name, { value, level: 'high' }]);
      return { level: 'high', subject: card.subject, claims: Object.fromEntries(claims) };
    },
    stage: (stage) => current?.report(stage),
    present: (card = erikasCard) => current?.resolve(card),
    refuse: (code = 'cancelled') => current?.reject(failure(code)),
  };
}
