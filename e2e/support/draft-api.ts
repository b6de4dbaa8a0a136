import type { JsonObject } from '@schalter/definition';

/** A draft as the server hands it out. */
export interface DraftTicket {
  readonly id: string;
  readonly token: string;
  readonly key: string;
  readonly form: { readonly id: string; readonly version: string };
  readonly revision: number;
  readonly today: string;
}

/** The server's API as a program uses it: with the bearer token. */
export function api(url: string) {
  const call = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${url}${path}`, init);
    const text = await response.text();
    return { status: response.status, body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text };
  };
  const headers = (draft: DraftTicket, more: Record<string, string> = {}) => ({
    authorization: `Bearer ${draft.token}`,
    ...more,
  });
  return {
    async newDraft(form: string): Promise<DraftTicket> {
      const { body } = await call('/api/drafts', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ form }),
      });
      return body as DraftTicket;
    },
    draft: (draft: DraftTicket) => call(`/api/drafts/${draft.id}`, { headers: headers(draft) }),
    save: (draft: DraftTicket, snapshot: JsonObject, revision: number) =>
      call(`/api/drafts/${draft.id}`, {
        method: 'PUT',
        headers: headers(draft, { 'content-type': 'application/json', 'if-match': `"${revision}"` }),
        body: JSON.stringify(snapshot),
      }),
    submit: (draft: DraftTicket, answers: JsonObject) =>
      call('/api/submissions', {
        method: 'POST',
        headers: headers(draft, { 'content-type': 'application/json', 'idempotency-key': draft.key }),
        body: JSON.stringify({ draft: draft.id, form: draft.form, language: 'de', today: draft.today, answers }),
      }),
    submission: (draft: DraftTicket, id: string) => call(`/api/submissions/${id}`, { headers: headers(draft) }),
    program: async (form: string) => {
      const { body } = await call(`/api/forms/${form}`);
      return (await call(body.program)).body;
    },
  };
}
