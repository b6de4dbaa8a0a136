import { html, nothing, type TemplateResult } from 'lit/html.js';
import { formId } from '../ids.ts';
import { safeAddress } from '../parts/text-tree.ts';
import type { ThemeChoice } from '../styles/tokens.ts';
import { createTexts, type Texts } from '../texts.ts';
import { renderToString } from './render.ts';

export interface DocumentOptions {
  /** BCP 47, of the page's content. */
  readonly language: string;
  /** Of the window; the city's name is added. */
  readonly title: string;
  readonly body: TemplateResult;
  /** Addresses, in their order. */
  readonly stylesheets: readonly string[];
  /** Addresses of modules. */
  readonly scripts: readonly string[];
  readonly city: string;
  /** Address of the catalogue; default `/`. */
  readonly home?: string | undefined;
  readonly theme?: ThemeChoice | undefined;
  /** The languages this page can be had in, the current one too. Fewer than two: no switch. */
  readonly languages?: readonly { readonly language: string; readonly href: string }[] | undefined;
  /** True on pages with a form that posts: the switch then sends what was typed along. */
  readonly switchPosts?: boolean | undefined;
  readonly footer?:
    | { readonly imprint?: string; readonly privacy?: string; readonly accessibility?: string; readonly note?: string }
    | undefined;
  /** Address of the window's icon. */
  readonly icon?: string | undefined;
  /** Fonts to be fetched at once. */
  readonly preload?: readonly string[] | undefined;
}

/** A whole page as text, `<!doctype html>` included: head, header, the body as main content, footer. */
export function renderDocument(options: DocumentOptions): string {
  const t = createTexts(options.language);
  const lines = [
    '<!doctype html>',
    `<html lang="${escapeText(options.language)}" dir="${t.direction}"${options.theme === undefined ? '' : ` data-theme="${escapeText(options.theme)}"`}>`,
    '<head>',
    '<meta charset="utf-8">',
    `<title>${escapeText(options.title === options.city ? options.title : `${options.title} – ${options.city}`)}</title>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="format-detection" content="telephone=no">',
    // Without one browsers ask for /favicon.ico.
    ...(options.icon === undefined
      ? []
      : [`<link rel="icon" href="${escapeText(options.icon)}" type="image/svg+xml">`]),
    ...(options.preload ?? []).map(
      (href) => `<link rel="preload" href="${escapeText(href)}" as="font" type="font/woff2" crossorigin>`,
    ),
    ...options.stylesheets.map((href) => `<link rel="stylesheet" href="${escapeText(href)}">`),
    ...options.scripts.map((src) => `<script type="module" src="${escapeText(src)}"></script>`),
    '</head>',
    '<body>',
    renderToString(frame(options, t)).trim(),
    '</body>',
    '</html>',
    '',
  ];
  return lines.join('\n');
}

function frame(options: DocumentOptions, t: Texts): TemplateResult {
  const footer = options.footer ?? {};
  const links: ['frame.imprint' | 'frame.privacy' | 'frame.accessibility', string][] = [
    ['frame.imprint', footer.imprint ?? '/impressum'],
    ['frame.privacy', footer.privacy ?? '/datenschutz'],
    ['frame.accessibility', footer.accessibility ?? '/barrierefreiheit'],
  ];
  // `data-schalter-text` lets <schalter-form> translate the frame when the language changes without a new page.
  return html`<a class="skip" href="#inhalt" data-schalter-text="frame.skip">${t('frame.skip')}</a>
    <header class="header">
      <div class="width header__line">
        <a class="header__city" href=${options.home ?? '/'}>${mark()}<span>${options.city}</span></a>
        ${languageSwitch(options, t)}
      </div>
    </header>
    <main class="main width" id="inhalt" tabindex="-1">
      ${options.body}
    </main>
    <footer class="footer">
      <div class="width footer__line">
        <nav aria-label=${t('frame.footer')}>
          <ul>${links.map(([key, href]) => html`<li><a href=${safeAddress(href) ?? '#'} data-schalter-text=${key}>${t(key)}</a></li>`)}</ul>
        </nav>
        ${footer.note === undefined ? nothing : html`<p>${footer.note}</p>`}
      </div>
    </footer>`;
}

/** A counter with its window: stands for the city where it gives no mark of its own. */
function mark(): TemplateResult {
  return html`<svg class="header__mark" viewBox="0 0 36 36" aria-hidden="true" focusable="false">
    <path fill="currentColor" d="M18 2 3 10v3h30v-3L18 2Zm0 3.4L26.6 10H9.4L18 5.4ZM6 15v12h4V15H6Zm10 0v12h4V15h-4Zm10 0v12h4V15h-4ZM3 29v4h30v-4H3Z"></path>
  </svg>`;
}

/** Links; on a page with a form buttons that post it, so that nothing typed is lost. */
function languageSwitch(options: DocumentOptions, t: Texts): TemplateResult | typeof nothing {
  const languages = options.languages ?? [];
  if (languages.length < 2) return nothing;
  return html`<nav aria-label=${t('frame.language')}>
    ${
      // Enter in an input presses the first button of its form, and that stands here: it has to be "next".
      options.switchPosts ? html`<button type="submit" form=${formId} name="do" value="next" hidden></button>` : nothing
    }
    <ul class="languages">${languages.map(({ language, href }) => {
      const name = t.languageName(language);
      if (language === options.language) {
        return html`<li><span lang=${language} aria-current="true" data-schalter-language=${language}>${name}</span></li>`;
      }
      return options.switchPosts
        ? html`<li><button class="link" type="submit" form=${formId} name="do" value="language:${language}" lang=${language} data-schalter-language=${language}>${name}</button></li>`
        : html`<li><a href=${href} hreflang=${language} lang=${language} data-schalter-language=${language}>${name}</a></li>`;
    })}</ul>
  </nav>`;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
