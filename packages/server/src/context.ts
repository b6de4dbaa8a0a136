import type { FastifyBaseLogger } from 'fastify';
import type { ServerConfig } from './config/config.ts';
import type { Keyring } from './crypto/keyring.ts';
import type { Database } from './database/database.ts';
import type { DeliveryQueue } from './jobs/delivery-queue.ts';
import type { PublishedForms } from './published/published-forms.ts';
import type { ServiceMap } from './published/service-map.ts';

/** What routes and jobs work with. */
export interface ServerContext {
  readonly config: ServerConfig;
  readonly database: Database;
  readonly keyring: Keyring;
  readonly forms: PublishedForms;
  readonly services: ServiceMap;
  readonly queue: DeliveryQueue;
  readonly log: FastifyBaseLogger;
  /** The server's clock. */
  readonly now: () => Date;
  /** Address people reach the server under, without a slash at the end. */
  readonly baseUrl: () => string;
}
