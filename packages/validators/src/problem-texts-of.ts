import type { FieldSchema, FormDefinition } from '@schalter/definition';
import { problemTexts } from './texts.ts';

/** What a form is made of, as far as it decides which problems it can have. */
interface Used {
  /**
   * Names of all keywords in `data`, and `control:file` where files are asked for. Names of fields are among them, which
   * only keeps a text too many.
   */
  readonly keywords: ReadonlySet<string>;
  readonly formats: ReadonlySet<string>;
  /** Kinds of its services. */
  readonly services: ReadonlySet<string>;
}

type Need = (used: Used) => boolean;

const keyword =
  (...names: string[]): Need =>
  ({ keywords }) =>
    names.some((name) => keywords.has(name));
const service =
  (...kinds: string[]): Need =>
  ({ services }) =>
    kinds.some((kind) => services.has(kind));

const booking = service('booking');
const login = service('identity', 'eid');
const card = service('eid');
const payment = service('payment');
const files: Need = (used) => keyword('control:file')(used) || service('upload')(used);
const computed: Need = (used) => keyword('value')(used) || payment(used);

/** When a form can have a problem; codes that are not here any form can have. Plurals share the code before `_`. */
const needed: Readonly<Record<string, Need>> = {
  ...Object.fromEntries(
    [
      'const',
      'minLength',
      'maxLength',
      'maxWords',
      'pattern',
      'postalCode',
      'minimum',
      'maximum',
      'exclusiveMinimum',
      'exclusiveMaximum',
      'multipleOf',
      'notBefore',
      'notAfter',
      'minItems',
      'maxItems',
      'uniqueItems',
      'minProperties',
      'maxProperties',
      'anyOf',
      'not',
    ].map((name) => [name, keyword(name)]),
  ),
  enum: keyword('oneOf', 'enum'),
  format: keyword('format'),
  accept: files,
  'too-large': files,
  'check:exclusive': keyword('exclusive'),
  another: keyword('items'),
  'cannot-compute': computed,
  'computed-differs': computed,
  lookup: service('lookup'),
  'lookup-unavailable': service('lookup'),
  'login-required': login,
  'level-required': login,
  'proven-differs': login,
  'failure:level-too-low': login,
  'failure:other-person': login,
  'card-required': card,
  'failure:no-reader': card,
  'failure:card-refused': card,
  'hold-pending': booking,
  'hold-expired': booking,
  'failure:slot-taken': booking,
  'failure:hold-gone': booking,
  'failure:not-renewable': booking,
  'file-uploading': files,
  'file-paused': files,
  'file-scanning': files,
  'file-refused': files,
  'file-failed': files,
  'failure:infected': files,
  'failure:type-differs': files,
  'failure:unreadable': files,
  'failure:upload-gone': files,
  'failure:quota': files,
  'failure:already-paid': payment,
  'failure:already-begun': payment,
};

/**
 * The problem texts that a form's program carries: in the form's languages, of the problems that this form can have.
 * German is what languages without texts of ours fall back to.
 * @param form a resolved form
 * @param languages the form's own and those it is translated into
 */
export function problemTextsOf(
  form: Pick<FormDefinition, 'data' | 'services'>,
  languages: readonly string[],
): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const used = usedBy(form);
  const known = Object.entries(problemTexts).filter(([language]) => languages.includes(language));
  const wanted =
    known.length === languages.length ? known : Object.entries({ de: problemTexts.de, ...Object.fromEntries(known) });
  return Object.fromEntries(
    wanted.map(([language, texts]) => [
      language,
      Object.fromEntries(Object.entries(texts).filter(([code]) => isNeeded(code, used))),
    ]),
  );
}

function isNeeded(key: string, used: Used): boolean {
  const [, format] = key.split('format:');
  if (format !== undefined) return used.formats.has(format);
  const code = key.replace(/_[a-z]+$/u, '');
  return !Object.hasOwn(needed, code) || needed[code]?.(used) === true;
}

function usedBy({ data, services }: Pick<FormDefinition, 'data' | 'services'>): Used {
  const keywords = new Set<string>();
  const formats = new Set<string>();
  const waiting: unknown[] = [data satisfies FieldSchema];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, member] of Object.entries(value)) {
      keywords.add(name);
      if (name === 'control' && member === 'file') keywords.add('control:file');
      if (name === 'format' && typeof member === 'string') formats.add(member);
      waiting.push(member);
    }
  }
  const kinds = Object.values(services ?? {}).map(({ kind }) => String(kind));
  return { keywords, formats, services: new Set(kinds) };
}
