import type { ErrorCode, ErrorParams, JsonObject, JsonValue } from '@schalter/definition';
import { joinPointer } from '@schalter/definition';
import type { ErrorObject } from 'ajv';
import { didYouMean } from '../suggest.ts';
import { refusedKeywords } from './refused.ts';
import { branchErrors } from './schema.ts';
import { shown, typeWords, valueWords } from './words.ts';

/** Something wrong at a JSON Pointer, in the words of the checker. */
export interface Fault {
  readonly at: string;
  readonly code: ErrorCode;
  readonly params: ErrorParams;
}

/** AJV's errors about a file as faults. */
export function faultsOf(errors: readonly ErrorObject[], base = ''): Fault[] {
  const unions = errors.filter(({ keyword }) => keyword === 'anyOf').map(({ instancePath }) => instancePath);
  // What the branches of a union say is told by the branch that was meant.
  const inUnion = (path: string) => unions.some((union) => path === union || path.startsWith(`${union}/`));
  return errors.flatMap((error) => {
    if (error.keyword === 'anyOf') return unionFaults(error, base);
    return inUnion(error.instancePath) ? [] : faultOf(error, base);
  });
}

/** One of several shapes was possible: the one of the same type was meant. */
function unionFaults(error: ErrorObject, base: string): Fault[] {
  const at = base + error.instancePath;
  const branches = Array.isArray(error.schema) ? (error.schema as JsonObject[]) : [];
  const tried = branches.map((branch) => branchErrors(branch, error.data));
  const meant = tried.filter(
    (found) => !found.some(({ keyword, instancePath }) => keyword === 'type' && instancePath === ''),
  );
  const [first] = meant;
  if (first !== undefined) return faultsOf(first, at);
  const expected = tried.flatMap((found) =>
    found.filter(({ keyword }) => keyword === 'type').map(({ schema }) => typeWords(schema)),
  );
  return [
    {
      at,
      code: 'value-type',
      params: { expected: [...new Set(expected)].join(' or '), actual: valueWords(error.data as JsonValue) },
    },
  ];
}

function faultOf(error: ErrorObject, base: string): Fault[] {
  const at = base + error.instancePath;
  const { keyword, params, data } = error;
  const misplaced = misplacedFault(error, at);
  if (misplaced !== undefined) return [misplaced];
  switch (keyword) {
    case 'additionalProperties':
      return [unknownKeyword(error, at)];
    case 'required':
      return [{ at, code: 'keyword-missing', params: { keyword: String(params.missingProperty) } }];
    case 'type':
      return [typeFault(error, at)];
    case 'enum':
    case 'const': {
      const known: readonly unknown[] = keyword === 'enum' ? params.allowedValues : [params.allowedValue];
      const suggestion =
        typeof data === 'string'
          ? didYouMean(
              data,
              known.filter((one) => typeof one === 'string'),
            )
          : '';
      return [
        {
          at,
          code: 'value-unknown',
          params: { value: shown(data), suggestion, known: known.map((one) => shown(one)).join(', ') },
        },
      ];
    }
    case 'pattern':
    case 'format':
      return error.propertyName === undefined ? writtenFaults(error, at) : [];
    case 'propertyNames':
      return [nameFault(error, at)];
    case 'uniqueItems':
      return [{ at, code: 'entry-twice', params: { first: Number(params.j), second: Number(params.i) } }];
    default:
      return error.propertyName === undefined ? sizeFaults(error, at) : [];
  }
}

function unknownKeyword(error: ErrorObject, at: string): Fault {
  const name = String(error.params.additionalProperty);
  const place = joinPointer(at, name);
  const known = Object.keys(objectOf(error.parentSchema?.properties));
  const isField = known.includes('$ref') && known.includes('items');
  const instead = isField && Object.hasOwn(refusedKeywords, name) ? refusedKeywords[name] : undefined;
  if (instead !== undefined) return { at: place, code: 'keyword-refused', params: { keyword: name, instead } };
  return { at: place, code: 'keyword-unknown', params: { keyword: name, suggestion: didYouMean(name, known) } };
}

function typeFault(error: ErrorObject, at: string): Fault {
  return {
    at,
    code: 'value-type',
    params: { expected: typeWords(error.schema), actual: valueWords(error.data as JsonValue) },
  };
}

function writtenFaults(error: ErrorObject, at: string): Fault[] {
  const expected = String(error.parentSchema?.description ?? 'see the description of the keyword').replace(/\.$/u, '');
  return [{ at, code: 'value-written', params: { value: shown(error.data), expected } }];
}

/** A name that cannot be one: of fields in the same words as the compiler has for them. */
function nameFault(error: ErrorObject, at: string): Fault {
  const name = String(error.params.propertyName);
  const place = joinPointer(at, name);
  const isName = objectOf(error.schema).$ref === '#/$defs/Name';
  return isName
    ? { at: place, code: 'name-not-allowed', params: { name } }
    : { at: place, code: 'name-invalid', params: { name } };
}

const sizes: Readonly<Record<string, readonly [what: string, bound: string]>> = {
  minLength: ['The number of characters', 'at least'],
  maxLength: ['The number of characters', 'at most'],
  minItems: ['The number of entries', 'at least'],
  maxItems: ['The number of entries', 'at most'],
  minProperties: ['The number of keywords', 'at least'],
  maxProperties: ['The number of keywords', 'at most'],
  minimum: ['The number', 'at least'],
  maximum: ['The number', 'at most'],
  exclusiveMinimum: ['The number', 'more than'],
  exclusiveMaximum: ['The number', 'less than'],
};

function sizeFaults({ keyword, params }: ErrorObject, at: string): Fault[] {
  const size = sizes[keyword];
  // The rest only says that something inside is wrong.
  if (size === undefined) return [];
  return [{ at, code: 'value-size', params: { what: size[0], bound: size[1], limit: Number(params.limit) } }];
}

const lookup = 'it belongs to a service of kind "lookup" that says what it is "for"';
const options = 'it belongs to a lookup for options ("for": "options")';

/** Why a keyword does not fit beside the others of its place. */
const misplacements: Readonly<Record<string, string>> = {
  properties: 'it makes a group, so its type is "object"',
  items: 'it makes a list, so its type is "array"',
  collapsible:
    'only a text inside a group (without "type") can be opened and closed; a text block needs a "title" for it',
  changeable: 'it speaks about what "prefill" filled',
  text: 'only an exit or a summary has "text"; on a page, put a text block into "fields"',
  handover: 'only an exit hands over ("kind": "exit")',
  pass: 'it says what goes along with "handover"',
  for: 'only a service of kind "lookup" says what it is for',
  with: lookup,
  minLength: options,
  debounce: lookup,
  whenUnavailable: lookup,
  strict: options,
  fills: 'it belongs to a lookup for options ("for": "options"), a booking or a geo service',
};

/** `dependentSchemas` of the schema of the form language say where keywords may stand. */
function misplacedFault(error: ErrorObject, at: string): Fault | undefined {
  const found = /\/dependentSchemas\/(\w+)(\/properties\/\w+)?\/\w+(?:\/\w+)*$/u.exec(`${error.schemaPath}/end`);
  const keyword = found?.[1];
  if (keyword === undefined || !Object.hasOwn(misplacements, keyword)) return undefined;
  const holder = found?.[2] === undefined ? at : at.slice(0, at.lastIndexOf('/'));
  return {
    at: joinPointer(holder, keyword),
    code: 'keyword-misplaced',
    params: { keyword, detail: misplacements[keyword] ?? '' },
  };
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
