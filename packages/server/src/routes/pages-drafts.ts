import type { JsonValue } from '@schalter/definition';
import { type ContentView, programHeader, type Session, type SessionEvent, type View } from '@schalter/engine';
import { buttonOf, eventsFromPost, formElement, pages, pageTitle, renderView } from '@schalter/renderer-web/html';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ServerContext } from '../context.ts';
import { tokensOf } from '../drafts/credentials.ts';
import { type DraftRow, draftDays, openDraft, saveSession } from '../drafts/drafts.ts';
import { onOfferedVersion, toldAnswers } from '../drafts/migration.ts';
import { RequestProblem } from '../http/problem.ts';
import { formId, uuid } from '../http/schemas.ts';
import { pageAddress, submissionAddress } from '../pages/addresses.ts';
import { type Portal, queryOf } from '../pages/portal.ts';
import { draftSession, settled } from '../pages/session.ts';
import type { PublishedForm } from '../published/published-forms.ts';
import { canonicalJson } from '../submissions/canonical.ts';
import { resumeAddress } from './drafts.ts';

interface PageParams {
  readonly form: string;
  readonly draft: string;
  readonly step?: string;
  /** Of a step that repeats: `0`, or `0/2` for an entry in an entry. */
  readonly '*'?: string;
}

interface OpenPage {
  readonly form: PublishedForm;
  readonly draft: DraftRow;
  readonly session: Session;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

const params = { type: 'object', properties: { form: formId, draft: uuid } } as const;
const schema = { hide: true, params };
type Posted = Readonly<Record<string, string | readonly string[]>>;

/**
 * The pages of a running form, complete without script: a GET shows the page its address names, a POST applies what was
 * entered and leads on. With script, `<schalter-form>` takes over from the first page it sees.
 */
export function draftPages(app: FastifyInstance, context: ServerContext, portal: Portal): void {
  /** Opens draft and session, on the page the address names if that is on the route. */
  const open = async (request: FastifyRequest<{ Params: PageParams }>, reply: FastifyReply, work: Work) => {
    const { params } = request;
    const opened = await openDraft(context, params.draft, tokensOf(request, params.draft));
    // A page that is posted was made of the version the draft had: it goes on with that.
    const draft = request.method === 'GET' ? await onOfferedVersion(context, opened) : opened;
    if (draft.formId !== params.form) return reply.callNotFound();
    if (draft.submissionId !== null) return reply.redirect(submissionAddress(draft.submissionId), 303);
    const form = await context.forms.versionOf(draft.formId, draft.formVersion);
    const session = draftSession(context, form, draft);
    try {
      return await work({ form, draft, session, request, reply });
    } finally {
      session.dispose();
    }
  };

  const show = async (page: OpenPage): Promise<FastifyReply> => {
    const { draft, session, request, reply } = page;
    const { program } = page.form;
    const query = queryOf(request);
    if (!goToAddressed(page)) return reply.redirect(pageAddress(draft, session.view().step), 303);
    const language = query.get('lang');
    if (language !== null && program.languages.includes(language) && language !== session.view().language) {
      session.send({ type: 'language', language });
      await saveSession(context, draft, session.persist(), draft.revision, draftDays(page.form));
      return reply.redirect(pageAddress(draft, session.view().step), 303);
    }
    if (query.has('gespeichert')) return showSaved(page);
    return await render(page, session.view());
  };

  const apply = async (page: OpenPage): Promise<FastifyReply> => {
    const { draft, form, session, request, reply } = page;
    const body = readPost(request.body);
    const stored = session.view().step;
    if (!goToAddressed(page)) return reply.redirect(pageAddress(draft, session.view().step), 303);
    const events = eventsFromPost(session.view(), body);
    if (isStale(draft, body)) {
      // A second click on "next" finds everything as it left it; other answers than stored must not be lost silently.
      if (changesAnswers(session, events)) throw new RequestProblem('draft-conflict', { revision: draft.revision });
      if (events.some(({ type }) => type === 'addItem' || type === 'removeItem')) {
        return reply.redirect(pageAddress(draft, stored), 303);
      }
    }
    const before = session.view().step;
    const appeared = applyEvents(session, events);
    const view = await settled(session);
    if (view.receipt) return reply.redirect(submissionAddress(view.receipt.id), 303);
    await saveSession(context, draft, session.persist(), draft.revision, draftDays(form));
    // Why sending failed is not kept: it is shown at once.
    if (view.failure) return await render({ ...page, draft: { ...draft, revision: draft.revision + 1 } }, view, 409);
    if (appeared !== undefined) return reply.redirect(`${pageAddress(draft, view.step)}#${fieldId(appeared)}`, 303);
    if (buttonOf(body) !== 'save') return reply.redirect(pageAddress(draft, view.step), 303);
    const address = pageAddress(draft, before);
    return reply.redirect(`${address}${address.includes('?') ? '&' : '?'}gespeichert=1`, 303);
  };

  const render = async ({ form, draft, request, reply }: OpenPage, view: View, status = 200): Promise<FastifyReply> => {
    const texts = portal.texts(view.language);
    const { contact } = programHeader(form.program, view.language);
    const plain = renderView(view, {
      texts,
      action: pageAddress(draft, view.step),
      csrf: String(draft.revision),
      confirm: queryOf(request).get('entfernen') ?? undefined,
      contact,
      home: '/',
      timeZone: form.program.timeZone,
      saveable: true,
      migrated: await toldAnswers(context, draft, view.language),
      expiresAt: draft.expiresAt.toISOString(),
    });
    const { theme } = context.config.settings;
    const body = formElement({ form: form.id, language: view.language, draft: draft.id, theme, plain });
    const title = pageTitle(view, { t: texts });
    const { language } = view;
    return portal.send(request, reply, {
      status,
      language,
      title,
      body,
      languages: form.program.languages,
      form: true,
    });
  };

  const showSaved = ({ draft, session, request, reply, form }: OpenPage): FastifyReply => {
    const view = session.view();
    const texts = portal.texts(view.language);
    const token = tokensOf(request, draft.id)[0];
    const body = pages.savedPage({
      texts,
      expiresAt: draft.expiresAt.toISOString(),
      continueHref: pageAddress(draft, view.step),
      ...(token === undefined ? {} : { resume: resumeAddress(context, token) }),
    });
    const languages = form.program.languages;
    return portal.send(request, reply, { language: view.language, title: texts('saved.title'), body, languages });
  };

  app.get<{ Params: PageParams }>('/formulare/:form/:draft', { schema }, (request, reply) =>
    open(request, reply, show),
  );
  for (const path of ['/formulare/:form/:draft/:step', '/formulare/:form/:draft/:step/*']) {
    app.get<{ Params: PageParams }>(path, { schema }, (request, reply) => open(request, reply, show));
    app.post<{ Params: PageParams }>(path, { schema }, (request, reply) => open(request, reply, apply));
  }
}

type Work = (page: OpenPage) => Promise<FastifyReply>;

/** Takes the session to the page that the address names. False when that page is not on the route (any more). */
function goToAddressed({ session, request }: OpenPage): boolean {
  const { step, '*': entries } = request.params as PageParams;
  if (step === undefined) return false;
  const wanted = entries === undefined ? step : `${step}/${entries}`;
  const entry = queryOf(request).get('eintrag') ?? undefined;
  const isThere = () => {
    const { id, entry: current } = session.view().step;
    return id === wanted && current === entry;
  };
  if (isThere()) return true;
  session.send(entry === undefined ? { type: 'goTo', step: wanted } : { type: 'goTo', step: wanted, entry });
  return isThere();
}

/**
 * Applies what was posted. Without script, questions that depend on other answers of the page appear only now: "next"
 * then shows them first, instead of blaming people for not having answered what they could not see.
 * @returns the first question that appeared
 */
function applyEvents(session: Session, events: readonly SessionEvent[]): string | undefined {
  const asked = new Set(questionsOf(session.view().step.content));
  for (const event of events) {
    const appeared =
      event.type === 'next' ? questionsOf(session.view().step.content).find((at) => !asked.has(at)) : undefined;
    if (appeared !== undefined) return appeared;
    session.send(event);
  }
  return undefined;
}

/** Pointers of the fields a page asks. */
function questionsOf(content: readonly ContentView[]): readonly string[] {
  return content.flatMap((item) => {
    if (item.kind === 'field') return item.readOnly ? [] : [item.at];
    if (item.kind === 'group') return questionsOf(item.content);
    return item.kind === 'list' ? item.entries.flatMap((entry) => questionsOf(entry.content)) : [];
  });
}

/** Id of a field's element, as the renderer makes it. */
function fieldId(at: string): string {
  return `f${at.replaceAll('/', '-')}`;
}

/** Whether the page that was posted showed an older state than the stored one. */
function isStale(draft: DraftRow, body: Posted): boolean {
  return body.csrf !== undefined && body.csrf !== String(draft.revision);
}

/** Applies the answers among the events, and says whether any of them is another than before. */
function changesAnswers(session: Session, events: readonly SessionEvent[]): boolean {
  const answers = () => canonicalJson(session.persist().answers as JsonValue);
  const before = answers();
  for (const event of events) if (event.type === 'answer') session.send(event);
  return answers() !== before;
}

/** Fields of a posted form; anything else is none. */
function readPost(body: unknown): Posted {
  if (typeof body !== 'object' || body === null) return {};
  const fields: [string, string | readonly string[]][] = [];
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === 'string') fields.push([name, value]);
    else if (Array.isArray(value)) fields.push([name, value.filter((one) => typeof one === 'string')]);
  }
  return Object.fromEntries(fields);
}
