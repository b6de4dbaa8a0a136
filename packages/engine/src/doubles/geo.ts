import type { GeoPort, Place } from '../ports/geo.ts';
import { Remote } from './remote.ts';

export interface GeoDouble extends GeoPort {
  readonly remote: Remote;
  /** What was asked so far: `search marien`, `locate 48.14 11.58`. */
  readonly asked: readonly string[];
}

export const somePlaces: readonly Place[] = [
  {
    id: 'p1',
    label: 'Marienplatz 8, 80331 München',
    lat: 48.1374,
    lon: 11.5755,
    data: { street: 'Marienplatz', houseNumber: '8', postalCode: '80331', city: 'München' },
  },
  { id: 'p2', label: 'Marienstraße 1, 80331 München', text: 'Marienstraße 1', lat: 48.1364, lon: 11.5807 },
  { id: 'p3', label: 'Tal', data: { city: 'München' } },
];

/** Places in memory: found by what their label begins with, or within a kilometre or so. */
export function geoDouble(places: readonly Place[] = somePlaces): GeoDouble {
  const remote = new Remote();
  const asked: string[] = [];
  return {
    remote,
    asked,
    search({ text }, signal) {
      asked.push(`search ${text}`);
      const begin = text.toLocaleLowerCase('de');
      return remote.answer('search', signal, () =>
        places.filter(({ label }) => label.toLocaleLowerCase('de').startsWith(begin)),
      );
    },
    locate({ lat, lon }, signal) {
      asked.push(`locate ${lat} ${lon}`);
      return remote.answer('locate', signal, () =>
        places.filter((place) => Math.abs((place.lat ?? 99) - lat) < 0.01 && Math.abs((place.lon ?? 999) - lon) < 0.01),
      );
    },
  };
}
