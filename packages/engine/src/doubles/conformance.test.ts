import { identityConformance } from '../../test/conformance/index.ts';
import { identityDouble } from './index.ts';

identityConformance('the double', async () => {
  const port = identityDouble();
  return {
    port,
    approve: async (ticket) => port.approve(ticket),
    decline: async (ticket) => port.decline(ticket),
  };
});
