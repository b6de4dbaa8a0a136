import { beforeEach, describe, expect, test } from 'vitest';
import type { IdentityPort, IdentityRequest, Proof, Redirect } from '../../src/index.ts';
import { codeOf } from './code.ts';

/** A port with somebody at the other end. */
export interface IdentityHarness {
  readonly port: IdentityPort;
  /** What the person does on the account's page after a redirect. */
  approve(ticket: string): Promise<void>;
  decline(ticket: string): Promise<void>;
}

const request: IdentityRequest = { service: 'anmeldung', level: 'substantial', claims: ['givenName', 'familyName'] };
const never = new AbortController().signal;

/** What everything that a session takes for an identity port has to do. */
export function identityConformance(name: string, open: () => Promise<IdentityHarness>): void {
  describe(`${name} as identity port`, () => {
    let harness: IdentityHarness;
    let redirect: Redirect;
    beforeEach(async () => {
      harness = await open();
      redirect = (await harness.port.begin(request, never)) as Redirect;
    });

    test('sends people to an absolute address or one of this server, with a ticket', () => {
      expect(redirect.url).toMatch(/^(https?:\/\/|\/(?!\/))/);
      expect(redirect.ticket).not.toBe('');
    });

    test('gives every login a ticket of its own', async () => {
      const other = (await harness.port.begin(request, never)) as Redirect;
      expect(other.ticket).not.toBe(redirect.ticket);
    });

    test('says "pending", try again, before the person is back', async () => {
      expect(await codeOf(harness.port.resume(redirect.ticket, never))).toEqual({ code: 'pending', retry: true });
    });

    test('gives the claims that were asked for and no others, as often as it is asked', async () => {
      await harness.approve(redirect.ticket);
      const proof: Proof = await harness.port.resume(redirect.ticket, never);
      expect(proof).toMatchObject({ level: 'substantial', subject: expect.any(String) });
      expect(Object.keys(proof.claims).sort()).toEqual(['familyName', 'givenName']);
      expect(await harness.port.resume(redirect.ticket, never)).toEqual(proof);
    });

    test('says "cancelled", do not try again, when the person does not want to', async () => {
      await harness.decline(redirect.ticket);
      expect(await codeOf(harness.port.resume(redirect.ticket, never))).toEqual({ code: 'cancelled', retry: false });
    });

    test('refuses a ticket it has not given', async () => {
      expect(await codeOf(harness.port.resume('made-up', never))).toMatchObject({ retry: false });
    });

    test('lets go of a call that is aborted', async () => {
      const controller = new AbortController();
      controller.abort();
      await expect(harness.port.begin(request, controller.signal)).rejects.toBeDefined();
    });

    test('logs out', async () => {
      await harness.approve(redirect.ticket);
      const proof = await harness.port.resume(redirect.ticket, never);
      await expect(harness.port.logout(proof, never)).resolves.toBeUndefined();
    });
  });
}
