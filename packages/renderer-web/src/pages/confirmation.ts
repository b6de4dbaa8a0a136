import type { Receipt } from '@schalter/engine';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { css } from '../css.ts';
import { headingId } from '../ids.ts';
import { checkIcon, documentIcon } from '../parts/icons.ts';
import { safeAddress } from '../parts/text-tree.ts';
import type { Ui } from '../ui.ts';

export interface ConfirmationContext extends Pick<Ui, 't'> {
  readonly receipt: Receipt;
  /** The form's. */
  readonly title: string;
  readonly contact?: TemplateResult | string | undefined;
  /** What happens next, with a date where the city says one. */
  readonly nextStep?: TemplateResult | string | undefined;
  readonly home?: string | undefined;
  readonly timeZone?: string | undefined;
}

/** Filed: the reference, the document, what happens next. The same page shows a submission's state later. */
export function confirmationPage({
  t,
  receipt,
  title,
  contact,
  nextStep,
  home,
  timeZone,
}: ConfirmationContext): TemplateResult {
  const address = receipt.document && safeAddress(receipt.document.url);
  return html`<div class="page confirmation" part="page">
    <div class="page__back"></div>
    <div class="panel" part="panel">
      ${checkIcon()}
      <div>
        <p class="panel__form">${title}</p>
        <h1 class="heading" part="heading" id=${headingId} tabindex="-1">${t('confirmation.title')}</h1>
        <p class="panel__label">${t('confirmation.reference')}</p>
        <p class="panel__reference"><bdi>${receipt.reference}</bdi></p>
        <p class="panel__time">${t('confirmation.received', {
          date: t.date(receipt.receivedAt, timeZone),
          time: t.time(receipt.receivedAt, timeZone),
          zone: t.zone(receipt.receivedAt, timeZone),
        })}</p>
      </div>
    </div>
    ${
      receipt.document && address !== undefined
        ? html`<p class="confirmation__document"><a class="document" href=${address} download>${documentIcon()}<span>${t('confirmation.document')} <span class="document__size">${t('confirmation.document-size', { size: t.bytes(receipt.document.bytes) })}</span></span></a></p>`
        : nothing
    }
    ${receipt.mailedTo === undefined ? nothing : html`<p>${t('confirmation.mail', { address: receipt.mailedTo })}</p>`}
    <p>${t('confirmation.keep')}</p>
    <h2>${t('confirmation.next')}</h2>
    <p>${nextStep ?? t('confirmation.next-text')}</p>
    ${receipt.paymentLater ? html`<p>${t('confirmation.payment-later')}</p>` : nothing}
    <p>${t('confirmation.no-decision')}</p>
    <dl class="rows"><div class="row" part="row"><dt class="row__label">${t('state.label')}</dt><dd class="row__value">${t(`state.${receipt.state}`)}</dd></div></dl>
    ${contact === undefined ? nothing : html`<h2>${t('confirmation.contact')}</h2><p>${contact}</p>`}
    ${home === undefined ? nothing : html`<p class="confirmation__home"><a href=${home}>${t('confirmation.home')}</a></p>`}
  </div>`;
}

export const confirmationStyles = css`
  .panel { display: flex; gap: 20px; margin-block-end: var(--space-6); padding: 24px; border: var(--edge) solid var(--success); border-inline-start-width: 8px; border-radius: var(--radius); background: var(--success-tint); }
  .panel > .icon { flex: none; box-sizing: border-box; inline-size: 40px; block-size: 40px; padding: 8px; border-radius: 50%; background: var(--success); color: var(--success-tint); }
  .panel > div { min-inline-size: 0; }
  .panel p { margin: 0; }
  .panel .heading { margin: 0 0 var(--space-5); }
  .panel__form { font-size: 16px; line-height: 24px; }
  .panel__reference { font-size: 24px; line-height: 32px; font-weight: 600; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
  .panel p.panel__time { margin-block-start: var(--space-2); font-size: 16px; line-height: 24px; }
  .confirmation h2 { margin: var(--space-7) 0 var(--space-2); }
  .confirmation .rows { margin-block-start: var(--space-5); border-block-start: 1px solid var(--divider); }
  .document { display: inline-flex; gap: 12px; align-items: flex-start; padding-block: 4px; font-weight: 600; }
  .document .icon { flex: none; margin-block-start: 4px; }
  .document__size { font-weight: 400; }
  .confirmation__home { margin-block-start: var(--space-7); }
  @media (max-width: 575px) { .panel { padding: 20px 16px; gap: 12px; flex-direction: column; } }
`;
