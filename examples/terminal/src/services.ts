import { type PaymentView, printForReading, type SessionServices, type View } from '@schalter/engine';
import { erikaMustermann, identityDouble, paymentDouble, uploadDouble } from '@schalter/engine/doubles';
import { withServices } from '@schalter/engine/services';
import type { Dialogue } from './dialogue.ts';

/** Services in memory, to try a form out: Erika is logged in, files arrive, payments succeed. */
export interface TrialServices {
  readonly services: SessionServices;
  /** What happens elsewhere: a payment is made. */
  readonly pay: () => void;
}

export function trialServices(): TrialServices {
  const payment = paymentDouble('2099-12-31T00:00:00Z');
  const services = withServices({
    identity: identityDouble({ holder: erikaMustermann, level: 'high' }),
    upload: uploadDouble(true),
    payment,
  });
  return { services, pay: () => payment.decide('paid') };
}

/** Somebody has to log in, or go on without, before the first page. */
export async function askLogin(dialogue: Dialogue): Promise<void> {
  const { session, words } = dialogue;
  const found = Object.entries(dialogue.view.services ?? {}).find(
    ([, { kind, active }]) => kind === 'identity' && active,
  );
  const [service] = found ?? [];
  if (service === undefined) return;
  const yes = await dialogue.yesOrNo(words.login);
  if (yes === undefined) return;
  session.send({ type: yes ? 'login' : 'skipLogin', service });
  const view = await dialogue.until((now) => now.status !== 'login' || failureOf(now) !== undefined);
  const message = failureOf(view);
  if (message !== undefined && view.status === 'login') dialogue.say(`! ${message}`);
}

function failureOf({ services }: View): string | undefined {
  return Object.values(services ?? {}).find(({ failure }) => failure)?.failure?.message;
}

/** What is to be paid for a form that was filed. */
export async function askPayment(dialogue: Dialogue, trial: TrialServices): Promise<void> {
  const { session, words } = dialogue;
  for (const [service, view] of Object.entries(dialogue.view.services ?? {})) {
    if (view.kind !== 'payment' || view.state !== 'pending') continue;
    const amount = printForReading(
      { type: 'integer', control: 'money', unit: 'EUR-cent' },
      view.amount ?? 0,
      dialogue.view.language,
    );
    if (!(await dialogue.yesOrNo(words.pay(amount)))) continue;
    session.send({ type: 'pay', service });
    await dialogue.until((now) => stateOf(now, service) === 'leaving');
    trial.pay();
    session.send({ type: 'resume', service });
    await dialogue.until((now) => stateOf(now, service) === 'paid');
    dialogue.say(words.paid);
  }
}

function stateOf({ services }: View, name: string): PaymentView['state'] | undefined {
  const service = services?.[name];
  return service?.kind === 'payment' ? service.state : undefined;
}
