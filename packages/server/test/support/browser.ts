/** A browser without script: cookies, redirects, and forms that are posted with their hidden fields. */
export function browser(url: string, jar = new Map<string, string>()) {
  let html = '';
  let path = '';
  let response: Response | undefined;
  const visited: string[] = [];

  const go = async (address: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(new URL(address, url), {
      redirect: 'manual',
      ...init,
      headers: { cookie, ...init.headers },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const location = answer.headers.get('location');
    if (answer.status >= 300 && answer.status < 400 && location) return await go(location);
    path = `${new URL(address, url).pathname}${new URL(address, url).search}`;
    visited.push(path);
    return answer;
  };
  const load = async (answer: Response) => {
    response = answer;
    html = await answer.text();
  };

  return {
    async open(address: string) {
      await load(await go(address));
    },
    /** Posts the page's form, as its action says. */
    async post(fields: Readonly<Record<string, string>>) {
      const action = decode(/<form[^>]*method="post"[^>]*action="([^"]*)"/.exec(html)?.[1] ?? '');
      const hidden = /<input type="hidden" name="csrf" value="([^"]*)"/.exec(html)?.[1];
      const body = new URLSearchParams({ ...(hidden === undefined ? {} : { csrf: hidden }), ...fields });
      await load(await go(action, { method: 'POST', body }));
    },
    fetch: go,
    /** The same page in a second tab. */
    copy() {
      const other = browser(url, jar);
      other.restore(html, path);
      return other;
    },
    restore(content: string, address: string) {
      html = content;
      path = address;
    },
    html: () => html,
    text: () => decode(html.replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' '),
    heading: () => decode(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1]?.replace(/<[^>]+>/g, '') ?? '').trim(),
    path: () => path,
    visited: () => visited,
    status: () => response?.status ?? 0,
    headers: () => response?.headers ?? new Headers(),
  };
}

function decode(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
