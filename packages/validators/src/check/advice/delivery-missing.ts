import type { Advice } from './advice.ts';

/** Kinds through which a submission reaches somebody. */
const receiving = new Set([
  'delivery',
  'court-mail',
  'de-mail',
  'exchange',
  'workspace',
  'issue-report',
  'open-data',
  'participation',
  'survey',
  'newsletter',
  'mail',
]);

/** Submissions that go nowhere lie on the server until somebody looks. */
export const deliveryMissing: Advice = {
  code: 'delivery-missing',
  group: 'services',
  form({ resolved, steps }, say) {
    const kinds = Object.values(resolved.form.services ?? {}).map(({ kind }) => kind);
    const handsOver = steps.some(({ step }) => step.handover !== undefined);
    if (!handsOver && !kinds.some((kind) => receiving.has(kind))) say();
  },
};
