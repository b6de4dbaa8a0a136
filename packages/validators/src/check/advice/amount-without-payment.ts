import { unitKind } from '@schalter/definition';
import type { Advice } from './advice.ts';

/** A form that computes what is to be paid, and asks nobody to pay. */
export const amountWithoutPayment: Advice = {
  code: 'amount-without-payment',
  group: 'services',
  field({ schema, name }, say, { resolved }) {
    if (schema.value === undefined || schema.internal || schema.unit === undefined) return;
    if (unitKind(schema.unit) !== 'currency') return;
    const services = Object.values(resolved.form.services ?? {});
    if (!services.some(({ kind }) => kind === 'payment')) say({ name });
  },
};
