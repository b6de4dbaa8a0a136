import { type FormDefinition, resolveForm, withBuiltIns } from '@schalter/definition';
import { createSession } from '@schalter/engine';
import { compileForm } from '@schalter/engine/compile';

const form: FormDefinition = {
  id: 'parkausweis',
  version: '1.0.0',
  language: 'de',
  title: 'Parkausweis beantragen',
  data: {
    type: 'object',
    properties: {
      name: { type: 'string', title: 'Name' },
      elektrisch: { type: 'boolean', title: 'Fährt das Auto elektrisch?' },
      gebuehr: { type: 'integer', title: 'Gebühr', unit: 'EUR-cent', value: 'elektrisch ? 0 : 3000' },
    },
    required: ['name', 'elektrisch'],
  },
  steps: [
    { id: 'person', title: 'Wer sind Sie?', fields: ['/name'] },
    { id: 'auto', title: 'Ihr Auto', fields: ['/elektrisch', '/gebuehr'] },
  ],
};

const { resolved } = resolveForm(form, withBuiltIns({ blocks: {}, lists: {} }));
const { program, problems } = resolved ? compileForm(resolved, { locales: {}, problemTexts: {} }) : {};
if (!program) console.error(problems);
else {
  // In earnest, `validate` and `translate` come from @schalter/validators.
  const session = createSession(program, { validate: () => [], translate: (_, code) => code, today: '2026-11-23' });

  session.send({ type: 'next' });
  console.log(session.view().problems.map(({ at, code }) => `${at} ${code}`)); // [ '/name required' ]

  session.send({ type: 'answer', at: '/name', value: '  Erika Mustermann ' });
  session.send({ type: 'next' });
  session.send({ type: 'answer', at: '/elektrisch', value: false });
  session.send({ type: 'next' });

  console.log(session.view().status); // summary
  console.log(session.submission().answers); // { name: 'Erika Mustermann', elektrisch: false, gebuehr: 3000 }
  session.dispose();
}
