import { join } from 'node:path';
import type { DeliveryPort, MailPort } from '@schalter/adapters';
import type { JsonObject } from '@schalter/definition';
import type { Program } from '@schalter/engine';
import type { ServerConfig, ServiceMapping } from '../config/config.ts';

/** WHAT a form needs is in the form; this says WHO serves it here. */
export interface ServiceMap {
  /** The services of a form that have to be served and are not. */
  unserved(program: Program): readonly { readonly name: string; readonly kind: string }[];
  /** True when a payment is released unpaid ("Bescheid folgt"). */
  paysLater(form: string, service: string): boolean;
  delivery(form: string, service: string): Promise<DeliveryPort>;
  mail(form: string, service: string): Promise<MailPort>;
  /** Sender of mails, when one is configured. */
  readonly mailFrom: string | undefined;
  close(): Promise<void>;
}

const kinds = ['delivery', 'mail', 'payment'];

/**
 * @param mailSandbox where mail goes when the configuration names no mail server
 */
export async function createServiceMap(
  config: ServerConfig,
  mailSandbox: { readonly options: JsonObject } | undefined,
): Promise<ServiceMap> {
  const { createAdapter, loadAdapter } = await import('@schalter/adapters');
  const { settings } = config;
  const ports = new Map<string, Promise<DeliveryPort | MailPort>>();

  const mappingOf = (form: string, name: string, kind: string): ServiceMapping | undefined => {
    const own = settings.services?.[form];
    const all = settings.services?.['*'];
    const explicit = own?.[name] ?? own?.['*'] ?? all?.[name] ?? all?.[kind];
    if (explicit) return explicit;
    if (kind === 'payment') return settings.payment === 'later' ? { adapter: 'later' } : undefined;
    if (kind === 'delivery')
      return { adapter: 'delivery/folder', options: { path: join(config.dataDir, 'deliveries') } };
    if (kind !== 'mail') return undefined;
    if (settings.mail?.options)
      return { adapter: settings.mail.adapter ?? 'mail/smtp', options: settings.mail.options };
    return mailSandbox && { adapter: 'mail/smtp', options: mailSandbox.options };
  };

  /** One port per adapter and options: services that share both share the connection. */
  const portOf = async (kind: 'delivery' | 'mail', form: string, name: string): Promise<DeliveryPort | MailPort> => {
    const mapping = mappingOf(form, name, kind);
    if (mapping && 'port' in mapping) return mapping.port;
    const adapter = mapping?.adapter ?? '';
    const options = mapping && 'options' in mapping ? (mapping.options ?? {}) : {};
    const key = JSON.stringify([kind, adapter, options]);
    const port = ports.get(key) ?? createAdapter(kind, adapter, options);
    ports.set(key, port);
    return await port;
  };

  // Wrong names and options are found at start, not at the first submission. Making a port opens nothing.
  for (const mapping of Object.values(settings.services ?? {}).flatMap((mappings) => Object.values(mappings))) {
    if ('port' in mapping || mapping.adapter === 'later') continue;
    const adapter = await loadAdapter(mapping.adapter.startsWith('mail/') ? 'mail' : 'delivery', mapping.adapter);
    adapter.create(('options' in mapping && mapping.options) || {});
  }

  return {
    unserved: (program) =>
      Object.entries(program.services)
        .filter(([, { settings: service }]) => service.optional !== true)
        .map(([name, { kind }]) => ({ name, kind }))
        .filter(({ name, kind }) => !kinds.includes(kind) || mappingOf(program.id, name, kind) === undefined),
    paysLater(form, service) {
      const mapping = mappingOf(form, service, 'payment');
      return mapping !== undefined && 'adapter' in mapping && mapping.adapter === 'later';
    },
    // The kind of the mapping decides which port the adapter's registry makes.
    delivery: async (form, service) => (await portOf('delivery', form, service)) as DeliveryPort,
    mail: async (form, service) => (await portOf('mail', form, service)) as MailPort,
    mailFrom: settings.mail?.from,
    async close() {
      const made = await Promise.allSettled(ports.values());
      await Promise.allSettled(made.map((port) => (port.status === 'fulfilled' ? port.value.close() : undefined)));
    },
  };
}
