import { beforeEach, describe, expect, test } from 'vitest';
import type { GeoPort, Place } from '../../src/index.ts';

/** A port with a map at the other end. */
export interface GeoHarness {
  readonly port: GeoPort;
  readonly service: string;
  /** Finds at least one place with coordinates. */
  readonly text: string;
}

const never = new AbortController().signal;

/** What everything that a session takes for a geo port has to do. */
export function geoConformance(name: string, open: () => Promise<GeoHarness>): void {
  describe(`${name} as geo port`, () => {
    let harness: GeoHarness;
    const head = () => ({ service: harness.service, language: 'de' });
    const search = (text: string) => harness.port.search({ ...head(), text }, never);

    beforeEach(async () => {
      harness = await open();
    });

    test('finds places, each with a name of its own', async () => {
      const places = await search(harness.text);
      expect(places.length).toBeGreaterThan(0);
      expect(new Set(places.map(({ id }) => id)).size).toBe(places.length);
      for (const { label } of places) expect(label.trim()).not.toBe('');
    });

    test('finds nothing where there is nothing', async () => {
      expect(await search('qqqqxxxxzzzz')).toEqual([]);
    });

    test('finds what is at a point', async () => {
      const found = (await search(harness.text)).find((place): place is Place & { lat: number; lon: number } => {
        return place.lat !== undefined && place.lon !== undefined;
      });
      expect(found).toBeDefined();
      const { lat = 0, lon = 0 } = found ?? {};
      const there = await harness.port.locate({ ...head(), lat, lon }, never);
      expect(there.length).toBeGreaterThan(0);
    });

    test('finds nothing in the middle of the sea', async () => {
      expect(await harness.port.locate({ ...head(), lat: 0, lon: -30 }, never)).toEqual([]);
    });

    test('lets go of a call that is aborted', async () => {
      const controller = new AbortController();
      controller.abort();
      await expect(harness.port.search({ ...head(), text: harness.text }, controller.signal)).rejects.toBeDefined();
    });
  });
}
