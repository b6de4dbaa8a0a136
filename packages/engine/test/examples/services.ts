import { program, today, validate } from './parkausweis.ts';

// In the page:

import { createSession } from '@schalter/engine';
import { erikaMustermann, identityDouble } from '@schalter/engine/doubles';
import { withServices } from '@schalter/engine/services';

// In a page, ports are clients of a server; the double is somebody who is logged in already.
const identity = identityDouble({ holder: erikaMustermann, level: 'high' });
const session = createSession(program, { validate, today, services: withServices({ identity }) });

console.log(session.view().status); // login
console.log(session.view().services?.konto?.actions); // [ 'login', 'skipLogin' ]
session.send({ type: 'skipLogin', service: 'konto' });
console.log(session.view().status); // filling
session.dispose();
