import type { JsonObject } from '@schalter/definition';
import { evaluate } from '../../expression/evaluate.ts';
import type { PaymentPort } from '../../ports/payment.ts';
import type { Program } from '../../program.ts';
import { isActive, type Named, servicesOf } from '../../run/named-services.ts';
import type { PaymentEvent } from '../event.ts';
import { failureView, headOf } from '../named.ts';
import { savedPart } from '../read.ts';
import { type Child, type KindHost, refusedWith, type ServiceKind, taken } from '../service-kind.ts';
import type { PaymentView } from '../view.ts';
import { type PaymentInput, paymentMachine } from './machine.ts';
import { fresh, type PaymentSnapshot, partOf, readAll } from './parts.ts';

const kind = 'payment';

/** What a filed form costs; nothing where it costs nothing. */
export function paymentKind(program: Program, port: PaymentPort): ServiceKind | undefined {
  const services = servicesOf(program, kind);
  if (services.length === 0) return undefined;
  const payments = new Map<string, Child<typeof paymentMachine>>();
  let host: KindHost;

  const stateOf = ({ name }: Named) => payments.get(name)?.snapshot();
  const isFiled = () => host.flow.status() === 'submitted';

  /** In the unit of the form's expression: cents. */
  function amountOf({ service }: Named): number | undefined {
    const amount = service.amount && evaluate(service.amount, host.store.root.environment());
    return typeof amount === 'number' ? amount : undefined;
  }

  function isOwed(named: Named): boolean {
    return isActive(host.store, named) && amountOf(named) !== 0 && host.flow.receipt()?.state === 'awaiting-payment';
  }

  function actionsOf(named: Named): readonly PaymentEvent['type'][] {
    if (!isFiled()) return [];
    switch (stateOf(named)?.value) {
      case 'pending':
      case 'leaving':
      case 'checking':
        return ['pay', 'resume'];
      case 'failed':
      case 'cancelled':
        return ['pay', 'resume', 'reopen'];
      case 'verifying':
      case 'beginning':
        return ['cancel'];
      default:
        return [];
    }
  }

  function viewOf(named: Named): PaymentView {
    const snapshot = stateOf(named);
    const context = snapshot?.context;
    const state = shownAs(snapshot?.value);
    const amount = amountOf(named);
    const { purpose } = named.service.settings;
    return {
      kind,
      ...headOf(host, named),
      state,
      ...(amount === undefined ? {} : { amount }),
      ...(typeof purpose === 'string' ? { purpose } : {}),
      ...(state === 'leaving' && context?.url !== undefined ? { url: context.url } : {}),
      ...(context?.until !== undefined && state !== 'paid' ? { until: context.until } : {}),
      ...failureView(host, context?.failure),
      actions: actionsOf(named),
    };
  }

  return {
    name: kind,

    start(given, saved) {
      host = given;
      const parts = savedPart(kind, saved, readAll);
      for (const { name } of services) {
        const part = parts?.get(name);
        const isMine = part?.submission !== undefined && part.submission === host.flow.receipt()?.id;
        const input: PaymentInput = {
          ...(part && isMine ? part : { ...fresh, attempt: part?.attempt ?? 0 }),
          port,
          service: name,
          heard: ({ submission }) => host.submissionIs(submission),
        };
        payments.set(name, host.spawn(`${kind}/${name}`, paymentMachine, input));
      }
    },

    send(event) {
      const named = 'service' in event ? services.find(({ name }) => name === event.service) : undefined;
      if (!named) return undefined;
      const action = actionsOf(named).find((one) => one === event.type);
      if (!action) return refusedWith('not-now');
      // First the form is open again: nothing is owed for it then.
      if (action === 'reopen') host.reopen();
      payments.get(named.name)?.send({ type: action });
      return taken;
    },

    settle() {
      const receipt = host.flow.receipt();
      if (!isFiled() || !receipt) return;
      for (const named of services) {
        if (stateOf(named)?.value !== 'idle' || !isOwed(named)) continue;
        payments.get(named.name)?.send({ type: 'owed', submission: receipt.id });
      }
    },

    leaves: () => services.some((named) => stateOf(named)?.value === 'leaving'),

    views: () => Object.fromEntries(services.map((named) => [named.name, viewOf(named)])),

    persist() {
      const parts = services.flatMap((named): [string, JsonObject][] => {
        const part = partOf(stateOf(named));
        return part ? [[named.name, part]] : [];
      });
      return parts.length > 0 ? Object.fromEntries(parts) : undefined;
    },
  };
}

function shownAs(value: PaymentSnapshot['value'] | undefined): PaymentView['state'] {
  if (value === undefined || value === 'start') return 'idle';
  if (value === 'verifying' || value === 'beginning') return 'starting';
  return value === 'resting' || value === 'returned' ? 'pending' : value;
}
