import { program, today, validate } from './parkausweis.ts';

// In the page:

import { createSession, type DraftPort, PortError } from '@schalter/engine';

/** Keeps a draft in memory, as a server keeps it in its database. */
function draftsInMemory(): DraftPort & { readonly kept: unknown[] } {
  const kept: unknown[] = [];
  return {
    kept,
    save(draft, revision) {
      // Somebody else has saved since: nothing is overwritten.
      if (revision !== kept.length) throw new PortError({ code: 'draft-conflict', retry: false });
      return Promise.resolve({ revision: kept.push(draft) });
    },
  };
}

const draft = draftsInMemory();
const session = createSession(program, { validate, today, draft });
session.send({ type: 'answer', at: '/name', value: 'Erika' });
await session.flush();
console.log(session.view().draft); // { state: 'saved', revision: 1 }
session.dispose();
