import { type Destination, destinationOf } from '../flow/destination.ts';
import type { Flow } from '../flow/flow.ts';
import type { ChartEvent } from './chart-event.ts';

/** The event that is meant: when a service has changed, "next" or "submit" that waits for one goes on. */
export function meant(flow: Flow, event: ChartEvent): ChartEvent {
  const waiting = event.type === 'serviceChanged' ? flow.checking() : undefined;
  return waiting === undefined ? event : { type: waiting };
}

/** Where an event of the chart leads; `undefined` for one that does not move anybody. */
export function leadOf(flow: Flow, event: ChartEvent): Destination | { readonly refused: string } | undefined {
  const moving = meant(flow, event);
  // Who has waited is not made to wait again for what could not be looked up meanwhile.
  return destinationOf(flow, moving, moving === event);
}
