import type { DeliveryPort, MailPort } from '@schalter/adapters';
import type { JsonObject } from '@schalter/definition';
import type { ThemeChoice } from '@schalter/renderer-web/html';
import type { Severities } from '@schalter/validators/check';

/** A text in one language for all, or per language (BCP 47). */
export type LocalText = string | Readonly<Record<string, string>>;

/** Which adapter serves a service, and what it is told. `later` (payments only): released unpaid, "Bescheid folgt". */
export type ServiceMapping =
  | { readonly adapter: 'later' }
  | { readonly adapter: string; readonly options?: JsonObject }
  /** From a configuration written in TypeScript: an adapter of one's own. */
  | { readonly port: DeliveryPort | MailPort };

/** Form id or `*` → service name or `*` → mapping. The closest wins. */
export type ServiceMappings = Readonly<Record<string, Readonly<Record<string, ServiceMapping>>>>;

/** What a configuration file may say. */
export interface ConfigFile {
  readonly city?: {
    readonly name?: LocalText;
    /** Sentence below the catalogue's heading. */
    readonly summary?: LocalText;
  };
  /** The look of all pages; `auto` follows the settings of people's devices. */
  readonly theme?: ThemeChoice;
  /** Markdown, or the name of a `.md` file relative to the configuration, per language. */
  readonly pages?: {
    readonly imprint?: LocalText;
    readonly privacy?: LocalText;
    readonly accessibility?: LocalText;
  };
  /** Address under which people reach the server. With it set, the designer asks for the operator token. */
  readonly baseUrl?: string;
  /** Origins whose pages may embed forms; `*` for all. The server's own pages need no entry. */
  readonly embedding?: readonly string[];
  /** What becomes of payments no adapter is mapped to: `later` releases unpaid. Without it such forms are not published. */
  readonly payment?: 'later';
  readonly mail?: {
    /** `address` or `Name <address>`. */
    readonly from?: string;
    readonly adapter?: string;
    readonly options?: JsonObject;
  };
  readonly services?: ServiceMappings;
  /** For the command line: `schalter check`. The server takes no notice. */
  readonly check?: CheckSettings;
  /** For the command line: `schalter test`. The server takes no notice. */
  readonly test?: TestSettings;
}

export interface CheckSettings {
  /** Severity by code (docs/checks.md). What makes a form no form at all stays an error. */
  readonly rules?: Severities;
  /** Other severities for some forms, by patterns of their folders' names (`mutterschutz-*`); the last that fits wins. */
  readonly overrides?: readonly { readonly forms: readonly string[]; readonly rules: Severities }[];
  /** More warnings than this count as a failure. Default: any number is fine. */
  readonly maxWarnings?: number;
}

export interface TestSettings {
  /** Least coverage by the cases of each form, in per cent. */
  readonly coverage?: { readonly steps?: number; readonly conditions?: number; readonly checks?: number };
}

/** Everything the server needs to know, from `loadConfig`. */
export interface ServerConfig {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** PostgreSQL; without it the embedded database. */
  readonly databaseUrl?: string | undefined;
  /** Folder of forms that are published at start. */
  readonly formsDir?: string | undefined;
  readonly secret?: string | undefined;
  readonly previousSecrets?: readonly string[] | undefined;
  readonly operatorToken?: string | undefined;
  /** A proxy stands in front: trust its `X-Forwarded-*`. */
  readonly trustProxy?: boolean | undefined;
  readonly logLevel?: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent' | undefined;
  readonly settings: ConfigFile;
  /** Folder that file names in `settings` are relative to. */
  readonly folder: string;
  /** Folders of the built browser apps; default: beside the packages. */
  readonly assets?: { readonly renderer?: string | undefined; readonly designer?: string | undefined } | undefined;
}

/** A local text in a language, else in German, else in any. */
export function textIn(text: LocalText, language: string): string {
  if (typeof text === 'string') return text;
  return text[language] ?? text.de ?? Object.values(text)[0] ?? '';
}
