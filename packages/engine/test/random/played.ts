import type { JsonObject } from '@schalter/definition';
import { createSession, type Program, type Session, type SessionEvent, type SessionOptions } from '../../src/index.ts';
import { program, today } from '../support.ts';
import { makeAnswers } from './answers.ts';
import type { Chance, Note } from './chance.ts';
import { makeEvents } from './events.ts';
import { makeForm } from './form.ts';

/** What links to random forms carry. */
export const query = { wort: 'ja', zahl: '2' };

export interface Played {
  readonly compiled: Program;
  readonly options: SessionOptions;
  readonly session: Session;
  readonly events: readonly SessionEvent[];
}

export function compiledForm(chance: Chance, note: Note): { compiled: Program; options: SessionOptions } {
  const form = makeForm(chance);
  note('form', form);
  const { program: compiled, validate } = program(form);
  return { compiled, options: { validate, today, translate: (_, code) => code, query } };
}

/** A session of a random form, begun with random answers or none, after a random history. */
export function played(
  chance: Chance,
  note: Note,
  { most = 30, but = [] }: { readonly most?: number; readonly but?: readonly SessionEvent['type'][] } = {},
): Played {
  const { compiled, options } = compiledForm(chance, note);
  const answers: JsonObject = chance.percent(60) ? makeAnswers(chance, compiled) : {};
  const events = makeEvents(chance, compiled, most).filter(({ type }) => !but.includes(type));
  note('answers', answers);
  note('events', events);
  const session = createSession(compiled, { ...options, answers });
  for (const event of events) session.send(event);
  return { compiled, options, session, events };
}

/** A view without what is a session's own or of the moment: keys of entries, the answer to "another?", a refused sending. */
export function comparable(session: Session): unknown {
  const { problems: _, failure: __, ...view } = session.view() as unknown as Record<string, unknown>;
  return JSON.parse(
    JSON.stringify(view, (name, value: unknown) =>
      name === 'key' || name === 'another' || name === 'draft' ? undefined : value,
    ),
  );
}
