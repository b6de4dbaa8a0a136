import { bookingConformance, identityConformance } from '../../test/conformance/index.ts';
import { bookingDouble, identityDouble } from './index.ts';

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
