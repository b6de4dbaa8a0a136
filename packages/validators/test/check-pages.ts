import { readdirSync, readFileSync } from 'node:fs';
import type { CodeList, DefinitionProblem, FormSource, JsonValue, Library } from '@schalter/definition';
import { checkForm } from '../src/check/index.ts';

/** A page of docs/checks: what the checker says, and an example of both sides. */
export interface CheckPage {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly wrong: readonly Example[];
  readonly right: readonly Example[];
}

/**
 * A block of code on a page. `kind` says what it is: `field` (the field `probe` of the base form), `form` (a merge patch
 * on it, RFC 7396), `case`, `locale` (English), `german` (a locale in the form's own language), `list`, `block`, `file` (for
 * people: the command line's tests have those), or `expression` (the condition of a field, beside answers of every
 * type).
 */
interface Example {
  readonly kind: string;
  readonly text: string;
}

const folder = new URL('../../../docs/checks/', import.meta.url);

export function checkPages(): CheckPage[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
  return files.sort().map((name) => pageOf(name.slice(0, -'.md'.length), readFileSync(new URL(name, folder), 'utf8')));
}

function pageOf(code: string, text: string): CheckPage {
  const part = (title: string) => text.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '';
  const examples = (title: string) =>
    [...part(title).matchAll(/^```(?:json|text) (\w+)\n([\s\S]*?)^```$/gmu)].map(
      ([, kind = '', content = '']): Example => ({ kind, text: content }),
    );
  const severity = /^Error\b/mu.test(text) ? 'error' : 'warning';
  return { code, severity, wrong: examples('Wrong'), right: examples('Right') };
}

/** A small form that the checker has nothing to say about. */
const base = {
  $schema: 'https://schalter.dev/form/v1.json',
  id: 'hund',
  version: '1.0.0',
  language: 'de',
  title: 'Hund anmelden',
  summary: 'Melden Sie Ihren Hund an. Das dauert etwa **5 Minuten**.',
  data: {
    type: 'object',
    properties: { name: { type: 'string', title: 'Name des Hundes', maxLength: 60 } },
    required: ['name'],
  },
  steps: [{ id: 'start', title: 'Ihr Hund', fields: ['/name'] }],
  services: { amt: { kind: 'delivery', receiver: 'steueramt' } },
  retention: { draftDays: 30, deliveredDays: 90 },
};

const baseCase = { name: 'Ein Hund', today: '2026-11-23', answers: { name: 'Bello' }, expect: { problems: [] } };

/** What the checker says about the base form with the examples put in. */
export async function checkExamples(examples: readonly Example[]): Promise<readonly DefinitionProblem[]> {
  let form: JsonValue = structuredClone(base);
  const cases: Record<string, JsonValue> = {};
  const locales: Record<string, JsonValue> = {};
  const lists: Record<string, CodeList> = {};
  const blocks: Record<string, unknown> = {};
  let withoutCases = false;
  for (const { kind, text } of examples) {
    if (text.trim() === '' && kind !== 'expression') {
      withoutCases ||= kind === 'case';
      continue;
    }
    if (kind === 'expression') {
      form = patched(form, withCondition(text.trimEnd()));
      continue;
    }
    const json = JSON.parse(text);
    if (kind === 'form') form = patched(form, json);
    else if (kind === 'field') form = withField(form, json);
    else if (kind === 'case') cases[`fall-${Object.keys(cases).length}`] = json;
    else if (kind === 'locale') locales.en = json;
    else if (kind === 'german') locales.de = json;
    else if (kind === 'list') lists[`${json.id}@${json.version}`] = json;
    else if (kind === 'block') blocks[json.id] = json;
    else throw new TypeError(`there is no example of kind "${kind}"`);
  }
  if (Object.keys(cases).length === 0 && !withoutCases) cases.eins = baseCase;
  const source = { form, locales, cases } as unknown as FormSource;
  const { problems } = await checkForm(source, { blocks, lists } as unknown as Library);
  return problems;
}

/** A field that is asked under a condition, beside what conditions read. */
function withCondition(when: string): JsonValue {
  const hund = {
    type: 'object',
    title: '{{self.ruf}}',
    properties: { ruf: { type: 'string', title: 'Ruf', maxLength: 9 } },
  };
  const properties = {
    anzahl: { type: 'integer', title: 'Anzahl' },
    gechippt: { type: 'boolean', title: 'Ist er gechippt?' },
    wurftag: { type: 'string', format: 'date', title: 'Wurftag' },
    hunde: { type: 'array', title: 'Hunde', maxItems: 5, items: hund },
    probe: { type: 'string', title: 'Rasse', maxLength: 60, when },
  };
  const fields = ['/name', ...Object.keys(properties).map((name) => `/${name}`)];
  return { data: { properties }, steps: [{ id: 'start', title: 'Ihr Hund', fields }] };
}

/** The field stands last on the only step. */
function withField(form: JsonValue, field: JsonValue): JsonValue {
  const data = { properties: { probe: field } };
  const steps = [{ id: 'start', title: 'Ihr Hund', fields: ['/name', '/probe'] }];
  return patched(form, { data, steps });
}

/** JSON Merge Patch (RFC 7396). */
function patched(target: JsonValue, patch: JsonValue): JsonValue {
  if (!isObject(patch)) return patch;
  const result: Record<string, JsonValue> = isObject(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete result[name];
    else result[name] = patched(result[name] ?? null, value);
  }
  return result;
}

function isObject(value: JsonValue): value is { readonly [name: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
