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
function group(title: string, earlier: readonly string[]): fc.Arbitrary<Group> {
  return fc
    .tuple(leaf('P', earlier, []), leaf('Q', earlier, ['p']), fc.subarray(['p', 'q']))
    .map(([p, q, required]) => ({ type: 'object', title, properties: { p, q }, required }));
}

interface Group {
  readonly type: string;
  readonly title: string;
  readonly properties: { readonly [name: string]: JsonObject };
  readonly required: string[];
}

/** A list in an entry of `l` (named `e`): its conditions see the entry around, and where they stand. */
function innerList(seen: readonly string[]): fc.Arbitrary<JsonObject> {
  const places = seen.length === 0 ? [] : ['e.p'];
  return fc
    .record({
      r: leaf('R', [...seen, ...places], []),
      s: leaf('S', [...seen, ...places], ['r']),
      when: seen.length === 0 ? fc.constant(undefined) : fc.option(conditions(seen, ['p']), { nil: undefined }),
      byPlace: fc.boolean(),
      minItems: fc.nat(2),
      uniqueItems: fc.boolean(),
      required: fc.subarray(['r', 's']),
    })
    .map(({ r, s, when, byPlace, minItems, uniqueItems, required }) => ({
      type: 'array',
      title: 'M',
      minItems,
      maxItems: 3,
      uniqueItems,
      ...(when === undefined ? {} : { when }),
      items: {
        type: 'object',
        title: 'M {{item.r}}',
        properties: {
          r,
          s,
          // What entries around and their order are changes with every move.
          ...(seen.length === 0 || !byPlace
            ? {}
            : { ort: { type: 'string', title: 'Ort', value: "or(e.p, '-') + (index == 0 ? '!' : '')" } }),
        },
        required,
        checks: seen.length === 0 ? [] : [{ id: 'anders', assert: 'self.r != e.p', at: 'r', message: 'Anders.' }],
      },
    }));
}

/** The steps in three sections, with or without the summary in the last; they may wait for each other. */
const randomSections = fc
  .record({
    when: fc.option(conditions(['a'], []), { nil: undefined }),
    after: fc.constantFrom<Record<string, string[]>>(
      {},
      { zwei: ['eins'] },
      { drei: ['zwei'] },
      { zwei: ['eins'], drei: ['zwei'] },
      { eins: ['drei'] },
    ),
    summary: fc.boolean(),
    written: fc.boolean(),
  })
  .map(({ when, after, summary, written }) => {
    const of: Readonly<Record<string, string>> = {
      eins: 'eins',
      zwei: 'zwei',
      je: 'zwei',
      innen: 'zwei',
      drei: 'drei',
    };
    // To check and send waits for all: nobody waits for that.
    const waits = summary && after.eins ? {} : after;
    const section = (id: string): JsonObject => ({
      id,
      title: `Teil ${id}`,
      ...(id === 'zwei' && when !== undefined ? { when } : {}),
      ...(waits[id] ? { after: waits[id] } : {}),
    });
    return {
      sections: () => ['eins', 'zwei', 'drei'].map(section) as unknown as NonNullable<FormSketch['sections']>,
      steps: (steps: readonly JsonObject[]): JsonObject[] => [
        ...(written ? [{ id: 'tasks', kind: 'tasks', title: 'Liste {{a}}' }] : []),
        ...steps.map((step) => {
          const id = of[String(step.id)];
          return id === undefined ? step : { ...step, section: id };
        }),
        ...(summary ? [{ id: 'summary', kind: 'summary', title: 'Ende', section: 'drei' }] : []),
      ],
    };
  });

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
      m: innerList(seen),
      minItems: fc.nat(2),
      uniqueItems: fc.boolean(),
      w: fc.record({ minItems: fc.nat(2), uniqueItems: fc.boolean() }),
      c: leaf('C', ['a', 'b'], []),
      required: fc.subarray(['a', 'b', 'c', 'g', 'l', 'w', 'summe']),
      mRequired: fc.boolean(),
      stepWhen: fc.option(conditions(['a', 'b'], []), { nil: undefined, freq: 2 }),
      exitWhen: fc.option(conditions(['a'], []), { nil: undefined, freq: 3 }),
      repeated: fc.constantFrom('no', 'outer', 'inner', 'both'),
      outerWhen: fc.option(conditions(seen, ['p']), { nil: undefined, freq: 2 }),
      innerWhen: fc.option(conditions(seen.length === 0 ? [] : ['e.p'], ['r']), { nil: undefined, freq: 2 }),
      /** The inner list stands on the page of the outer entry. */
      apart: fc.boolean(),
      spread: fc.boolean(),
      sections: fc.option(randomSections, { nil: undefined, freq: 2 }),
    })
    .map((parts): FormSketch => {
      const when = (condition: string | undefined): JsonObject => (condition === undefined ? {} : { when: condition });
      const outer = parts.repeated === 'outer' || parts.repeated === 'both';
      const inner = parts.repeated === 'inner' || parts.repeated === 'both';
      const steps: JsonObject[] = [
        { id: 'eins', title: 'Eins {{a}}', fields: ['/a', '/b'] },
        ...(parts.exitWhen === undefined ? [] : [{ id: 'aus', kind: 'exit', title: 'Aus', when: parts.exitWhen }]),
        { id: 'zwei', title: 'Zwei', fields: parts.spread ? ['/g/p', '/l', '/w'] : ['/g', '/l', '/w'] },
        ...(outer
          ? [
              {
                id: 'je',
                forEach: '/l',
                title: 'Je {{item.p}}',
                ...when(parts.outerWhen),
                fields: parts.apart ? ['/l/*/q', '/l/*/m'] : ['/l/*/q'],
              },
            ]
          : []),
        ...(inner
          ? [
              {
                id: 'innen',
                forEach: '/l/*/m',
                title: '{{e.p}} {{item.r}}',
                ...when(parts.innerWhen),
                fields: ['/l/*/m/*/s'],
              },
            ]
          : []),
        {
          id: 'drei',
          title: 'Drei',
          ...when(parts.stepWhen),
          fields: parts.spread ? ['/c', '/g/q'] : ['/c', '/summe'],
        },
      ];
      return {
        ...(parts.sections === undefined ? {} : { sections: parts.sections.sections() }),
        data: {
          type: 'object',
          properties: {
            a: parts.a,
            b: parts.b,
            g: { ...parts.g, ...when(parts.gWhen) },
            l: {
              type: 'array',
              title: 'L',
              as: 'e',
              minItems: parts.minItems,
              maxItems: 3,
              uniqueItems: parts.uniqueItems,
              items: {
                ...parts.l,
                properties: { ...parts.l.properties, m: parts.m },
                required: parts.mRequired ? [...parts.l.required, 'm'] : parts.l.required,
              },
              ...when(parts.lWhen),
            },
            w: {
              type: 'array',
              title: 'W',
              maxItems: 3,
              ...parts.w,
              items: { type: 'string', title: '', maxLength: 3 },
            },
            c: parts.c,
            summe: {
              type: 'integer',
              title: 'Summe',
              value:
                "count(l) + (c == 'ja' ? 10 : 0) + count(l.filter(e1, e1.q == 'ja')) + 100 * sum(l.map(e2, count(e2.m.filter(f, f.s == 'ja')))) + count(w)",
            },
          },
          required: parts.required,
        },
        define: { vieleJa: "l.exists(e1, e1.p == 'ja' || e1.m.exists(f, f.r == 'ja'))" },
        steps: (parts.sections === undefined ? steps : parts.sections.steps(steps)) as unknown as NonNullable<
          FormSketch['steps']
        >,
      };
    });
}

const text: fc.Arbitrary<JsonValue> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...texts) },
  { weight: 2, arbitrary: fc.constantFrom<JsonValue>(null, '', 'zu lang', 7, true) },
);

/** Mostly the first entries: they are there most of the time. */
const place = fc.oneof({ weight: 3, arbitrary: fc.nat(1) }, fc.nat(3));

const lists: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constant('/l') },
  { weight: 3, arbitrary: place.map((index) => `/l/${index}/m`) },
  fc.constant('/w'),
);

const entries: fc.Arbitrary<string> = fc.tuple(lists, place).map(([list, index]) => `${list}/${index}`);

const leaves: fc.Arbitrary<string> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom('/a', '/b', '/c', '/g/p', '/g/q') },
  fc.tuple(place, fc.constantFrom('p', 'q')).map(([index, name]) => `/l/${index}/${name}`),
  fc.tuple(place, place, fc.constantFrom('r', 's')).map(([outer, inner, name]) => `/l/${outer}/m/${inner}/${name}`),
  place.map((index) => `/w/${index}`),
);

/** Events of a person: mostly sensible ones. */
export const randomEvent: fc.Arbitrary<SessionEvent> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constant('answer' as const), at: leaves, value: text }) },
  { weight: 3, arbitrary: fc.constant<SessionEvent>({ type: 'next' }) },
  fc.constant<SessionEvent>({ type: 'back' }),
  fc.constant<SessionEvent>({ type: 'submit' }),
  { weight: 3, arbitrary: lists.map((at): SessionEvent => ({ type: 'addItem', at })) },
  entries.map((at): SessionEvent => ({ type: 'removeItem', at })),
  fc.tuple(entries, place).map(([at, to]): SessionEvent => ({ type: 'moveItem', at, to })),
  entries.map((at): SessionEvent => ({ type: 'editItem', at })),
  fc.tuple(lists, fc.boolean()).map(([at, value]): SessionEvent => ({ type: 'another', at, value })),
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(
        'eins',
        'zwei',
        'drei',
        'je/0',
        'je/1',
        'innen/0/0',
        'innen/0/1',
        'innen/1/0',
        'summary',
        'aus',
        'tasks',
      )
      .map((step): SessionEvent => ({ type: 'goTo', step })),
  },
  fc
    .tuple(fc.constantFrom('zwei', 'je/0', 'je/1'), entries)
    .map(([step, entry]): SessionEvent => ({ type: 'goTo', step, entry })),
);

/** Answers of the shape of a random form, right and wrong. */
export const randomAnswers: fc.Arbitrary<JsonObject> = fc
  .record(
    {
      a: text,
      b: text,
      c: text,
      g: fc.record({ p: text, q: text }, { requiredKeys: [] }),
      l: fc.array(
        fc.record(
          { p: text, q: text, m: fc.array(fc.record({ r: text, s: text }, { requiredKeys: [] }), { maxLength: 3 }) },
          { requiredKeys: [] },
        ),
        { maxLength: 4 },
      ),
      w: fc.array(text, { maxLength: 3 }),
    },
    { requiredKeys: [] },
  )
  .map((answers) => answers as JsonObject);
