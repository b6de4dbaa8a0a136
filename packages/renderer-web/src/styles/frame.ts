import { css } from '../css.ts';

/** What stands around the page: header, footer. Only for documents, not for the shadow root. */
export const frame = css`
  html { block-size: 100%; }
  body { display: flex; flex-direction: column; min-block-size: 100%; }
  .width { inline-size: 100%; max-inline-size: 1168px; margin-inline: auto; padding-inline: 24px; }
  .header { background: var(--header); color: var(--on-header); --focus-outer: #ffffff; --focus-inner: var(--header); }
  .header__line { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 4px 24px; min-block-size: 72px; padding-block: 8px; }
  .header a, .header a:visited, .header .link { color: inherit; }
  .header a:hover, .header .link:hover { color: inherit; text-decoration-thickness: 2px; }
  .header__city { display: inline-flex; align-items: center; gap: 14px; min-block-size: 44px; font-size: 20px; line-height: 28px; font-weight: 600; }
  a.header__city { text-decoration: none; }
  a.header__city:hover { text-decoration: underline; }
  .header__mark { flex: none; inline-size: 36px; block-size: 36px; }
  .languages { display: flex; flex-wrap: wrap; gap: 0 20px; margin: 0; padding: 0; list-style: none; }
  .languages :is(a, .link, span) { display: inline-flex; align-items: center; min-block-size: 44px; font-size: 16px; line-height: 24px; }
  .languages [aria-current] { font-weight: 600; }
  .skip { position: absolute; inset-inline-start: 24px; inset-block-start: -100px; z-index: 10; padding: 10px 16px; background: var(--page); color: var(--action); border-radius: 0 0 var(--radius) var(--radius); font-weight: 600; }
  .skip:focus { inset-block-start: 0; }
  .main { flex: 1 0 auto; padding-block: var(--space-3) var(--space-8); }
  .main:focus { outline: none; }
  .footer { background: var(--surface); border-block-start: 1px solid var(--divider); font-size: 16px; line-height: 24px; }
  .footer__line { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 8px 48px; padding-block: var(--space-5); }
  .footer ul { display: flex; flex-wrap: wrap; gap: 0 24px; margin: 0; padding: 0; list-style: none; }
  .footer a, .footer a:visited { display: inline-flex; align-items: center; min-block-size: 44px; color: var(--text); }
  .footer p { margin: 10px 0; color: var(--muted); }
  @media (max-width: 575px) {
    .width { padding-inline: 16px; }
    .header__city { font-size: 18px; }
    .main { padding-block-end: var(--space-7); }
    .footer ul { gap: 0 20px; }
  }
  @media print {
    .header { background: none; color: #000; border-block-end: 1px solid #000; }
    .header__line { min-block-size: 0; }
    .languages, .footer, .skip { display: none; }
  }
  @media (forced-colors: active) { .header { border-block-end: 1px solid CanvasText; } }
`;
