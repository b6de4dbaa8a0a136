import {
  bookingConformance,
  eidConformance,
  geoConformance,
  identityConformance,
  lookupConformance,
  paymentConformance,
  uploadConformance,
} from '../../test/conformance/index.ts';
import { settle } from '../../test/settle.ts';
import {
  bookingDouble,
  eidDouble,
  geoDouble,
  identityDouble,
  lookupDouble,
  paymentDouble,
  uploadDouble,
} from './index.ts';

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

paymentConformance('the double', async () => {
  const port = paymentDouble();
  return {
    port,
    service: 'gebuehr',
    submission: async () => 'r1',
    decide: async (_, outcome) => port.decide(outcome),
  };
});

uploadConformance('the double', async () => {
  const store = uploadDouble();
  let broken = false;
  const port: typeof store = {
    ...store,
    // The scanner knows an infected file by its name; bytes arrive as they are sent, unless the line is to break.
    upload(request, report, signal) {
      store.find(request.file.name === 'virus.pdf' ? { refused: 'infected' } : 'clean');
      const sending = store.upload(request, report, signal);
      void settle().then(() => {
        store.arrive(10);
        if (!broken) store.arrive();
      });
      return sending;
    },
  };
  return {
    port,
    template: '/nachweis',
    clean: { name: 'a.pdf', type: 'application/pdf', size: 100, content: {} },
    infected: { name: 'virus.pdf', type: 'application/pdf', size: 100, content: {} },
    async interrupt() {
      broken = true;
      await settle();
      await settle();
      store.interrupt();
      broken = false;
    },
  };
});
