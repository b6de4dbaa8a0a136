import type { ErrorCode } from '@schalter/definition';
import { AdapterError } from '../../adapter.ts';

const adapter = 'mail/smtp';

/** What nodemailer puts on its errors. */
interface SmtpFailure {
  readonly code?: unknown;
  /** Node's code, where nodemailer put its own over it. */
  readonly originalCode?: unknown;
  readonly responseCode?: unknown;
  readonly response?: unknown;
  readonly message?: unknown;
}

/** nodemailer's error as ours: what it is, and whether the same mail may succeed later. */
export function toAdapterError(error: unknown, target: string, signal?: AbortSignal): AdapterError {
  if (error instanceof AdapterError) return error;
  if (signal?.aborted) return new AdapterError('adapter-aborted', { adapter }, { retry: true, cause: error });
  const failure: SmtpFailure = typeof error === 'object' && error !== null ? error : {};
  const status = typeof failure.responseCode === 'number' ? failure.responseCode : 0;
  const said = typeof failure.response === 'string' ? failure.response : failure.message;
  const detail = String(said ?? error)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/\.$/, '')
    .slice(0, 300);
  const code = codeOf(String(failure.code ?? ''), String(failure.originalCode ?? failure.code ?? ''), status);
  // Wrong credentials or certificates are mended by the operator: the mail is fine and stays in the queue.
  return new AdapterError(code, { adapter, target, detail }, { retry: code !== 'mail-refused', cause: error });
}

function codeOf(code: string, original: string, status: number): ErrorCode {
  if (code === 'EAUTH' || code === 'ENOAUTH' || [530, 534, 535, 538].includes(status)) return 'adapter-credentials';
  if (code === 'ETLS' || /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO|SELF_SIGNED|DEPTH_ZERO)/.test(original)) {
    return 'adapter-secure-channel';
  }
  // 421: the server is shutting down; 5xx at the greeting means that we are not wanted now.
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return status >= 500 ? 'mail-refused' : 'mail-deferred';
  if (status >= 400 && status < 500) return 'mail-deferred';
  return 'adapter-unreachable';
}
