import type { JsonObject, JsonValue } from '@schalter/definition';
import fc from 'fast-check';
import type { SessionEvent } from '../src/index.ts';
import type { FormSketch } from './support.ts';

/*
 * Random forms and histories: small alphabets, so that conditions often hold, entries often exist and events often meet.
 */

const texts = ['ja', 'nein', 'x'];

/** A condition over earlier fields of the root, and over the group's own. */
function conditions(earlier: readonly string[], own: readonly string[]): fc.Arbitrary<string> {
  const names = [...earlier, ...own.map((name) => `self.${name}`)];
  if (names.length === 0) return fc.constant('1 < 2');
  const name = fc.constantFrom(...names);
  const simple = fc.oneof(
    name.map((one) => `${one} == 'ja'`),
    name.map((one) => `${one} in ['ja', 'x']`),
    name.map((one) => `answered(${one})`),
    name.map((one) => `${one} == null`),
    name.map((one) => `!(${one} == 'nein')`),
  );
  return fc.oneof(
    simple,
    fc
      .tuple(simple, simple, fc.constantFrom('&&', '||'))
      .map(([left, right, operator]) => `${left} ${operator} ${right}`),
  );
}

function leaf(title: string, earlier: readonly string[], own: readonly string[]): fc.Arbitrary<JsonObject> {
  const when = fc.option(conditions(earlier, own), { nil: undefined, freq: 2 });
  const requiredWhen = fc.option(conditions(earlier, own), { nil: undefined, freq: 4 });
  return fc
    .record({ when, requiredWhen, limited: fc.boolean() })
    .map(({ when: condition, requiredWhen: needed, limited }) => ({
      type: 'string',
      title,
      ...(limited ? { maxLength: 3 } : {}),
      ...(condition === undefined ? {} : { when: condition }),
      ...(needed === undefined ? {} : { requiredWhen: needed }),
    }));
}

/** A group of texts; each may be asked depending on those before it. */
function group(title: string, earlier: readonly string[]): fc.Arbitrary<JsonObject> {
  return fc
    .tuple(leaf('P', earlier, []), leaf('Q', earlier, ['p']), fc.subarray(['p', 'q']))
    .map(([p, q, required]) => ({ type: 'object', title, properties: { p, q }, required }));
}

export const randomForm: fc.Arbitrary<FormSketch> = formsWith(['a', 'b']);

/** Conditions in entries speak about the entry alone: JSON Schema has words for all of them. */
export const expressibleForm: fc.Arbitrary<FormSketch> = formsWith([]);

/** @param seen names of the root that conditions in entries may read */
function formsWith(seen: readonly string[]): fc.Arbitrary<FormSketch> {
  return fc
    .record({
      a: leaf('A', [], []),
      b: leaf('B', ['a'], []),
      g: group('G', ['a', 'b']),
      gWhen: fc.option(conditions(['a', 'b'], []), { nil: undefined, freq: 2 }),
      l: group('L', seen),
      lWhen: fc.option(conditions(['a'], []), { nil: undefined, freq: 3 }),
      minItems: fc.nat(2),
      c: leaf('C', ['a', 'b'], []),
      required: fc.subarray(['a', 'b', 'c', 'g', 'l', 'summe']),
      stepWhen: fc.option(conditions(['a', 'b'], []), { nil: undefined, freq: 2 }),
      exitWhen: fc.option(conditions(['a'], []), { nil: undefined, freq: 3 }),
      repeated: fc.boolean(),
      spread: fc.boolean(),
    })
    .map((parts): FormSketch => {
      const when = (condition: string | undefined): JsonObject => (condition === undefined ? {} : { when: condition });
      const steps: JsonObject[] = [
        { id: 'eins', title: 'Eins {{a}}', fields: ['/a', '/b'] },
        ...(parts.exitWhen === undefined ? [] : [{ id: 'aus', kind: 'exit', title: 'Aus', when: parts.exitWhen }]),
        { id: 'zwei', title: 'Zwei', fields: parts.spread ? ['/g/p', '/l'] : ['/g', '/l'] },
        ...(parts.repeated ? [{ id: 'je', forEach: '/l', title: 'Je {{item.p}}', fields: ['/l/*/q'] }] : []),
        {
          id: 'drei',
          title: 'Drei',
          ...when(parts.stepWhen),
          fields: parts.spread ? ['/c', '/g/q'] : ['/c', '/summe'],
        },
      ];
      return {
        data: {
          type: 'object',
          properties: {
            a: parts.a,
            b: parts.b,
            g: { ...parts.g, ...when(parts.gWhen) },
            l: {
              type: 'array',
              title: 'L',
              minItems: parts.minItems,
              maxItems: 3,
              items: parts.l,
              ...when(parts.lWhen),
            },
            c: parts.c,
            summe: {
              type: 'integer',
              title: 'Summe',
              value: "count(l) + (c == 'ja' ? 10 : 0) + count(l.filter(e, e.q == 'ja'))",
            },
          },
          required: parts.required,
        },
        define: { vieleJa: "l.exists(e, e.p == 'ja')" },
        steps: steps as unknown as NonNullable<FormSketch['steps']>,
      };
    });
}

const text: fc.Arbitrary<JsonValue> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...texts) },
  { weight: 2, arbitrary: fc.constantFrom<JsonValue>(null, '', 'zu lang', 7, true) },
);

const entry = fc.nat(3);

/** Events of a person: mostly sensible ones. */
export const randomEvent: fc.Arbitrary<SessionEvent> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('answer' as const),
      at: fc.oneof(
        fc.constantFrom('/a', '/b', '/c', '/g/p', '/g/q'),
        entry.map((index) => `/l/${index}/p`),
        entry.map((index) => `/l/${index}/q`),
      ),
      value: text,
    }),
  },
  { weight: 3, arbitrary: fc.constant<SessionEvent>({ type: 'next' }) },
  fc.constant<SessionEvent>({ type: 'back' }),
  fc.constant<SessionEvent>({ type: 'submit' }),
  { weight: 2, arbitrary: fc.constant<SessionEvent>({ type: 'addItem', at: '/l' }) },
  entry.map((index): SessionEvent => ({ type: 'removeItem', at: `/l/${index}` })),
  fc.tuple(entry, entry).map(([index, to]): SessionEvent => ({ type: 'moveItem', at: `/l/${index}`, to })),
  entry.map((index): SessionEvent => ({ type: 'editItem', at: `/l/${index}` })),
  fc.boolean().map((value): SessionEvent => ({ type: 'another', at: '/l', value })),
  fc
    .constantFrom('eins', 'zwei', 'drei', 'je/0', 'summary', 'aus')
    .map((step): SessionEvent => ({ type: 'goTo', step })),
);

/** Answers of the shape of a random form, right and wrong. */
export const randomAnswers: fc.Arbitrary<JsonObject> = fc
  .record(
    {
      a: text,
      b: text,
      c: text,
      g: fc.record({ p: text, q: text }, { requiredKeys: [] }),
      l: fc.array(fc.record({ p: text, q: text }, { requiredKeys: [] }), { maxLength: 4 }),
    },
    { requiredKeys: [] },
  )
  .map((answers) => answers as JsonObject);
