import type { LookupPort } from '@schalter/engine';
import { lookupDouble } from '@schalter/engine/doubles';
import { program, today, validate } from './parkausweis.ts';

const port: LookupPort = lookupDouble({ bankleitzahlen: [{ value: 'DE02120300000000202051' }] });
const submission = {
  form: { id: 'parkausweis', version: '1.0.0' },
  language: 'de',
  today,
  answers: { name: 'Erika', iban: 'DE02120300000000202051', elektrisch: true },
};

// In the page:

import { verifySubmission } from '@schalter/engine';
import { lookedUp, lookUp, lookupQuestions } from '@schalter/engine/services';

const questions = lookupQuestions(program, submission.answers, { validate, today: submission.today });
// Never rejects: what fails is `unavailable`.
const verdicts = await lookUp(questions, port, { signal: AbortSignal.timeout(5000) });
const verification = verifySubmission(program, submission, { validate, today, lookups: lookedUp(verdicts) });
console.log(questions.length, verification.ok); // 1 true
