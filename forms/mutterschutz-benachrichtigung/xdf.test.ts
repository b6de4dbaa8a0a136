import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type FieldSchema, resolveForm, withBuiltIns } from '../../packages/definition/src/index.ts';
import { officialFileIsThere, readOfficialForm, readOfficialList } from './xdf-file.ts';

/** A field or group of our form at one place of its tree, with the path of official identifiers that leads there. */
interface OurElement {
  readonly path: string;
  readonly schema: FieldSchema;
  readonly required: boolean;
  /** The array's own schema holds identifiers and texts, its items the constraint of one line. */
  readonly leaf: FieldSchema;
}

/** Limits that the official file states only in words; see docs/forms.md. */
const addedPatterns: Readonly<Record<string, string>> = {
  F60000229:
    '^(?:(?:DR\\.(?:HC\\.|EH\\.)?|Dr\\.(?:hc\\.|eh\\.)?)(?: (?:DR\\.(?:HC\\.|EH\\.)?|Dr\\.(?:hc\\.|eh\\.)?))*)$',
};

/** Fields whose label says all that the official help text says ("Geben Sie an, wie die Straße heißt."). */
const explainedByLabel = ['F60000227', 'F60000228', 'F60000243'];

const types: Readonly<Record<string, { type: string; format?: string }>> = {
  text: { type: 'string' },
  date: { type: 'string', format: 'date' },
  bool: { type: 'boolean' },
  num_int: { type: 'integer' },
};

const lists: Readonly<Record<string, { ours: string; titleColumn: string }>> = {
  C00000020: { ours: 'list:status-frau@2020-02-06', titleColumn: 'name' },
  C00000021: { ours: 'list:art-beschaeftigungsverhaeltnis@2018-05-09', titleColumn: 'name' },
  C60000006: { ours: 'list:anschrift-inland-oder-ausland@2021-06-18', titleColumn: 'name' },
  C60000020: { ours: 'list:staaten@2021-02-19', titleColumn: 'suchbegriff' },
};

const form = readJson('./form.json');
const { resolved, problems } = resolveForm(
  form,
  withBuiltIns({
    blocks: Object.fromEntries(
      folder('../_blocks/').map(([name, json]) => [`city/${name.replace('.json', '')}`, json]),
    ),
    lists: Object.fromEntries(folder('../_lists/').map(([, json]) => [`${json.id}@${json.version}`, json])),
  }),
);

test('the form resolves', () => {
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

const reason = officialFileIsThere
  ? 'compared with the official file'
  : 'skipped: the official file is not here; XDF_S00000094 may name its folder';

describe.skipIf(!officialFileIsThere)(`S00000094, ${reason}`, () => {
  const official = officialFileIsThere
    ? readOfficialForm()
    : { id: '', version: '', name: '', elements: [], rules: [] };
  const ours = new Map(resolved ? elementsOf(resolved.form.data).map((element) => [element.path, element]) : []);
  const fields = official.elements.filter(({ kind }) => kind === 'field');

  test('has its identity, its 44 fields and 13 rules', () => {
    expect(fields).toHaveLength(44);
    expect(official.rules).toHaveLength(13);
    expect(form.about).toMatchObject({ xdf: official.id, key: `${official.id}V${official.version}` });
    expect(form.title).toBe(official.name);
  });

  test('every official field and group stands in the form once, and no answer is asked beyond them', () => {
    expect([...ours.keys()].sort()).toEqual(official.elements.map(({ path }) => path).sort());
    const leaves = [...ours.values()].filter(({ schema }) => schema.type !== 'object');
    expect(leaves).toHaveLength(fields.length);
    expect(countLeaves(resolved?.form.data)).toBe(fields.length);
  });

  test.each(official.elements.map((element) => [element.path, element] as const))('%s', (path, element) => {
    const our = ours.get(path);
    if (!our) return expect.fail(`the form has no ${path}`);
    const { schema, leaf } = our;
    expect(schema.title).toBe(element.title);
    expect(schema.about).toMatchObject({ xdf: element.id, key: `${element.id}V${element.version}` });

    // How often: 1:1 is required; 0:1 only under a condition that a rule gives; n:m is a list.
    if (element.atMost > 1) {
      expect(schema).toMatchObject({ type: 'array', minItems: element.atLeast, maxItems: element.atMost });
    }
    if (element.atLeast > 0) expect(our.required).toBe(true);
    else if (our.required) expect(schema.when, 'an optional field is demanded only under a condition').toBeDefined();

    for (const rule of element.rules) expect(rulesBelow(schema), `${rule} stands on ${path}`).toContain(rule);
    if (element.kind === 'group') return;

    expect(leaf).toMatchObject(types[element.type] ?? { type: `unknown datentyp ${element.type}` });
    const { pattern, minLength, maxLength, minValue, maxValue, ...others } = element.limits;
    expect(others).toEqual({});
    expect(leaf.minLength).toBe(numberOf(minLength));
    expect(leaf.maxLength).toBe(numberOf(maxLength));
    expect(leaf.minimum).toBe(numberOf(minValue));
    expect(leaf.maximum).toBe(numberOf(maxValue));
    // Official patterns speak about the whole text without saying so; ours are anchored.
    expect(leaf.pattern).toBe(pattern ? `^(?:${pattern.replace(/\$$/, '')})$` : addedPatterns[element.id]);
    expect(schema.options).toBe(element.list === '' ? undefined : lists[element.list]?.ours);

    if (element.help !== '' && !explainedByLabel.includes(element.id)) {
      const words = `${schema.help ?? ''} ${schema.description ?? ''}`;
      expect(words.trim(), 'the official help text is answered by a hint or a help text').not.toBe('');
      if (schema.help) expect(schema.help.replace(/\s+/g, ' ')).toContain(element.help.replace(/\s+/g, ' '));
    }
  });

  test.each(Object.entries(lists))('code list %s has every entry', (id, { ours: reference, titleColumn }) => {
    const entries = [...readOfficialList(id, titleColumn)].sort();
    const field = [...ours.values()].find(({ schema }) => schema.options === reference);
    const options = (field?.schema.oneOf ?? []).map(({ const: code, title }) => [code, title]);
    expect(options.sort()).toEqual(entries);
  });

  test('every rule is carried out or put up for review', () => {
    const text = JSON.stringify(resolved?.form);
    for (const rule of official.rules) expect(text).toContain(rule);
    const contradictions = ['R00000849', 'R00001224', 'R20001224'];
    for (const rule of contradictions) expect(text).toContain(`"source":"${rule}"`);
  });
});

/** Fields and groups with an official identifier, outermost first. */
function elementsOf(group: FieldSchema, path = ''): OurElement[] {
  return Object.entries(group.properties ?? {}).flatMap(([name, schema]) => {
    const id = schema.about?.xdf;
    if (id === undefined) return [];
    const here = path === '' ? id : `${path}/${id}`;
    const element: OurElement = {
      path: here,
      schema,
      required: group.required?.includes(name) ?? false,
      leaf: schema.items ?? schema,
    };
    return [element, ...elementsOf(schema, here)];
  });
}

/** All that carries an answer, with or without an official identifier. */
function countLeaves(schema: FieldSchema | undefined): number {
  if (!schema?.type) return 0;
  if (schema.type !== 'object') return 1;
  return Object.values(schema.properties ?? {}).reduce((sum, property) => sum + countLeaves(property), 0);
}

/** Identifiers of the rules that a group or anything in it carries out or discusses. */
function rulesBelow(schema: FieldSchema): string[] {
  return JSON.stringify(schema).match(/R\d{8}/g) ?? [];
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

function readJson(path: string) {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
}

function folder(path: string) {
  const names = readdirSync(new URL(path, import.meta.url)).filter((name) => name.endsWith('.json'));
  return names.map((name): [string, ReturnType<typeof readJson>] => [name, readJson(`${path}${name}`)]);
}
