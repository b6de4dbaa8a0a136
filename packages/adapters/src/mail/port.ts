import type { Port } from '../adapter.ts';

/** Sends mail. Made by the factory of a folder beside this file. */
export interface MailPort extends Port {
  /**
   * Hands one mail over. Resolves when the next server has taken responsibility for it.
   * The same `id` gives the same Message-ID, so that a mail sent twice after a lost answer is recognised.
   * @throws AdapterError `mail-address`, `mail-refused` (for good), `mail-deferred`, `adapter-unreachable`,
   *   `adapter-credentials`, `adapter-secure-channel`, `adapter-aborted`, `adapter-closed`
   */
  send(mail: Mail, signal: AbortSignal): Promise<{ readonly id: string }>;
}

export interface Mail {
  /** Stable over retries. */
  readonly id: string;
  /** `address` or `Name <address>`; without it the adapter's configured sender is used. */
  readonly from?: string;
  /** Exactly one address: a mail about an application is never shared with others by mistake. */
  readonly to: string;
  readonly replyTo?: string;
  /** One line; line breaks and control characters become spaces. */
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** BCP 47, becomes Content-Language. */
  readonly language?: string;
  readonly attachments?: readonly MailAttachment[];
}

export interface MailAttachment {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly bytes: Uint8Array;
}
