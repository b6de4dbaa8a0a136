import {
  collectLocale,
  type DefinitionProblem,
  type FormDefinition,
  type JsonObject,
  type JsonValue,
  type LocaleTexts,
  leafConstraints,
  type ResolvedForm,
  resolveForm,
  withBuiltIns,
} from '@schalter/definition';
import { compileForm } from '../src/compile/index.ts';
import { parseDate } from '../src/expression/calendar.ts';
import { createSession, type Program, type Session, type SessionOptions, type Validate } from '../src/index.ts';

/** The parts of a form that a test cares about; the rest is filled in. */
export type FormSketch = Partial<Omit<FormDefinition, 'data'>> & { readonly data: JsonObject };

export const library = withBuiltIns({
  blocks: {},
  lists: {
    'hunderassen@2026-01': {
      id: 'hunderassen',
      version: '2026-01',
      title: 'Hunderassen',
      language: 'de',
      entries: [
        { const: 'dackel', title: 'Dackel' },
        { const: 'bullterrier', title: 'Bullterrier' },
        { const: 'pitbull', title: 'Pitbull' },
      ],
    },
    'befreiungsgruende@1': {
      id: 'befreiungsgruende',
      version: '1',
      title: 'Gründe der Befreiung',
      language: 'de',
      entries: [
        { const: 'blindenhund', title: 'Blindenhund' },
        { const: 'rettungshund', title: 'Rettungshund' },
      ],
    },
  },
});

export const today = '2026-11-23';

export interface Compiled {
  /** The resolved form. */
  readonly form: ResolvedForm['form'];
  readonly program: Program;
  readonly validate: Validate;
  readonly problems: readonly DefinitionProblem[];
}

/** Compiles a form and says what is wrong with it. */
export function compile(
  sketch: FormSketch,
  locales: Readonly<Record<string, LocaleTexts>> = {},
): { form?: ResolvedForm['form']; program?: Program; problems: readonly DefinitionProblem[]; validate: Validate } {
  const form = {
    id: 'probe',
    version: '1.0.0',
    language: 'de',
    title: 'Probe',
    steps: [],
    ...sketch,
  } as unknown as FormDefinition;
  const { resolved, problems } = resolveForm(form, library);
  if (!resolved) return { problems, validate: () => [] };
  const collected = Object.fromEntries(
    Object.keys(locales).map((language) => [language, collectLocale(language, locales, library, resolved)]),
  );
  const compiled = compileForm(resolved, { locales: collected, problemTexts: {} });
  return {
    ...compiled,
    form: resolved.form,
    problems: [...problems, ...compiled.problems],
    validate: validateWith(resolved.form.data),
  };
}

/** Compiles a form that must be right. */
export function program(sketch: FormSketch, locales: Readonly<Record<string, LocaleTexts>> = {}): Compiled {
  const compiled = compile(sketch, locales);
  const errors = compiled.problems.filter(({ severity }) => severity === 'error');
  if (!compiled.program || !compiled.form) {
    throw new TypeError(errors.map(({ file, at, message }) => `${file}#${at}: ${message}`).join('\n'));
  }
  const { form, validate, problems } = compiled;
  return { form, program: compiled.program, validate, problems };
}

/** A session of a form, without problem texts: messages are codes. */
export function start(sketch: FormSketch, options: Partial<SessionOptions> = {}): Session {
  const compiled = program(sketch);
  return createSession(compiled.program, {
    validate: compiled.validate,
    translate: (_, code) => code,
    today,
    ...options,
  });
}

/** A form whose fields all stand on one page. */
export function onePage(properties: JsonObject, rest: Partial<FormSketch> & { required?: string[] } = {}): FormSketch {
  const { required = [], ...form } = rest;
  return {
    data: { type: 'object', properties, required },
    steps: [{ id: 'seite', title: 'Seite', fields: Object.keys(properties).map((name) => `/${name}`) }],
    ...form,
  };
}

export const formats: Readonly<Record<string, (text: string) => boolean>> = {
  date: (text) => parseDate(text) !== undefined,
  email: (text) => /^[^@\s]+@[^@\s]+$/.test(text),
  microchip: (text) => /^\d{15}$/.test(text),
  'year-month': (text) => /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text),
};

/** The common constraints, read from the definition: enough for the engine's own tests, which do not test constraints. */
export function validateWith(data: Parameters<typeof leafConstraints>[0]): Validate {
  const schemas = new Map(leafConstraints(data).map(({ template, schema }) => [template, schema]));
  return (template, value) => {
    const schema = schemas.get(template);
    return schema ? check(schema, value) : [];
  };
}

/** The members of a file. */
function checkMembers(schema: JsonObject, value: JsonObject): { code: string; params: Record<string, number> }[] {
  const properties = schema.properties as Readonly<Record<string, JsonObject>>;
  const missing = (schema.required as readonly string[]).filter((name) => !Object.hasOwn(value, name));
  const wrong = Object.entries(value).flatMap(([name, member]) => {
    const inner = Object.hasOwn(properties, name) ? properties[name] : undefined;
    return inner ? check(inner, member as JsonValue) : [{ code: 'additionalProperties', params: {} }];
  });
  return [...missing.map(() => ({ code: 'required', params: {} })), ...wrong];
}

function check(schema: JsonObject, value: JsonValue): { code: string; params: Record<string, number> }[] {
  const found: { code: string; params: Record<string, number> }[] = [];
  const say = (code: string, limit?: JsonValue) =>
    found.push({ code, params: typeof limit === 'number' ? { limit } : {} });
  const { type } = schema;
  const actual = Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
  const fits = type === undefined || type === actual || (type === 'integer' && Number.isInteger(value));
  if (!fits) return [{ code: 'type', params: {} }];
  if (schema.const !== undefined && schema.const !== value) say('const');
  if (Array.isArray(schema.enum) && !schema.enum.includes(value)) say('enum');
  const fitsOne = (inner: JsonValue) => check(inner as JsonObject, value).length === 0;
  if (Array.isArray(schema.anyOf) && !schema.anyOf.some(fitsOne)) say('anyOf');
  if (schema.not !== undefined && fitsOne(schema.not)) say('not');
  if (typeof value === 'string') {
    if (typeof schema.maxLength === 'number' && [...value].length > schema.maxLength)
      say('maxLength', schema.maxLength);
    if (typeof schema.minLength === 'number' && [...value].length < schema.minLength)
      say('minLength', schema.minLength);
    if (typeof schema.pattern === 'string' && !new RegExp(schema.pattern, 'u').test(value)) say('pattern');
    const format = typeof schema.format === 'string' ? formats[schema.format] : undefined;
    if (format && !format(value)) say(`format:${schema.format}`);
  }
  if (type === 'object' && schema.properties) found.push(...checkMembers(schema, value as JsonObject));
  if (Array.isArray(value) && schema.uniqueItems === true && new Set(value).size < value.length) say('uniqueItems');
  if (typeof value === 'number') {
    if (typeof schema.minimum === 'number' && value < schema.minimum) say('minimum', schema.minimum);
    if (typeof schema.maximum === 'number' && value > schema.maximum) say('maximum', schema.maximum);
    if (typeof schema.exclusiveMinimum === 'number' && value <= schema.exclusiveMinimum) say('exclusiveMinimum');
    if (typeof schema.exclusiveMaximum === 'number' && value >= schema.exclusiveMaximum) say('exclusiveMaximum');
    if (typeof schema.multipleOf === 'number' && !Number.isInteger(value / schema.multipleOf)) say('multipleOf');
  }
  if (typeof value === 'object' && value !== null) {
    const { type, size } = value as JsonObject;
    if (Array.isArray(schema.accept) && !schema.accept.includes(type as JsonValue)) say('accept');
    if (typeof schema.maxBytes === 'number' && typeof size === 'number' && size > schema.maxBytes)
      say('too-large', schema.maxBytes);
  }
  if (Array.isArray(value)) {
    if (typeof schema.minItems === 'number' && value.length < schema.minItems) say('minItems', schema.minItems);
    if (typeof schema.maxItems === 'number' && value.length > schema.maxItems) say('maxItems', schema.maxItems);
    const items = schema.items as JsonObject | undefined;
    if (items) for (const entry of value as JsonValue[]) found.push(...check(items, entry));
  }
  return found;
}
