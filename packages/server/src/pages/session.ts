import { SchalterError } from '@schalter/definition';
import { createSession, type PersistedSession, PortError, type Session, type View } from '@schalter/engine';
import { germanHolidays } from '@schalter/engine/holidays';
import { createTranslate } from '@schalter/renderer-web/html';
import type { ServerContext } from '../context.ts';
import { type DraftRow, readSession } from '../drafts/drafts.ts';
import { RequestProblem } from '../http/problem.ts';
import type { PublishedForm } from '../published/published-forms.ts';
import { submitDraft } from '../submissions/submit.ts';
import { dateIn } from '../time.ts';

/** A session that has not begun yet, with what the link to the form brings along. */
export function newSession(
  context: ServerContext,
  form: PublishedForm,
  language: string,
  query: Readonly<Record<string, string>>,
): Session {
  return createSession(form.program, { ...optionsOf(context, form), language, query });
}

/** The session of a draft, as it stands. Submitting it files the draft. */
export function draftSession(context: ServerContext, form: PublishedForm, draft: DraftRow): Session {
  const snapshot = readSession(context, draft);
  return createSession(form.program, {
    ...optionsOf(context, form),
    language: draft.language,
    ...(snapshot ? { snapshot: forProgram(snapshot, form) } : {}),
    submission: {
      submit: async (submission) => {
        try {
          return (await submitDraft(context, draft, submission)).receipt;
        } catch (error) {
          throw toPortError(error);
        }
      },
    },
  });
}

/** The page shown after everything under way has come to its end. */
export async function settled(session: Session): Promise<View> {
  const view = session.view();
  if (view.status !== 'sending') return view;
  return await new Promise((resolve) => {
    const stop = session.subscribe((next) => {
      if (next.status === 'sending') return;
      stop();
      resolve(next);
    });
  });
}

function optionsOf(context: ServerContext, form: PublishedForm) {
  return {
    validate: form.validate,
    translate: createTranslate(form.program),
    holidays: germanHolidays,
    today: dateIn(form.program.timeZone, context.now()),
  };
}

/** The same version compiled anew by a newer compiler has another hash, but means the same. */
function forProgram(snapshot: PersistedSession, { program }: PublishedForm): PersistedSession {
  return { ...snapshot, form: { ...snapshot.form, hash: program.hash } };
}

function toPortError(error: unknown): unknown {
  if (!(error instanceof SchalterError)) return error;
  const problems =
    error instanceof RequestProblem ? (error.problems ?? []).filter((problem) => !('severity' in problem)) : [];
  return new PortError({ code: error.code, retry: false, problems });
}
