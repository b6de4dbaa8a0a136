import { program, resolved, today, validate } from './parkausweis.ts';

// In the page:

import { evaluateForm, toJsonSchema, verifySubmission } from '@schalter/engine';

const answers = { name: 'Erika', elektrisch: false };
const evaluation = evaluateForm(program, answers, { validate, today });
console.log(evaluation.route, evaluation.values['/gebuehr']); // [ 'person', 'auto', 'summary' ] 3000

// What arrives at a server may be anything: everything is computed again.
const submission = { form: program, language: 'de', today, answers: { ...answers, gebuehr: 1 } };
const verification = verifySubmission(program, submission, { validate, today });
console.log(verification.ok, verification.ok ? [] : verification.problems);
// false [ { at: '/gebuehr', code: 'computed-differs', params: {} } ]

const { schema, untranslated } = toJsonSchema(program, resolved.form.data);
console.log(schema.required); // [ 'name', 'elektrisch' ]
console.log(untranslated.map(({ at, what }) => `${at} ${what}`)); // [ '/gebuehr value', '/iban lookup:bankleitzahlen' ]
