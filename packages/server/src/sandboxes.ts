import { join } from 'node:path';
import type { JsonObject } from '@schalter/definition';
import type { ServerConfig } from './config/config.ts';

/** Stand-ins for services that are not configured. They speak the real protocols and say what they are. */
export interface Sandboxes {
  readonly mail: { readonly options: JsonObject; readonly page: string } | undefined;
  close(): Promise<void>;
}

const defaultSender = 'Formularserver <formulare@musterstadt.example>';

/** Without a mail server, mail goes to the mail sandbox: kept in the data folder, shown on a page, sent to nobody. */
export async function startSandboxes(config: ServerConfig): Promise<Sandboxes> {
  if (config.settings.mail?.options !== undefined) return { mail: undefined, close: async () => undefined };
  const { startMailSandbox } = await import('@schalter/adapters/mail/smtp/sandbox');
  const sandbox = await startMailSandbox({ folder: join(config.dataDir, 'sandbox', 'mail') });
  const { host, port } = sandbox.smtp;
  return {
    mail: { options: { host, port, security: 'none', from: defaultSender }, page: sandbox.page },
    close: () => sandbox.close(),
  };
}
