import { collectLocale, leafConstraints, resolveForm, withBuiltIns } from '@schalter/definition';
import { compileForm } from '../src/compile/index.js';
import { parseDate } from '../src/expression/calendar.js';
import { createSession } from '../src/index.js';
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
/** Compiles a form and says what is wrong with it. */
export function compile(sketch, locales = {}) {
  const form = {
    id: 'probe',
    version: '1.0.0',
    language: 'de',
    title: 'Probe',
    steps: [],
    ...sketch,
  };
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
export function program(sketch, locales = {}) {
  const compiled = compile(sketch, locales);
  const errors = compiled.problems.filter(({ severity }) => severity === 'error');
  if (!compiled.program || !compiled.form) {
    throw new TypeError(errors.map(({ file, at, message }) => `${file}#${at}: ${message}`).join('\n'));
  }
  const { form, validate, problems } = compiled;
  return { form, program: compiled.program, validate, problems };
}
/** A session of a form, without problem texts: messages are codes. */
export function start(sketch, options = {}) {
  const compiled = program(sketch);
  return createSession(compiled.program, {
    validate: compiled.validate,
    translate: (_, code) => code,
    today,
    ...options,
  });
}
/** A form whose fields all stand on one page. */
export function onePage(properties, rest = {}) {
  const { required = [], ...form } = rest;
  return {
    data: { type: 'object', properties, required },
    steps: [{ id: 'seite', title: 'Seite', fields: Object.keys(properties).map((name) => `/${name}`) }],
    ...form,
  };
}
const formats = {
  date: (text) => parseDate(text) !== undefined,
  email: (text) => /^[^@\s]+@[^@\s]+$/.test(text),
  microchip: (text) => /^\d{15}$/.test(text),
};
/** The common constraints, read from the definition: enough for the engine's own tests, which do not test constraints. */
export function validateWith(data) {
  const schemas = new Map(leafConstraints(data).map(({ template, schema }) => [template, schema]));
  return (template, value) => {
    const schema = schemas.get(template);
    return schema ? check(schema, value) : [];
  };
}
function check(schema, value) {
  const found = [];
  const say = (code, limit) => found.push({ code, params: typeof limit === 'number' ? { limit } : {} });
  const { type } = schema;
  const actual = Array.isArray(value) ? 'array' : typeof value;
  const fits = type === undefined || type === actual || (type === 'integer' && Number.isInteger(value));
  if (!fits) return [{ code: 'type', params: {} }];
  if (schema.const !== undefined && schema.const !== value) say('const');
  if (Array.isArray(schema.enum) && !schema.enum.includes(value)) say('enum');
  if (typeof value === 'string') {
    if (typeof schema.maxLength === 'number' && [...value].length > schema.maxLength)
      say('maxLength', schema.maxLength);
    if (typeof schema.minLength === 'number' && [...value].length < schema.minLength)
      say('minLength', schema.minLength);
    if (typeof schema.pattern === 'string' && !new RegExp(schema.pattern, 'u').test(value)) say('pattern');
    const format = typeof schema.format === 'string' ? formats[schema.format] : undefined;
    if (format && !format(value)) say(`format:${schema.format}`);
  }
  if (typeof value === 'number') {
    if (typeof schema.minimum === 'number' && value < schema.minimum) say('minimum', schema.minimum);
    if (typeof schema.maximum === 'number' && value > schema.maximum) say('maximum', schema.maximum);
  }
  if (Array.isArray(value)) {
    if (typeof schema.minItems === 'number' && value.length < schema.minItems) say('minItems', schema.minItems);
    if (typeof schema.maxItems === 'number' && value.length > schema.maxItems) say('maxItems', schema.maxItems);
    const items = schema.items;
    if (items) for (const entry of value) found.push(...check(items, entry));
  }
  return found;
}
//# sourceMappingURL=support.js.map
