import {
  bookingConformance,
  eidConformance,
  geoConformance,
  identityConformance,
  lookupConformance,
} from '../../test/conformance/index.ts';
import { bookingDouble, eidDouble, geoDouble, identityDouble, lookupDouble } from './index.ts';

bookingConformance('the double', async () => {
  const port = bookingDouble({ holds: 60_000 });
  const query = { service: 'termin', from: '2026-11-23', until: '2026-12-23' };
  return { port, query, expire: async () => port.advance(60_000) };
});

eidConformance('the double', async () => {
  const port = eidDouble();
  return {
    port,
    async goOn() {
      port.stage({ stage: 'card' });
      port.stage({ stage: 'secret' });
      port.stage({ stage: 'reading' });
      port.present();
    },
    giveUp: async () => port.refuse(),
  };
});

geoConformance('the double', async () => ({ port: geoDouble(), service: 'adresse', text: 'marien' }));

identityConformance('the double', async () => {
  const port = identityDouble();
  return {
    port,
    approve: async (ticket) => port.approve(ticket),
    decline: async (ticket) => port.decline(ticket),
  };
});

lookupConformance('the double', async () => ({
  port: lookupDouble({
    strassen: ['Marienplatz', 'Marienstraße', 'Marstallplatz', 'Tal'].map((value) => ({
      value,
      beside: { plz: '80331' },
    })),
  }),
  service: 'strassen',
  known: 'Tal',
  query: 'mar',
  given: { plz: '80331' },
}));
