import type { JsonObject } from '@schalter/definition';
import type { LookupContext, LookupOption, LookupPort } from '../ports/lookup.ts';
import { failure, Remote } from './remote.ts';

/** Something that is known. */
export interface LookupRow extends Omit<LookupOption, 'value'> {
  readonly value: string | number;
  /** Known only beside this: `{ plz: '80331' }`. */
  readonly beside?: JsonObject;
}

export interface LookupDouble extends LookupPort {
  readonly remote: Remote;
  /** What was asked so far: `check bank DE02…`, `options strassen Mar`. */
  readonly asked: readonly string[];
}

/**
 * Tables in memory. Options are those whose value or title begins with what is searched for, capitals or not.
 * @param tables by name of the service
 * @param most so many options are given at once
 */
export function lookupDouble(tables: Readonly<Record<string, readonly LookupRow[]>>, most = 10): LookupDouble {
  const remote = new Remote();
  const asked: string[] = [];
  const rowsOf = (service: string, { given }: LookupContext): readonly LookupRow[] => {
    const rows = Object.hasOwn(tables, service) ? tables[service] : undefined;
    if (!rows) throw failure('unknown-service');
    return rows.filter(({ beside = {} }) => Object.entries(beside).every(([name, value]) => given[name] === value));
  };
  return {
    remote,
    asked,
    check(service, value, context, signal) {
      asked.push(`check ${service} ${value}`);
      return remote.answer('check', signal, () => ({
        known: rowsOf(service, context).some((row) => row.value === value),
      }));
    },
    options(service, query, context, signal) {
      asked.push(`options ${service} ${query}`);
      const begins = (text: string) => text.toLocaleLowerCase('de').startsWith(query.toLocaleLowerCase('de'));
      return remote.answer('options', signal, () => {
        const found = rowsOf(service, context).filter(
          ({ value, title = '' }) => begins(String(value)) || begins(title),
        );
        const options = found.slice(0, most).map(({ beside: _, value, ...row }) => ({ ...row, value: String(value) }));
        return { options, more: found.length > most };
      });
    },
  };
}
