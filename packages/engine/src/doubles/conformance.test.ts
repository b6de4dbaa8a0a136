import { bookingConformance, identityConformance, lookupConformance } from '../../test/conformance/index.ts';
import { bookingDouble, identityDouble, lookupDouble } from './index.ts';

bookingConformance('the double', async () => {
  const port = bookingDouble({ holds: 60_000 });
  const query = { service: 'termin', from: '2026-11-23', until: '2026-12-23' };
  return { port, query, expire: async () => port.advance(60_000) };
});

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
