import { program, today, validate } from './parkausweis.ts';

// In the page:

import { createSession } from '@schalter/engine';
import { formChart, formMachine } from '@schalter/engine/chart';

console.log(Object.keys(formChart(program).states ?? {})); // [ 'form', 'draft' ]

// Run by XState itself, to inspect it at work:
const session = createSession(program, { validate, today, chart: formMachine });
console.log(session.actor.getSnapshot().value); // { form: { open: { filling: 'person' } }, draft: 'idle' }
session.dispose();
