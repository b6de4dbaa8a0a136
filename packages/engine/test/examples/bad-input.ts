import { program, today, validate } from './parkausweis.ts';

// In the page:

import { createSession, restoreSession } from '@schalter/engine';

const session = createSession(program, { validate, today });
console.log(session.send({ type: 'answer', at: '/__proto__/name', value: 'x' })); // { ok: false, code: 'unknown-field' }
console.log(session.send({ type: 'goTo', step: 'auto', entry: '/nichts/7' })); // { ok: false, code: 'unknown-entry' }
session.send({ type: 'answer', at: '/elektrisch', value: 'vielleicht' }); // is kept as typed, and a problem of its page

const draft = { ...session.persist(), form: { id: 'anderes', version: '1.0.0', hash: '' } };
session.dispose();
try {
  restoreSession(program, draft, { validate, today });
} catch (error) {
  console.log(error instanceof Error && 'code' in error && error.code); // snapshot-other-form
}
