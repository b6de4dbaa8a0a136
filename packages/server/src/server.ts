import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Library, SchalterError } from '@schalter/definition';
import { loadFonts } from '@schalter/documents';
import { type Program, usePatternRunner } from '@schalter/engine';
import type { FastifyInstance } from 'fastify';
import type { ServerConfig } from './config/config.ts';
import type { ServerContext } from './context.ts';
import { createKeyring, type Keyring } from './crypto/keyring.ts';
import { loadSecrets } from './crypto/secret.ts';
import { verifySecret } from './crypto/verify-secret.ts';
import type { Database } from './database/database.ts';
import { openDatabase } from './database/open.ts';
import { attemptDelivery } from './deliveries/deliver.ts';
import { createApp } from './http/app.ts';
import { addProblemPages } from './http/problem-pages.ts';
import { createDeliveryQueue } from './jobs/delivery-queue.ts';
import { releaseClaims, type Sweeper, startSweeper } from './jobs/sweeper.ts';
import { readCityTexts } from './pages/city-texts.ts';
import { createPortal } from './pages/portal.ts';
import { importForms } from './published/import.ts';
import { createPatternGuard } from './published/pattern-guard.ts';
import { createPublisher } from './published/publish.ts';
import { createPublishedForms } from './published/published-forms.ts';
import { createServiceMap } from './published/service-map.ts';
import { assetRoutes, builtFolder } from './routes/assets.ts';
import { designerRoutes } from './routes/designer.ts';
import { draftRoutes } from './routes/drafts.ts';
import { formRoutes } from './routes/forms.ts';
import { healthRoutes } from './routes/health.ts';
import { operationRoutes } from './routes/operation.ts';
import { draftPages } from './routes/pages-drafts.ts';
import { formPages } from './routes/pages-forms.ts';
import { portalPages } from './routes/pages-portal.ts';
import { submissionPages } from './routes/pages-submissions.ts';
import { submissionRoutes } from './routes/submissions.ts';
import { type Sandboxes, startSandboxes } from './sandboxes.ts';

/** A form server, ready to listen. */
export interface FormServer {
  /** For tests and for embedding into another Fastify: `inject`, hooks, more routes. */
  readonly app: FastifyInstance;
  /**
   * Takes requests and starts delivering.
   * @returns the addresses of server, designer and sandboxes, the server's first
   * @throws SchalterError `port-in-use`, `port-refused`
   */
  listen(): Promise<{ readonly addresses: readonly ServerAddress[] }>;
  /** Looks for due deliveries and expired data now; the running server does so every ten minutes. */
  sweep(): Promise<void>;
  /** Finishes requests and deliveries under way, then closes the database and gives the data folder free. */
  close(): Promise<void>;
}

export interface ServerAddress {
  readonly name: string;
  readonly url: string;
}

/** What tests put in place of the real thing. */
export interface ServerOptions {
  /** Default: the system's clock. */
  readonly now?: () => Date;
}

/**
 * Opens the database, publishes the forms of the folder and prepares everything; nothing is reachable before `listen`.
 * @throws SchalterError with one sentence for people: data folder in use or not writable, database not reachable,
 *   wrong secret, wrong configuration
 */
export async function createServer(config: ServerConfig, options: ServerOptions = {}): Promise<FormServer> {
  const closers: (() => Promise<unknown>)[] = [];
  const closeAll = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    return await compose(config, options.now ?? (() => new Date()), closers, closeAll);
  } catch (error) {
    await closeAll();
    throw error;
  }
}

async function compose(
  config: ServerConfig,
  now: () => Date,
  closers: (() => Promise<unknown>)[],
  closeAll: () => Promise<void>,
): Promise<FormServer> {
  // Fonts are parsed while the database opens.
  const fonts = loadFonts();
  fonts.catch(() => undefined);
  const { database, keyring } = await openStorage(config, closers);
  const app = await createApp(config);
  closers.push(() => app.close());

  const sandboxes = await startSandboxes(config);
  closers.push(() => sandboxes.close());
  const services = await createServiceMap(config, sandboxes.mail);
  closers.push(() => services.close());
  const publisher = createPublisher({ connection: database.connection, services, now });
  for (const version of await publisher.rebuild())
    app.log.warn({ version }, 'published earlier, no longer compiles; the old build goes on');
  let library: Library = { blocks: {}, lists: {} };
  if (config.formsDir !== undefined) library = await importForms(config.formsDir, publisher, app.log);
  const isServed = (program: Program) => {
    const missing = services.unserved(program);
    for (const { name, kind } of missing) {
      app.log.error(
        { form: program.id, service: name, kind },
        'a form is not offered: the service is mapped to no adapter',
      );
    }
    return missing.length === 0;
  };
  const guard = createPatternGuard((pattern) => app.log.error({ pattern }, 'a pattern took too long and was given up'));
  usePatternRunner(guard.run);
  const forms = await createPublishedForms(database.connection, isServed, guard.pattern);

  const queue = createDeliveryQueue(database, app.log);
  const context: ServerContext = {
    config,
    database,
    keyring,
    forms,
    services,
    queue,
    log: app.log,
    now,
    baseUrl: () => config.settings.baseUrl ?? addressOf(app, config),
  };
  let isReady = false;
  await addRoutes(
    app,
    context,
    publisher,
    () => library,
    () => isReady,
  );
  await app.ready();
  await fonts;

  let sweeper: Sweeper | undefined;
  let starting: Promise<unknown> = Promise.resolve();
  const start = async () => {
    await context.queue.open();
    closers.push(() => context.queue.stop());
    await listenOn(app, config);
    sweeper = await startWork(context, closers);
    isReady = true;
    return { addresses: addressesOf(app, config, sandboxes) };
  };
  return {
    app,
    listen() {
      const started = start();
      starting = started.catch(() => undefined);
      return started;
    },
    sweep: async () => await sweeper?.sweep(),
    async close() {
      // What is just being opened can be closed only once it is open.
      await starting;
      isReady = false;
      // Requests under way still need everything else.
      await app.close();
      await closeAll();
    },
  };
}

async function openStorage(
  config: ServerConfig,
  closers: (() => Promise<unknown>)[],
): Promise<{ readonly database: Database; readonly keyring: Keyring }> {
  const database = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir });
  closers.push(() => database.close());
  if (database.kind === 'postgresql') await assertWritable(config.dataDir);
  const secrets = await loadSecrets({ secret: config.secret, previous: config.previousSecrets }, config.dataDir);
  const keyring = createKeyring(secrets);
  await verifySecret(database.connection, keyring);
  return { database, keyring };
}

/** With PostgreSQL the folder still takes the key file and deliveries. */
async function assertWritable(dataDir: string): Promise<void> {
  const probe = join(dataDir, `.writable-${process.pid}`);
  try {
    await mkdir(dataDir, { recursive: true });
    await writeFile(probe, '');
    await rm(probe);
  } catch (cause) {
    const detail = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw new SchalterError('data-dir-not-writable', { path: dataDir, detail }, { cause });
  }
}

async function addRoutes(
  app: FastifyInstance,
  context: ServerContext,
  publisher: Parameters<typeof designerRoutes>[2],
  library: () => Library,
  isReady: () => boolean,
): Promise<void> {
  const { config } = context;
  const folders = buildsOf(config);
  const portal = createPortal(config, folders.renderer);
  addProblemPages(app, portal);
  healthRoutes(app, context, isReady);
  formRoutes(app, context);
  draftRoutes(app, context);
  submissionRoutes(app, context);
  designerRoutes(app, context, publisher, library);
  operationRoutes(app, context);
  portalPages(app, context, portal, readCityTexts(config));
  formPages(app, context, portal);
  draftPages(app, context, portal);
  submissionPages(app, context, portal);
  await assetRoutes(app, config, folders);
}

/** Folders of the builds that browsers load, as far as they are there. */
function buildsOf({ assets }: ServerConfig): { renderer: string | undefined; designer: string | undefined } {
  const packages = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  const folderOf = (name: string) => {
    try {
      return dirname(createRequire(import.meta.url).resolve(`@schalter/${name}/package.json`));
    } catch {
      // A package that exports no package.json, or one that stands beside this in the repository.
      return join(packages, name);
    }
  };
  return {
    renderer: builtFolder(assets?.renderer ?? join(folderOf('renderer-web'), 'dist', 'browser'), 'schalter-form.js'),
    designer: builtFolder(assets?.designer ?? join(folderOf('designer'), 'dist', 'app'), 'index.html'),
  };
}

async function listenOn(app: FastifyInstance, { host, port }: ServerConfig): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    if (code === 'EADDRINUSE') throw new SchalterError('port-in-use', { port, host }, { cause });
    throw new SchalterError('port-refused', { port, host, detail: code }, { cause });
  }
}

/** Deliveries run from now on; first of all those that an earlier process left behind. */
async function startWork(context: ServerContext, closers: (() => Promise<unknown>)[]): Promise<Sweeper> {
  const stopping = new AbortController();
  const underWay = new Set<Promise<void>>();
  await releaseClaims(context);
  await context.queue.start(async (delivery) => {
    const attempt = attemptDelivery(context, delivery, stopping.signal);
    underWay.add(attempt);
    await attempt.finally(() => underWay.delete(attempt));
  });
  const sweeper = startSweeper(context);
  closers.push(async () => {
    await sweeper.stop();
    // Waits for what is under way, but not for ever; what then still hangs is broken off and goes on at the next start.
    await context.queue.stop();
    stopping.abort();
    await Promise.allSettled(underWay);
  });
  await sweeper.sweep();
  return sweeper;
}

function addressOf(app: FastifyInstance, { host, port }: ServerConfig): string {
  const address: AddressInfo | string | null = app.server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${actual}`;
}

function addressesOf(app: FastifyInstance, config: ServerConfig, sandboxes: Sandboxes): readonly ServerAddress[] {
  const url = addressOf(app, config);
  return [
    { name: 'Forms', url: `${url}/` },
    { name: 'Designer', url: `${url}/designer/` },
    { name: 'API', url: `${url}/api/openapi.json` },
    ...(sandboxes.mail ? [{ name: 'Mail sandbox', url: sandboxes.mail.page }] : []),
  ];
}
