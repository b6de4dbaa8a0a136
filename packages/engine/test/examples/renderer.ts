import { program, today, validate } from './parkausweis.ts';

// In the page:

import { type ContentView, createSession, readEntry, type Session } from '@schalter/engine';

/** A renderer in a dozen lines: says what a page asks, and takes what somebody types. */
function lines(content: readonly ContentView[]): string[] {
  return content.flatMap((one) => {
    if (one.kind === 'field') return [`${one.label}${one.required ? '' : ' (freiwillig)'}: ${one.text}`];
    if (one.kind === 'group') return [one.title ?? '', ...lines(one.content)];
    if (one.kind === 'list') return [one.title, ...one.entries.map(({ title }) => `- ${title}`)];
    return [];
  });
}

function type(session: Session, at: string, text: string): void {
  const { step, language } = session.view();
  const field = step.content.find((one) => one.kind === 'field' && one.at === at);
  if (field?.kind === 'field') session.send({ type: 'answer', at, value: readEntry(field, text, language) });
}

const session = createSession(program, { validate, today });
const stop = session.subscribe((view) => console.log(view.step.title, lines(view.step.content)));
type(session, '/name', 'Erika'); // Wer sind Sie? [ 'Name: Erika', 'IBAN (freiwillig): ' ]
session.send({ type: 'next' }); // Ihr Auto [ 'Fährt das Auto elektrisch?: ', 'Gebühr (freiwillig): ' ]
type(session, '/elektrisch', 'nein'); // Ihr Auto [ 'Fährt das Auto elektrisch?: Nein', 'Gebühr (freiwillig): 30,00 €' ]
stop();
session.dispose();
