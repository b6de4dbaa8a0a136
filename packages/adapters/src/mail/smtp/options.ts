import type { JsonObject } from '@schalter/definition';

export interface SmtpOptions {
  readonly host: string;
  /** Default: 587, with `tls` 465, with `none` 25. */
  readonly port?: number;
  /**
   * `starttls` (default): the connection must become encrypted before anything is said. `tls`: encrypted from the
   * first byte. `none`: not encrypted, for a server on the same machine.
   */
  readonly security?: 'starttls' | 'tls' | 'none';
  readonly user?: string;
  readonly password?: string;
  /** Sender of mails that name none: `address` or `Name <address>`. */
  readonly from?: string;
  /** What this machine calls itself to the server. */
  readonly name?: string;
  readonly tls?: {
    /** PEM of the authority that signed the server's certificate, when it is not a public one. */
    readonly ca?: string;
    /** Name in the server's certificate when it differs from `host`. */
    readonly servername?: string;
    readonly minVersion?: 'TLSv1.2' | 'TLSv1.3';
  };
  /** Milliseconds. */
  readonly timeouts?: {
    readonly connection?: number;
    readonly greeting?: number;
    readonly socket?: number;
  };
}

const milliseconds = (title: string): JsonObject => ({ type: 'integer', title, minimum: 10, maximum: 600_000 });

/** JSON Schema of {@link SmtpOptions}. */
export const options = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Mail by SMTP',
  type: 'object',
  additionalProperties: false,
  required: ['host'],
  dependentRequired: { user: ['password'], password: ['user'] },
  properties: {
    host: { type: 'string', title: 'Server', minLength: 1, maxLength: 253, pattern: '^[^\\s/]+$' },
    port: { type: 'integer', title: 'Port (587, with tls 465, with none 25)', minimum: 1, maximum: 65_535 },
    security: { enum: ['starttls', 'tls', 'none'], title: 'Encryption', default: 'starttls' },
    user: { type: 'string', title: 'User', minLength: 1 },
    password: { type: 'string', title: 'Password', minLength: 1, writeOnly: true },
    from: { type: 'string', title: 'Sender of mails that name none', minLength: 3 },
    name: { type: 'string', title: 'Own host name', pattern: '^[A-Za-z0-9.-]+$' },
    tls: {
      type: 'object',
      additionalProperties: false,
      properties: {
        ca: { type: 'string', title: 'Certificate authority (PEM)', pattern: 'BEGIN CERTIFICATE' },
        servername: { type: 'string', title: 'Name in the certificate', minLength: 1 },
        minVersion: { enum: ['TLSv1.2', 'TLSv1.3'], default: 'TLSv1.2' },
      },
    },
    timeouts: {
      type: 'object',
      additionalProperties: false,
      properties: {
        connection: milliseconds('Until the connection stands (15000)'),
        greeting: milliseconds('Until the server greets (15000)'),
        socket: milliseconds('Longest silence (60000)'),
      },
    },
  },
} as const satisfies JsonObject;
