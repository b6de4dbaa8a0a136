import { isActive, type Named } from '../run/named-services.ts';
import type { KindHost } from './service-kind.ts';
import type { ServiceFailure } from './view.ts';

/** What the views of all services begin with. */
export function headOf(host: KindHost, named: Named) {
  const title = host.line(named.service.title);
  return {
    ...(title === '' ? {} : { title }),
    active: isActive(host.store, named),
    optional: named.optional,
  };
}

/** A failure's code with its sentence, where there is one. */
export function failureView(host: KindHost, code: string | undefined): { readonly failure?: ServiceFailure } {
  return code === undefined ? {} : { failure: { code, message: host.say(`failure:${code}`) } };
}
