// What an adapter is
export { type Adapter, AdapterError, type CheckPart, type CheckResult, type Port, runCheck } from './adapter.ts';
// Ports
export type { Delivery, DeliveryFile, DeliveryPort } from './delivery/port.ts';
export type { Mail, MailAttachment, MailPort } from './mail/port.ts';
export { checkOptions } from './options.ts';
// Adapters by name
export { adapterNames, createAdapter, type Kind, loadAdapter, type Ports } from './registry.ts';
