// node try-out.ts <peer>: prints what the peer answers in small forms.
import type { SampleForm } from '../forms/sample.ts';
import { peers } from './index.ts';
import type { Peer } from './peer.ts';

const kinds: readonly SampleForm['kind'][] = ['neighbours', 'hub', 'chain'];

/** What a library says about an answer in each of the sample forms. */
export function tryOut(peer: Peer): string {
  return JSON.stringify(
    kinds.map((kind) => {
      const form = peer.load({ kind, fields: 12, pageSize: 4 });
      form?.fill();
      return form?.answer('f0', kind === 'chain' ? 5 : 'nein');
    }),
  );
}

const asked = peers.find(({ name }) => name === process.argv[2]);
if (asked) console.log(tryOut(asked));
