import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkOptions } from '@schalter/adapters';
import { SchalterError } from '@schalter/definition';
import { decodeUtf8, readJsonText } from '../forms/read-json.ts';
import type { ConfigFile, ServerConfig } from './config.ts';
import { configSchema } from './schema.ts';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
/** Without a configuration the server is being tried out: everything runs, nothing is paid, mail goes to the sandbox. */
const trial: ConfigFile = { payment: 'later' };
const defaultFiles = ['schalter.config.json', 'schalter.config.ts'];

/**
 * Settings from the environment (`PORT HOST DATA_DIR DATABASE_URL FORMS SCHALTER_SECRET SCHALTER_SECRET_PREVIOUS
 * SCHALTER_OPERATOR_TOKEN BASE_URL TRUST_PROXY LOG_LEVEL`) and a configuration file (JSON, or a module with a default export).
 * @param options.folder what relative names start from
 * @param options.file the configuration; `schalter.config.json` or `.ts` if there is one
 * @throws SchalterError `config-unreadable`, `config-invalid`, `config-value`
 */
export async function loadConfig(options: {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly folder?: string;
  readonly file?: string;
}): Promise<ServerConfig> {
  const { env, folder = '.' } = options;
  const { file, settings: found } = await loadConfigFile(options);
  const settings = saysNothingOf(found) ? { ...trial, ...found } : found;
  const formsDir = resolve(folder, env.FORMS || 'forms');
  return {
    port: readPort(env.PORT),
    host: env.HOST || '127.0.0.1',
    dataDir: resolve(folder, env.DATA_DIR || '.data'),
    databaseUrl: env.DATABASE_URL || undefined,
    // The default folder may be missing; one that was asked for may not.
    formsDir: env.FORMS || existsSync(formsDir) ? formsDir : undefined,
    secret: env.SCHALTER_SECRET || undefined,
    previousSecrets: env.SCHALTER_SECRET_PREVIOUS?.split(',').filter((secret) => secret !== ''),
    operatorToken: env.SCHALTER_OPERATOR_TOKEN || undefined,
    trustProxy: readSwitch('TRUST_PROXY', env.TRUST_PROXY),
    logLevel: readLevel(env.LOG_LEVEL),
    settings: env.BASE_URL ? { ...settings, baseUrl: readAddress(env.BASE_URL) } : settings,
    folder: file === undefined ? resolve(folder) : dirname(file),
  };
}

/**
 * The configuration file alone, for commands that are no server; no settings where there is none.
 * @param options.folder what relative names start from
 * @param options.file the configuration; `schalter.config.json` or `.ts` if there is one
 * @throws SchalterError `config-unreadable`, `config-invalid`
 */
export async function loadConfigFile(options: {
  readonly folder?: string;
  readonly file?: string;
}): Promise<{ readonly file?: string; readonly settings: ConfigFile }> {
  const file = findFile(resolve(options.folder ?? '.'), options.file);
  return file === undefined ? { settings: {} } : { file, settings: await readSettings(file) };
}

/** Whether a configuration is for the command line only. */
function saysNothingOf(settings: ConfigFile): boolean {
  return Object.keys(settings).every((name) => ['$schema', 'check', 'test'].includes(name));
}

function findFile(folder: string, name: string | undefined): string | undefined {
  // The usual names need not be there: without a configuration the defaults hold.
  if (name !== undefined && !defaultFiles.includes(name)) return resolve(folder, name);
  return defaultFiles.map((usual) => resolve(folder, usual)).find((path) => existsSync(path));
}

async function readSettings(path: string): Promise<ConfigFile> {
  const settings = extname(path) === '.json' ? await readJson(path) : await importModule(path);
  try {
    return checkOptions<ConfigFile>('configuration', configSchema, settings);
  } catch (cause) {
    if (!(cause instanceof SchalterError)) throw cause;
    const detail = String(cause.params.detail ?? cause.message);
    throw new SchalterError('config-invalid', { at: cause.at || '/', detail }, { at: path, cause });
  }
}

async function readJson(path: string): Promise<unknown> {
  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    throw new SchalterError('config-unreadable', { path, detail: cause.code ?? cause.message }, { cause });
  });
  const text = decodeUtf8(bytes);
  if (text === undefined) throw new SchalterError('config-unreadable', { path, detail: 'it is not encoded in UTF-8' });
  const { json, problems } = readJsonText(text, path);
  const problem = problems[0];
  if (problem) throw new SchalterError('config-unreadable', { path, detail: problem.message.replace(/\.$/, '') });
  return json;
}

async function importModule(path: string): Promise<unknown> {
  try {
    const module: { readonly default?: unknown } = await import(pathToFileURL(path).href);
    return module.default;
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new SchalterError('config-unreadable', { path, detail }, { cause });
  }
}

function readPort(value: string | undefined): number {
  if (value === undefined || value === '') return 8080;
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  if (!(port <= 65_535))
    throw new SchalterError('config-value', { name: 'PORT', value, expected: 'a number from 0 to 65535' });
  return port;
}

function readSwitch(name: string, value: string | undefined): boolean {
  if (value === undefined || value === '' || value === '0' || value === 'false') return false;
  if (value === '1' || value === 'true') return true;
  throw new SchalterError('config-value', { name, value, expected: 'true or false' });
}

function readAddress(value: string): string {
  if (URL.canParse(value) && /^https?:/.test(value)) return value.replace(/\/+$/, '');
  throw new SchalterError('config-value', {
    name: 'BASE_URL',
    value,
    expected: 'an address that starts with https://',
  });
}

function readLevel(value: string | undefined): (typeof logLevels)[number] {
  if (value === undefined || value === '') return 'info';
  const level = logLevels.find((known) => known === value);
  if (!level) throw new SchalterError('config-value', { name: 'LOG_LEVEL', value, expected: logLevels.join(', ') });
  return level;
}
