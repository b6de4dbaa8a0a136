import type { JsonValue, ResolvedForm } from '@schalter/definition';
import { isObject, member } from '../check/place.ts';
import type { FormChange } from './change.ts';
import { compareField } from './compare-fields.ts';
import { compareRest } from './compare-rest.ts';
import { type ComparedField, fieldsOf, titleOf } from './fields.ts';

/**
 * How two versions of a form differ, seen by those who filed or receive the older: fields first, in the order of the
 * newer form, then steps, services and texts. Blocks and lists are compared as part of the form that uses them.
 */
export function compareForms(before: ResolvedForm, after: ResolvedForm): readonly FormChange[] {
  const forms = [asJson(before.form), asJson(after.form)] as const;
  const old = fieldsOf(member(forms[0], 'data') ?? null);
  const now = fieldsOf(member(forms[1], 'data') ?? null);
  const migrated = migratedTemplates(member(forms[1], 'migrations'));
  const isMigrated = (template: string) =>
    [...migrated].some((one) => template === one || template.startsWith(`${one}/`));
  const changes: FormChange[] = [];

  for (const field of now.values()) {
    const known = old.get(field.template);
    if (known) changes.push(...compareField(known, field, isMigrated(field.template)));
    else if (!old.has(around(field.template)) && around(field.template) !== '') continue;
    else changes.push(added(field));
  }
  for (const field of old.values()) {
    if (now.has(field.template) || (around(field.template) !== '' && !now.has(around(field.template)))) continue;
    changes.push(removed(field, isMigrated(field.template)));
  }
  return [...changes, ...compareRest(before, after, forms)];
}

/** The group or list a field stands in: when it is new or gone itself, its members need no word. */
function around(template: string): string {
  return template.slice(0, template.lastIndexOf('/'));
}

function added(field: ComparedField): FormChange {
  const params = { title: titleOf(field), template: field.template };
  const code = field.required ? 'field-added-required' : 'field-added';
  return { code, level: 'minor', breaks: [], side: 'after', at: field.at, params };
}

function removed(field: ComparedField, migrated: boolean): FormChange {
  const isSent = member(field.schema, 'internal') !== true;
  const isAsked = member(field.schema, 'value') === undefined;
  const breaks: FormChange['breaks'] = [
    ...(isSent ? (['receivers'] as const) : []),
    ...(isAsked && !migrated ? (['drafts'] as const) : []),
  ];
  return {
    code: 'field-removed',
    level: breaks.length > 0 ? 'major' : 'minor',
    breaks,
    side: 'before',
    at: field.at,
    params: { title: titleOf(field), template: field.template },
  };
}

/** Every pointer that migrations speak of: its answers are taken care of. */
function migratedTemplates(migrations: JsonValue | undefined): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting: JsonValue[] = migrations === undefined ? [] : [migrations];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (typeof value === 'string' && value.startsWith('/')) found.add(value);
    else if (Array.isArray(value)) waiting.push(...value);
    else if (isObject(value)) {
      for (const [name, inner] of Object.entries(value)) {
        if (name.startsWith('/')) found.add(name);
        waiting.push(inner);
      }
    }
  }
  return found;
}

/** Resolved forms came from JSON. */
function asJson(form: ResolvedForm['form']): JsonValue {
  return form as unknown as JsonValue;
}
