import type { ToldAnswer } from '@schalter/engine/migrate';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { css } from '../css.ts';
import type { Ui } from '../ui.ts';
import { infoIcon } from './icons.ts';

/** Why an answer could not be taken over, for those that people miss; what the form gave up itself is not told. */
const reasons = {
  'no-field': 'migrated.no-field',
  replaced: 'migrated.no-field',
  'wrong-type': 'migrated.wrong-type',
  'not-an-option': 'migrated.not-an-option',
  'too-many': 'migrated.too-many',
  computed: 'migrated.computed',
  'not-split': 'migrated.not-split',
} as const;

/** Above the first page after a draft has become one of a newer version: what was lost, and what has to be checked. */
export function migrationNotice(answers: readonly ToldAnswer[], ui: Ui): TemplateResult {
  const lost = answers.flatMap(({ code, lost: gone, label, lines }) => {
    const reason = gone && Object.hasOwn(reasons, code) ? reasons[code as keyof typeof reasons] : undefined;
    return reason === undefined ? [] : [{ label, lines, reason: ui.t(reason) }];
  });
  const wrong = answers.filter(({ code }) => code === 'check').map((one) => ({ ...one, reason: '' }));
  const warning = lost.length > 0 ? 'notice--warning' : '';
  return html`<section class="notice migrated ${warning}" part="notice" aria-labelledby="neue-fassung">
    ${infoIcon()}
    <div class="notice__text">
      <h2 id="neue-fassung">${ui.t('migrated.title')}</h2>
      <p>${ui.t(lost.length > 0 ? 'migrated.text' : 'migrated.all')}</p>
      ${answerList(ui.t('migrated.lost'), lost)} ${answerList(ui.t('migrated.check'), wrong)}
    </div>
  </section>`;
}

interface Told extends Pick<ToldAnswer, 'label' | 'lines'> {
  readonly reason: string;
}

function answerList(title: string, answers: readonly Told[]): TemplateResult | typeof nothing {
  if (answers.length === 0) return nothing;
  return html`<p>${title}</p>
    <ul>${answers.map(
      ({ label, lines, reason }) =>
        html`<li><strong>${label}:</strong> ${lines.join(', ')}${reason === '' ? nothing : html` (${reason})`}</li>`,
    )}</ul>`;
}

export const migrationStyles = css`
  .migrated { max-inline-size: var(--column); margin-block: 0 var(--space-4); }
  .migrated p { margin-block: 8px 0; }
  .migrated ul { margin-block: 4px 0; padding-inline-start: 24px; }
  .migrated li { overflow-wrap: anywhere; }
`;
