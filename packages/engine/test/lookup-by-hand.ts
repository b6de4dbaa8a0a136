import type { LookupContext, LookupPort } from '../src/index.ts';

/** A call of the port that is answered by hand. */
export interface LookupCall {
  readonly kind: 'check' | 'options';
  readonly service: string;
  readonly text: string | number;
  readonly context: LookupContext;
  readonly signal: AbortSignal;
  resolve(answer: unknown): void;
  reject(error: unknown): void;
}

/** A lookup port whose calls are answered by hand, in any order. */
export function lookupByHand(): { readonly port: LookupPort; readonly calls: LookupCall[] } {
  const calls: LookupCall[] = [];
  const call =
    (kind: LookupCall['kind']) =>
    (service: string, text: string | number, context: LookupContext, signal: AbortSignal): Promise<never> =>
      new Promise((resolve, reject) => {
        // What is answered may be anything: that is what the tests are about.
        calls.push({ kind, service, text, context, signal, resolve: (answer) => resolve(answer as never), reject });
      });
  return { port: { check: call('check'), options: call('options') }, calls };
}
