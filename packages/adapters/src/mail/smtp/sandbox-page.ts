import type { SandboxMail } from './sandbox-store.ts';

const texts = {
  de: {
    title: 'Mail-Sandbox',
    warning: 'Dies ist eine Sandbox: Diese Mails wurden angenommen, aber niemandem zugestellt.',
    empty: 'Noch ist keine Mail angekommen.',
    from: 'Von',
    to: 'An',
    arrived: 'Angekommen',
    attachments: 'Anlagen',
    back: 'Alle Mails',
    source: 'Quelltext',
    clear: 'Alle Mails löschen',
    noSubject: '(ohne Betreff)',
    missing: 'Diese Mail gibt es nicht mehr.',
  },
  en: {
    title: 'Mail sandbox',
    warning: 'This is a sandbox: these mails were accepted but delivered to nobody.',
    empty: 'No mail has arrived yet.',
    from: 'From',
    to: 'To',
    arrived: 'Arrived',
    attachments: 'Attachments',
    back: 'All mails',
    source: 'Source',
    clear: 'Delete all mails',
    noSubject: '(no subject)',
    missing: 'This mail is gone.',
  },
} as const;

export type PageLanguage = keyof typeof texts;

/** The list of mails. */
export function listPage(mails: readonly SandboxMail[], language: PageLanguage): string {
  const t = texts[language];
  const rows = mails.map(
    (mail) =>
      `<li><a href="/mail/${mail.name}">${escapeHtml(mail.subject || t.noSubject)}</a><p>${t.to} ${escapeHtml(mail.to)}, ${time(mail.arrived, language)}</p></li>`,
  );
  const clear = `<form method="post" action="/clear"><button>${t.clear}</button></form>`;
  return page(t.title, mails.length === 0 ? `<p>${t.empty}</p>` : `<ul>${rows.join('')}</ul>${clear}`, language);
}

/** One mail: its text, never its HTML as such. */
export function mailPage(mail: SandboxMail | undefined, language: PageLanguage): string {
  const t = texts[language];
  const back = `<p><a href="/">${t.back}</a></p>`;
  if (!mail) return page(t.missing, back, language);
  const attachments = mail.attachments.map(
    (attachment, index) =>
      `<li><a href="/mail/${mail.name}/attachment/${index}">${escapeHtml(attachment.name)}</a> (${escapeHtml(attachment.type)}, ${attachment.bytes.length} B)</li>`,
  );
  return page(
    mail.subject || t.noSubject,
    `${back}<dl><dt>${t.from}</dt><dd>${escapeHtml(mail.from)}</dd><dt>${t.to}</dt><dd>${escapeHtml(mail.to)}</dd>
    <dt>${t.arrived}</dt><dd>${time(mail.arrived, language)}</dd><dt>Message-ID</dt><dd>${escapeHtml(mail.id)}</dd></dl>
    <pre>${escapeHtml(mail.text)}</pre>
    ${attachments.length > 0 ? `<h2>${t.attachments}</h2><ul>${attachments.join('')}</ul>` : ''}
    <p><a href="/mail/${mail.name}/source">${t.source}</a></p>`,
    language,
  );
}

export const stylesheet = `
:root { color: #131525; background: #fff; font: 18px/28px "Fira Sans", "Noto Sans", sans-serif; }
body { max-width: 720px; margin: 0 auto; padding: 24px 16px 64px; }
.warning { border-left: 8px solid #925400; background: #ffe7b6; padding: 12px 16px; margin: 0 0 32px; }
h1 { font-size: 32px; line-height: 40px; margin: 0 0 24px; overflow-wrap: anywhere; }
ul { list-style: none; padding: 0; }
li { border-bottom: 1px solid #c0c3d5; padding: 12px 0; }
li p { margin: 0; color: #51577a; font-size: 16px; line-height: 24px; }
a { color: #2044aa; overflow-wrap: anywhere; }
a:focus-visible, button:focus-visible { outline: 3px solid #454b6b; outline-offset: 2px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 24px; }
dt { color: #51577a; }
dd { margin: 0; overflow-wrap: anywhere; }
pre { background: #f3f4f7; padding: 16px; white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
button { min-height: 48px; padding: 0 16px; font: inherit; color: #2044aa; background: #fff; border: 1px solid #6e7597; border-radius: 4px; cursor: pointer; }
`;

function page(title: string, content: string, language: PageLanguage): string {
  const t = texts[language];
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)} – ${t.title}</title><link rel="stylesheet" href="/style.css"></head>
<body><p class="warning" role="note">${t.warning}</p><main><h1>${escapeHtml(title)}</h1>${content}</main></body>
</html>`;
}

function time(instant: string, language: PageLanguage): string {
  const moment = new Date(instant);
  if (Number.isNaN(moment.getTime())) return escapeHtml(instant);
  return escapeHtml(
    new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', { dateStyle: 'medium', timeStyle: 'medium' }).format(
      moment,
    ),
  );
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
