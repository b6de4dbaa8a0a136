import { SchalterError } from '@schalter/definition';
import type { Adapter } from './adapter.ts';
import type { DeliveryPort } from './delivery/port.ts';
import type { MailPort } from './mail/port.ts';
import { registry } from './registry.generated.ts';

/** Kind of adapter → its port. */
export interface Ports {
  readonly delivery: DeliveryPort;
  readonly mail: MailPort;
}

export type Kind = keyof Ports;

type Loaders = {
  readonly [K in Kind]: Readonly<Record<string, () => Promise<{ readonly adapter: Adapter<Ports[K]> }>>>;
};

// Held against the folders by the compiler: a kind without its port here, or the other way round, does not build.
const loaders: Loaders = registry;

/** Names of the adapters of a kind (`mail/smtp`). */
export function adapterNames(kind: Kind): readonly string[] {
  return Object.keys(loaders[kind]);
}

/**
 * Loads the adapter a configuration names; its vendor's library is loaded by the port when it is used.
 * @throws SchalterError `adapter-unknown`
 */
export async function loadAdapter<K extends Kind>(kind: K, name: string): Promise<Adapter<Ports[K]>> {
  const load = Object.hasOwn(loaders[kind], name) ? loaders[kind][name] : undefined;
  if (!load) throw new SchalterError('adapter-unknown', { kind, name, known: adapterNames(kind).join(', ') });
  return (await load()).adapter;
}

/**
 * Loads the adapter and makes its port.
 * @example const mail = await createAdapter('mail', 'mail/smtp', { host: 'localhost', security: 'none' })
 * @throws SchalterError `adapter-unknown`, `adapter-options`
 */
export async function createAdapter<K extends Kind>(kind: K, name: string, options: unknown): Promise<Ports[K]> {
  return (await loadAdapter(kind, name)).create(options);
}
