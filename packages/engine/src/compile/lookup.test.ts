import type { JsonObject } from '@schalter/definition';
import { describe, expect, test } from 'vitest';
import { compile, type FormSketch, onePage, program } from '../../test/support.ts';
import type { LeafNode, LookupNode, Program, ProgramNode } from '../program.ts';

const text = (title: string, more: JsonObject = {}): JsonObject => ({ type: 'string', title, ...more });

const address = (services: JsonObject): FormSketch =>
  onePage(
    {
      anschrift: {
        type: 'object',
        title: 'Anschrift',
        properties: {
          plz: text('PLZ'),
          ort: text('Ort'),
          strasse: text('Straße', { service: 'strassen' }),
        },
      },
    },
    { services: services as unknown as NonNullable<FormSketch['services']> },
  );

const problemsOf = (sketch: FormSketch) =>
  compile(sketch).problems.map(({ code, severity, at }) => `${severity === 'warning' ? '? ' : ''}${code} ${at}`);

function lookupAt({ root }: Program, template: string): LookupNode | undefined {
  let node: ProgramNode | undefined = root;
  for (const name of template.slice(1).split('/')) {
    node = node?.kind === 'group' ? node.members.find((member) => member.name === name) : undefined;
  }
  return (node as LeafNode | undefined)?.lookup;
}

describe('a lookup', () => {
  test('is compiled into the fields that name it, with what it is given there', () => {
    const { program: compiled, problems } = program(
      address({
        strassen: {
          kind: 'lookup',
          for: 'options',
          with: { plz: 'self.plz' },
          fills: { ort: 'town' },
          strict: true,
          whenUnavailable: 'block',
          debounce: 100,
        },
      }),
    );
    expect(problems).toEqual([]);
    expect(lookupAt(compiled, '/anschrift/strasse')).toEqual({
      service: 'strassen',
      for: 'options',
      with: { plz: ['get', { base: 'self' }, ['plz']] },
      fills: { '/anschrift/ort': 'town' },
      minLength: 2,
      debounce: 100,
      strict: true,
      blocks: true,
    });
  });

  test('offers suggestions, and lets pass what cannot be looked up, unless the form says otherwise', () => {
    const { program: compiled } = program(address({ strassen: { kind: 'lookup', for: 'options' } }));
    expect(lookupAt(compiled, '/anschrift/strasse')).toMatchObject({ strict: false, blocks: false, debounce: 300 });
  });

  test('for a check takes only what is known', () => {
    const { program: compiled } = program(address({ strassen: { kind: 'lookup', for: 'check' } }));
    expect(lookupAt(compiled, '/anschrift/strasse')).toMatchObject({ for: 'check', strict: true });
  });
});

const check = { kind: 'lookup', for: 'check' } as const;
const options = { kind: 'lookup', for: 'options' } as const;

describe('what is wrong with a lookup is reported where it stands', () => {
  test.each<[string, FormSketch, string[]]>([
    ['no purpose', address({ strassen: { kind: 'lookup' } }), ['keyword-missing /services/strassen']],
    [
      'an unknown name in what it is given',
      address({ strassen: { ...options, with: { plz: 'self.plzz' } } }),
      ['expression-unknown-member /services/strassen/with/plz'],
    ],
    [
      'a group as what it is given',
      address({ strassen: { ...options, with: { wo: 'self' } } }),
      ['expression-result /services/strassen/with/wo'],
    ],
    [
      'an unknown field to fill in',
      address({ strassen: { ...options, fills: { stadt: 'town' } } }),
      ['fills-unknown /services/strassen/fills/stadt'],
    ],
    [
      'the field itself to fill in',
      address({ strassen: { ...options, fills: { strasse: 'name' } } }),
      ['fills-unknown /services/strassen/fills/strasse'],
    ],
    [
      'an optional one that blocks',
      address({ strassen: { ...check, optional: true, whenUnavailable: 'block' } }),
      ['lookup-optional-blocks /services/strassen/whenUnavailable'],
    ],
    ['one that nobody names', onePage({ a: text('A') }, { services: { l: check } }), ['? lookup-unused /services/l']],
    [
      'options for a number',
      onePage({ a: { type: 'integer', title: 'A', service: 'l' } }, { services: { l: options } }),
      ['lookup-field /data/properties/a/service'],
    ],
    [
      'a check of yes and no',
      onePage({ a: { type: 'boolean', title: 'A', service: 'l' } }, { services: { l: check } }),
      ['lookup-field /data/properties/a/service'],
    ],
    [
      'a check of a choice',
      onePage({ a: text('A', { service: 'l', oneOf: [{ const: 'x', title: 'X' }] }) }, { services: { l: check } }),
      ['lookup-field /data/properties/a/service'],
    ],
    [
      'a check of what is computed',
      onePage({ a: text('A', { service: 'l', value: "'x'" }) }, { services: { l: check } }),
      ['lookup-field /data/properties/a/service'],
    ],
    [
      'one on a list',
      onePage(
        { a: { type: 'array', title: 'A', service: 'l', items: { type: 'string' } } },
        { services: { l: check } },
      ),
      ['lookup-field /data/properties/a/service', '? lookup-unused /services/l'],
    ],
    [
      'one on a group',
      onePage(
        { a: { type: 'object', title: 'A', service: 'l', properties: { b: text('B') } } },
        { services: { l: check } },
      ),
      ['lookup-field /data/properties/a/service', '? lookup-unused /services/l'],
    ],
  ])('%s', (_, sketch, expected) => {
    expect(problemsOf(sketch)).toEqual(expected);
  });

  test('an unknown name is reported once for two fields of the same group', () => {
    const sketch = onePage(
      { a: text('A', { service: 'l' }), b: text('B', { service: 'l' }) },
      { services: { l: { ...check, with: { c: 'self.c' } } } },
    );
    expect(problemsOf(sketch)).toEqual(['expression-unknown-member /services/l/with/c']);
  });
});
