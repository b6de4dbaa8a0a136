import { css } from '../css.ts';

/** Type, links, buttons, fields: what all pages share. */
export const base = css`
  *, ::before, ::after { box-sizing: border-box; }
  :host { display: block; }
  :host([hidden]), [hidden] { display: none !important; }
  body, :host { margin: 0; background: var(--page); color: var(--text); font-family: var(--font); font-size: 18px; line-height: 28px; font-weight: 400; text-align: start; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; overflow-wrap: anywhere; }
  h1, h2, h3, h4, h5, h6 { font-weight: 600; text-wrap: balance; overflow-wrap: anywhere; }
  h1 { margin: 0; font-size: 32px; line-height: 40px; }
  h2 { font-size: 24px; line-height: 32px; }
  h3 { font-size: 20px; line-height: 28px; }
  h4, h5, h6 { font-size: 18px; line-height: 28px; }
  :is(h1, h2, h3, h4, h5, h6):focus { outline: none; }
  p { margin: 0 0 var(--space-4); }
  strong, b { font-weight: 600; }
  hr { margin: var(--space-5) 0; border: 0; border-block-start: 1px solid var(--divider); }
  button, input, select, textarea { font: inherit; color: inherit; letter-spacing: inherit; }
  fieldset { min-inline-size: 0; margin: 0; padding: 0; border: 0; }
  legend { padding: 0; max-inline-size: 100%; white-space: normal; }
  code, pre { font-family: ui-monospace, 'Liberation Mono', monospace; font-size: 16px; }
  pre { overflow-x: auto; padding: 12px 16px; background: var(--surface); border-radius: var(--radius); }
  blockquote { margin: 0 0 var(--space-4); padding-inline-start: 16px; border-inline-start: 4px solid var(--divider); }
  @media (max-width: 575px) { h1 { font-size: 28px; line-height: 36px; } h1, h2, h3, h4, .label { hyphens: auto; hyphenate-limit-chars: 14 6 4; } }

  .muted { color: var(--muted); }
  .lead { margin: 0; }
  .visually-hidden { position: absolute !important; inline-size: 1px; block-size: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .icon { fill: currentColor; }
  [dir='rtl'] :is(.icon--back, .icon--next) { transform: scaleX(-1); }

  a, .link { color: var(--action); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 3px; border-radius: 2px; }
  a:visited { color: var(--visited); }
  a:hover, .link:hover { color: var(--hover); text-decoration-thickness: 2px; }
  .link { display: inline-flex; align-items: center; gap: 4px; min-block-size: 28px; padding: 0; border: 0; background: none; cursor: pointer; text-align: start; }
  .link:visited { color: var(--action); }
  .link--danger, .link--danger:visited { color: var(--danger); }
  .link--danger:hover { color: var(--danger); }
  :focus-visible { outline: 3px solid var(--focus-outer); outline-offset: 2px; box-shadow: 0 0 0 2px var(--focus-inner); }

  .button { display: inline-flex; align-items: center; justify-content: center; min-block-size: 48px; padding: 10px 24px; border: 2px solid transparent; border-radius: var(--radius); background: var(--action); color: var(--on-action); font-weight: 600; line-height: 24px; text-align: center; text-decoration: none; cursor: pointer; transition: background-color 120ms; }
  .button:visited { color: var(--on-action); }
  .button:hover { background: var(--hover); color: var(--on-action); }
  .button--secondary, .button--secondary:visited { border-color: var(--action); background: var(--page); color: var(--action); }
  .button--secondary:hover { border-color: var(--hover); background: var(--selected); color: var(--hover); }
  .button--danger, .button--danger:hover { background: var(--danger); color: var(--page); }
  .actions { display: flex; flex-wrap: wrap; align-items: center; gap: 16px 24px; margin-block-start: var(--space-7); }
  .actions .link { min-block-size: 44px; }
  @media (max-width: 575px) { .actions .button { inline-size: 100%; } }

  .page { max-inline-size: var(--column); }
  .page--wide { max-inline-size: none; }
  .page__back { min-block-size: 44px; display: flex; align-items: center; margin-block-end: var(--space-4); }
  .page__back:empty { min-block-size: 20px; margin-block-end: 0; }
  .back { gap: 8px; min-block-size: 44px; }
  .back .icon { inline-size: 16px; block-size: 16px; }
  .page__notice { margin: 0 0 var(--space-4); padding: 8px 16px; border-inline-start: 4px solid var(--success); border-radius: var(--radius); background: var(--success-tint); }
  .caption { margin: 0 0 var(--space-2); color: var(--muted); font-size: 16px; line-height: 24px; }
  .heading { margin: 0 0 var(--space-6); }
  .heading + .text, .heading + .lead { margin-block: -16px var(--space-6); }
  .heading label { display: block; }

  .field + .field, .text + .field, .field + .text, .field + .notice, .notice + .field, .text + .notice, .notice + .text, .details + .field, .field + .details, .consent, .consent + .field { margin-block-start: var(--space-6); }
  .consent:first-child { margin-block-start: 0; }
  .field__label { margin: 0 0 8px; }
  .label { display: inline-block; font-weight: 600; }
  p.label { margin: 0 0 4px; }
  legend.label { display: block; }
  .heading .label { font-weight: inherit; }
  .heading.field__label, .field__label > .heading { margin: 0 0 var(--space-4); }
  legend.field__label:has(.heading) { margin: 0; }
  .optional { font-weight: 400; color: var(--muted); }
  .heading .optional { font-size: 18px; line-height: 28px; }
  .hint { margin: -4px 0 8px; color: var(--muted); }
  .field__label.visually-hidden + .hint, .heading + .hint, legend:has(.heading) + .hint { margin-block-start: -8px; margin-block-end: 16px; }
  .help { margin: -4px 0 8px; }
  .input { display: block; inline-size: 100%; block-size: 48px; padding-inline: 16px; border: var(--border) solid var(--control-border); border-block-end: 2px solid var(--field-bottom); border-radius: var(--radius); background: var(--page); color: var(--text); transition: border-color 120ms; }
  [dir='rtl'] .input[dir='ltr'] { text-align: end; }
  .input:hover { border-color: var(--action); }
  .input::placeholder { color: var(--muted); opacity: 1; }
  .width-3 { inline-size: 72px; }
  .width-6 { inline-size: 112px; }
  .width-12 { inline-size: 176px; }
  .width-20 { inline-size: 240px; }
  .width-30 { inline-size: 320px; }
  .width-full { inline-size: 100%; }
  .input, .select { max-inline-size: 100%; }
  @media (max-width: 575px) { .width-30 { inline-size: 100%; } }
  .field--error { padding-inline-start: 16px; border-inline-start: 4px solid var(--danger); }
  .field--error .field--error { padding-inline-start: 0; border-inline-start: 0; }
  .error { border: var(--edge) solid; display: flex; gap: 8px; margin: 0 0 8px; padding: 8px 12px; border-radius: var(--radius); background: var(--danger-tint); color: var(--danger); font-weight: 600; }
  .error .icon { flex: none; margin-block-start: 4px; }
  .error p { margin: 0; }
  .error > div { min-inline-size: 0; }
  .input[aria-invalid='true'] { border: 2px solid var(--danger); }
  .tag { display: inline-block; padding: 0 8px; border-radius: var(--radius); font-size: 16px; line-height: 24px; font-weight: 600; }
  .tag--danger { background: var(--danger-tint); color: var(--danger); }
  .tag--info { background: var(--info-tint); color: var(--info); }
  .tag--action { background: var(--selected); color: var(--action); }

  .prose > :first-child { margin-block-start: 0; }
  .prose > :last-child { margin-block-end: 0; }
  .prose :is(h2, h3, h4, h5, h6) { margin: var(--space-6) 0 var(--space-2); }
  .prose :is(ul, ol) { margin: 0 0 var(--space-4); padding-inline-start: 24px; }
  .prose li { margin-block: 4px; padding-inline-start: 4px; }
  .text { margin-block-end: 0; }
  .table { overflow-x: auto; margin-block-end: var(--space-4); }
  table { inline-size: 100%; border-collapse: collapse; }
  th, td { padding-block: 8px; padding-inline: 0 16px; border-block-end: 1px solid var(--divider); text-align: start; vertical-align: top; }
  th { font-weight: 600; }
  .align-right { text-align: end; }
  .align-center { text-align: center; }
`;

/** Themes, system settings and paper. Stands last: it overrides. */
export const circumstances = css`
  @media (prefers-reduced-motion: reduce) { *, ::before, ::after { transition: none !important; } }
  @media (forced-colors: active) {
    :focus-visible { outline-color: Highlight; }
    .button { border: 2px solid ButtonText; }
    .icon { forced-color-adjust: auto; fill: CanvasText; }
    .field--error { border-inline-start-style: double; }
  }
  @media print {
    .page__back, .actions, .row__change, .card__actions, .another, .list__add, .search, .start__form, .summary-send, .draft-state { display: none !important; }
    .page { max-inline-size: none; }
    body, :host { font-size: 11pt; line-height: 1.4; color: #000; background: #fff; }
    h1 { font-size: 18pt; }
    h2 { font-size: 14pt; }
    h3, h4 { font-size: 12pt; }
    h1, h2, h3, h4 { line-height: 1.3; break-after: avoid; }
    .row, .card, .panel { break-inside: avoid; }
    .details > .details__text { display: block; }
    a { color: inherit; }
  }
`;
