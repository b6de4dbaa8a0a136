import { beforeEach, describe, expect, test } from 'vitest';
import type { CardStage, EidPort } from '../../src/index.ts';
import { settle } from '../settle.ts';
import { codeOf } from './code.ts';

/** A port with a reader, a card and a person at the other end. */
export interface EidHarness {
  readonly port: EidPort;
  /** The person does all that is asked for, until the card has been read. */
  goOn(): Promise<void>;
  giveUp(): Promise<void>;
}

const request = { service: 'ausweis', claims: ['givenName', 'familyName'] };

/** What everything that a session takes for an eid port has to do. */
export function eidConformance(name: string, open: () => Promise<EidHarness>): void {
  describe(`${name} as eid port`, () => {
    let harness: EidHarness;
    let controller: AbortController;
    let stages: CardStage[];
    const read = () => harness.port.read(request, (stage) => stages.push(stage), controller.signal);

    beforeEach(async () => {
      harness = await open();
      controller = new AbortController();
      stages = [];
    });

    test('reads what was asked for and nothing else, proven with level high', async () => {
      const reading = read();
      await settle();
      await harness.goOn();
      const proof = await reading;
      expect(proof).toMatchObject({ level: 'high', subject: expect.any(String) });
      expect(Object.keys(proof.claims).sort()).toEqual(['familyName', 'givenName']);
      expect(Object.values(proof.claims).map(({ level }) => level)).toEqual(['high', 'high']);
    });

    test('tells what the person has to do', async () => {
      const reading = read();
      await settle();
      await harness.goOn();
      await reading;
      expect(stages.map(({ stage }) => stage)).toContain('card');
      for (const { stage } of stages) expect(['app', 'card', 'secret', 'reading']).toContain(stage);
    });

    test('says "cancelled", do not try again, when the person gives up', async () => {
      const reading = codeOf(read());
      await settle();
      await harness.giveUp();
      expect(await reading).toEqual({ code: 'cancelled', retry: false });
    });

    test('lets go of a reading that is aborted', async () => {
      const reading = read();
      await settle();
      controller.abort();
      await expect(reading).rejects.toBeDefined();
    });
  });
}
