import type { JsonObject, JsonValue } from '@schalter/definition';
import fc from 'fast-check';
import type { FormSketch } from './support.ts';

/*
 * Random forms for the analysis: few fields and small domains, so that contradictions are common and random answers find
 * what is possible; conditions of all kinds.
 */

const words = ['ja', 'nein', 'x'];
const options = words.map((value) => ({ const: value, title: value }));
const dates = ['2007-12-31', '2008-01-01', '2025-12-31', '2026-01-01', '2026-01-02', '2026-07-01'];

/** A condition over fields of the root (`a b n m d j f l`) and, inside of entries, over the entry's (`p k`). */
function conditions(inEntry: boolean): fc.Arbitrary<string> {
  const choice = fc.constantFrom(...(inEntry ? ['self.p', 'a'] : ['a', 'a', 'b']));
  const number = fc.constantFrom(...(inEntry ? ['self.k', 'n'] : ['n', 'n', 'm']));
  const small = fc.integer({ min: -1, max: 5 });
  const order = fc.constantFrom('<', '<=', '>', '>=');
  const word = fc.constantFrom(...words);
  const simple = fc.oneof(
    { weight: 4, arbitrary: fc.tuple(choice, word).map(([one, value]) => `${one} == '${value}'`) },
    fc.tuple(choice, word).map(([one, value]) => `${one} != '${value}'`),
    fc.tuple(choice, fc.subarray(words, { minLength: 1 })).map(([one, some]) => `${one} in ['${some.join("', '")}']`),
    fc.oneof(choice, number).map((one) => `answered(${one})`),
    fc.oneof(choice, number).map((one) => `${one} == null`),
    { weight: 4, arbitrary: fc.tuple(number, order, small).map(([one, sign, limit]) => `${one} ${sign} ${limit}`) },
    fc.tuple(number, small).map(([one, value]) => `${one} == ${value}`),
    fc.tuple(order, small).map(([sign, limit]) => `n + m ${sign} ${limit}`),
    fc.tuple(order, small).map(([sign, limit]) => `n * 2 ${sign} ${limit}`),
    order.map((sign) => `n ${sign} m`),
    fc.constantFrom('a == b', 'j', 'j == true', 'j == false', 'answered(l)', 'answered(f)', 'b.startsWith("j")'),
    fc.tuple(order, fc.constantFrom(...dates)).map(([sign, day]) => `d ${sign} '${day}'`),
    order.map((sign) => `d ${sign} today()`),
    fc.constantFrom("today() > '2026-06-30'", "today() < '2026-06-30'", 'd > addYears(today(), -18)'),
    fc.tuple(order, fc.constantFrom(0, 17, 18)).map(([sign, limit]) => `age(d) ${sign} ${limit}`),
    word.map((value) => `'${value}' in f`),
    fc.tuple(order, fc.nat(3)).map(([sign, limit]) => `count(l) ${sign} ${limit}`),
    fc.tuple(order, fc.nat(3)).map(([sign, limit]) => `count(f) ${sign} ${limit}`),
    fc
      .tuple(fc.constantFrom('exists', 'all', 'exists_one'), word)
      .map(([macro, value]) => `l.${macro}(e, e.p == '${value}')`),
    fc
      .tuple(fc.constantFrom('exists', 'all'), order, small)
      .map(([macro, sign, k]) => `l.${macro}(e, e.k ${sign} ${k})`),
    fc.tuple(word, word).map(([one, other]) => `l.filter(e, e.p == '${one}').exists(e, e.p == '${other}')`),
    fc.tuple(order, small).map(([sign, limit]) => `sum(l.map(e, e.k)) ${sign} ${limit}`),
    fc.tuple(order, small).map(([sign, limit]) => `s ${sign} ${limit}`),
    word.map((value) => `l[0].p == '${value}'`),
    fc.constantFrom('alt', 'viel > 3', '[n, m].exists(x, x + 1 > 3)', "f.exists(x, x == 'ja')"),
    fc.constant(inEntry ? 'index > 0' : 'size(b) > 2'),
    fc.constant(inEntry ? 'l.exists(e, e.p == self.p && e.k != self.k)' : 'l.exists(e, l.exists(g, g.k > e.k))'),
  );
  const both = fc.tuple(simple, simple, fc.constantFrom('&&', '||'));
  return fc.oneof(
    { weight: 3, arbitrary: simple },
    { weight: 4, arbitrary: both.map(([left, right, sign]) => `(${left}) ${sign} (${right})`) },
    fc.tuple(both, simple).map(([[a, b, sign], c]) => `(${a}) ${sign} !(${b}) && (${c})`),
    fc.tuple(simple, simple, simple).map(([a, b, c]) => `(${a}) ? (${b}) : (${c})`),
    simple.map((one) => `!(${one})`),
  );
}

const maybe = <T>(of: fc.Arbitrary<T>, freq = 2) => fc.option(of, { nil: undefined, freq });

function withKey<T>(key: string, value: T | undefined): JsonObject {
  return value === undefined ? {} : { [key]: value as JsonValue };
}

/** Forms that compile: fields read only what stands before them. */
export const randomConditionForm: fc.Arbitrary<FormSketch> = fc
  .record({
    when: fc.array(maybe(conditions(false)), { minLength: 3, maxLength: 3 }),
    groupWhen: maybe(conditions(false), 3),
    entryWhen: maybe(conditions(true)),
    requiredWhen: maybe(conditions(false), 3),
    entryRequired: maybe(conditions(true), 3),
    option: maybe(conditions(false), 2),
    check: maybe(conditions(false)),
    entryCheck: maybe(conditions(true)),
    formCheck: maybe(conditions(false), 4),
    exit: maybe(conditions(false)),
    steps: fc.array(maybe(conditions(false)), { minLength: 2, maxLength: 2 }),
    forEach: maybe(conditions(true), 3),
    value: fc.constantFrom(
      'n + 1',
      'count(l)',
      "a == 'ja' ? 0 : n",
      'sum(l.map(e, e.k))',
      'age(d)',
      'n / m',
      "(a == 'ja' ? n : 1) * 2 + count(l) - (j ? 3 : 0)",
      '(answered(n) ? n : 7) % 3 * m',
      'sum(l.filter(e, e.k > 1).map(e, e.k + n)) * 10',
    ),
    minimum: maybe(fc.nat(4), 3),
    required: fc.subarray(['y', 'z', 'w', 'g', 'l', 'a']),
    listSize: fc.record({ minItems: fc.nat(2), maxItems: fc.integer({ min: 2, max: 3 }) }),
    repeated: fc.boolean(),
  })
  .map((parts): FormSketch => {
    const check = (id: string, assert: string | undefined): JsonObject =>
      assert === undefined ? {} : { checks: [{ id, assert, message: id }] };
    const data: JsonObject = {
      type: 'object',
      properties: {
        a: { type: 'string', title: 'A', oneOf: options },
        b: { type: 'string', title: 'B', maxLength: 4 },
        n: { type: 'integer', title: 'N', minimum: 0, maximum: 4 },
        m: { type: 'number', title: 'M', minimum: -1 },
        d: { type: 'string', title: 'D', format: 'date' },
        j: { type: 'boolean', title: 'J' },
        f: { type: 'array', title: 'F', items: { type: 'string', oneOf: options } },
        s: { type: 'integer', title: 'S', value: parts.value, ...withKey('minimum', parts.minimum) },
        l: {
          type: 'array',
          title: 'L',
          ...parts.listSize,
          items: {
            type: 'object',
            properties: {
              p: { type: 'string', title: 'P', oneOf: options },
              k: { type: 'integer', title: 'K', minimum: 0, maximum: 4 },
              q: {
                type: 'string',
                title: 'Q',
                ...withKey('when', parts.entryWhen),
                ...withKey('requiredWhen', parts.entryRequired),
              },
            },
            ...check('eintrag', parts.entryCheck),
          },
        },
        y: { type: 'string', title: 'Y', ...withKey('when', parts.when[0]) },
        z: {
          type: 'string',
          title: 'Z',
          ...withKey('when', parts.when[1]),
          ...withKey('requiredWhen', parts.requiredWhen),
          ...check('z', parts.check),
        },
        g: {
          type: 'object',
          title: 'G',
          ...withKey('when', parts.groupWhen),
          properties: {
            w: { type: 'string', title: 'W', ...withKey('when', parts.when[2]) },
            o: {
              type: 'string',
              title: 'O',
              oneOf: options.map((one) => ({
                ...one,
                ...withKey('when', one.const === 'nein' ? undefined : parts.option),
              })),
            },
          },
          required: parts.required.includes('w') ? ['w'] : [],
        },
      },
      required: parts.required.filter((name) => name !== 'w'),
    };
    const steps: JsonObject[] = [
      { id: 'eins', title: 'Eins', fields: ['/a', '/b', '/n', '/m', '/d', '/j', '/f'] },
      ...(parts.exit === undefined ? [] : [{ id: 'aus', kind: 'exit', title: 'Aus', when: parts.exit }]),
      { id: 'zwei', title: 'Zwei', fields: ['/l'] },
      ...(parts.repeated
        ? [{ id: 'je', title: 'Je', forEach: '/l', fields: ['/l/*/q'], ...withKey('when', parts.forEach) }]
        : []),
      { id: 'drei', title: 'Drei', fields: ['/y', '/g'], ...withKey('when', parts.steps[0]) },
      { id: 'vier', title: 'Vier', fields: ['/z', '/s'], ...withKey('when', parts.steps[1]) },
    ];
    return {
      data,
      define: { alt: 'age(d) >= 18', viel: 'n + count(l)' },
      steps: steps as unknown as NonNullable<FormSketch['steps']>,
      ...(parts.formCheck === undefined
        ? {}
        : { checks: [{ id: 'formular', assert: parts.formCheck, message: 'Formular' }] as never }),
    };
  });

const word = fc.constantFrom<JsonValue>(null, ...words);
const entry = fc.record({ p: word, k: fc.option(fc.nat(4)), q: fc.constantFrom<JsonValue>(null, 'q') });

/** Answers that keep all constraints, with the day they are given on. */
export const randomValidAnswers: fc.Arbitrary<{ readonly answers: JsonObject; readonly today: string }> = fc.record({
  answers: fc.record({
    a: word,
    b: fc.constantFrom<JsonValue>(null, ...words, 'jein'),
    n: fc.option(fc.nat(4)),
    m: fc.constantFrom<JsonValue>(null, -1, 0, 0.5, 1, 2, 3, 4, 5, 10),
    d: fc.constantFrom<JsonValue>(null, ...dates),
    j: fc.constantFrom<JsonValue>(null, true, false),
    f: fc.subarray<JsonValue>([...words]),
    l: fc.array(entry, { maxLength: 3 }),
    y: fc.constantFrom<JsonValue>(null, 'y'),
    z: fc.constantFrom<JsonValue>(null, 'z'),
    g: fc.record({ w: fc.constantFrom<JsonValue>(null, 'w'), o: word }),
  }) as fc.Arbitrary<JsonObject>,
  today: fc.constantFrom('2026-01-01', '2026-07-01', '2025-06-15'),
});
