import type { JsonObject } from '@schalter/definition';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Of JSON answers. */
  readonly body: Record<string, unknown> & { readonly code?: string };
}

/** The API as a program uses it. */
export function client(url: string) {
  const call = async (path: string, init: RequestInit & { json?: unknown } = {}): Promise<Answer> => {
    const { json, ...rest } = init;
    const response = await fetch(`${url}${path}`, {
      redirect: 'manual',
      ...rest,
      headers: { ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...rest.headers },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : {} };
  };
  return {
    call,
    async draft(form = 'hundesteuer') {
      const { body } = await call('/api/drafts', { method: 'POST', json: { form } });
      const ticket = body as unknown as { id: string; token: string; key: string; form: JsonObject; today: string };
      const authorization = `Bearer ${ticket.token}`;
      return {
        ...ticket,
        get: (path = `/api/drafts/${ticket.id}`) => call(path, { headers: { authorization } }),
        save: (session: unknown, revision: number) =>
          call(`/api/drafts/${ticket.id}`, {
            method: 'PUT',
            headers: { authorization, 'if-match': `"${revision}"` },
            json: session,
          }),
        submit: (answers: unknown, more: object = {}, headers: Record<string, string> = {}) =>
          call('/api/submissions', {
            method: 'POST',
            headers: { authorization, 'idempotency-key': ticket.key, ...headers },
            json: { draft: ticket.id, form: ticket.form, language: 'de', today: ticket.today, answers, ...more },
          }),
      };
    },
  };
}

/** What the fixture's form takes. */
export const goodAnswers: JsonObject = {
  wohnort: 'ja',
  name: 'Erika Mustermann',
  email: 'erika@mustermann.example',
  hunde: [{ name: 'Bello', wurftag: '2024-02-01' }, { name: 'Waldi' }],
  rettungshund: false,
};

/** Asks until it is so, for a few seconds: deliveries run on their own. */
export async function until(condition: () => Promise<boolean>, seconds = 10): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await condition())) {
    if (Date.now() > end) throw new RangeError('It never came about');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
