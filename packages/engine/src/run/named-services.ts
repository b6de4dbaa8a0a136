import { evaluate, isTrue } from '../expression/evaluate.ts';
import { type Level, levels } from '../ports/identity.ts';
import type { Program, ServiceNode } from '../program.ts';
import type { Store } from './store.ts';

/** A service of the form with its name. */
export interface Named {
  readonly name: string;
  readonly service: ServiceNode;
  readonly optional: boolean;
}

/** The services of a kind, in the form's order. */
export function servicesOf(program: Program, kind: string): readonly Named[] {
  return Object.entries(program.services)
    .filter(([, service]) => service.kind === kind)
    .map(([name, service]) => ({ name, service, optional: service.settings.optional === true }));
}

/** What an identity service asks for; a form that does not say is content with any login. */
export function levelOf({ settings }: ServiceNode): Level {
  return levels.find((level) => level === settings.level) ?? 'low';
}

/** Whether the form needs a service with the answers as they are. */
export function isActive(store: Store, { service }: Named): boolean {
  return !service.when || isTrue(evaluate(service.when, store.root.environment()));
}
