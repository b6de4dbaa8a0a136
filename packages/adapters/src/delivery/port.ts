import type { JsonObject } from '@schalter/definition';
import type { Port } from '../adapter.ts';

/** Hands a submission over to the office that works on it. */
export interface DeliveryPort extends Port {
  /**
   * Delivers at most once per `id`: a second call with the same id confirms without a second copy.
   * @returns the receiver's confirmation, the same for every call with this id
   * @throws AdapterError `delivery-name` (for good), `delivery-unwritable`, `adapter-aborted`, `adapter-closed`
   */
  deliver(delivery: Delivery, signal: AbortSignal): Promise<{ readonly confirmation: string }>;
}

export interface Delivery {
  /** Stable over retries. */
  readonly id: string;
  /** As the form's service names it: letters, digits, `-`, `_`, `.`. */
  readonly receiver: string;
  readonly form: { readonly id: string; readonly version: string };
  /** What citizen and office call this submission. */
  readonly reference: string;
  /** ISO instant of legal receipt. */
  readonly receivedAt: string;
  readonly document: JsonObject;
  readonly files: readonly DeliveryFile[];
}

export interface DeliveryFile {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly bytes: Uint8Array;
}
