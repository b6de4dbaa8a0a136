import schema from '@schalter/definition/form.schema.json' with { type: 'json' };
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import * as runtime from '../runtime/index.ts';
import { formats } from './index.ts';

// Many runs of generated values, and analysis of patterns: slow where others work on the same machine.
vi.setConfig({ testTimeout: 120_000 });

/** Test vectors by format, with where they come from if not plain from the definition. */
const vectors: Readonly<Record<string, { valid: readonly string[]; invalid: readonly string[] }>> = {
  date: {
    valid: ['2026-02-01', '2024-02-29', '2000-02-29', '1900-01-01', '0999-12-31'],
    invalid: [
      '2026-02-29',
      '1900-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-04-31',
      '26-2-1',
      '-2-1',
      '2026-2-1',
      '2026-02-01T00:00',
      '01.02.2026',
      '0000-01-01',
      '2026-02-01\n',
    ],
  },
  'date-time': {
    valid: ['2026-02-01T09:30', '2026-02-01T09:30:15Z', '2026-02-01T09:30:15.5+01:00'],
    invalid: ['2026-02-01', '2026-02-01 09:30', '2026-02-30T09:30', '2026-02-01T24:00', 'T09:30'],
  },
  time: {
    valid: ['09:30', '23:59:59', '00:00:00Z', '09:30:00+01:00'],
    invalid: ['9:30', '24:00', '09:60', '09:30:60', '0930', '09.30', '09:30+1'],
  },
  'year-month': {
    valid: ['2026-11', '1999-01'],
    invalid: ['2026-13', '2026-00', '2026-1', '11-2026', '2026', '0000-01'],
  },
  email: {
    valid: [
      'erika@example.org',
      'e.mustermann+hund@stadt.example',
      "o'neill@example.org",
      'info@müller.example',
      'a@xn--mller-kva.example',
      'x@1und1.example',
    ],
    invalid: [
      'erika',
      'erika@',
      '@example.org',
      'erika@example',
      'erika@@example.org',
      'erika@example..org',
      '.erika@example.org',
      'erika.@example.org',
      'e rika@example.org',
      'erika@example.org.',
      'erika@-example.org',
      'erika@127.0.0.1',
      '"e"@example.org',
      `${'a'.repeat(65)}@example.org`,
      'Erika <erika@example.org>',
    ],
  },
  uri: {
    valid: [
      'https://www.example.org/',
      'http://localhost:8080/a?b=c#d',
      'mailto:erika@example.org',
      'urn:isbn:0451450523',
      'https://[2001:db8::7]/c',
    ],
    invalid: [
      'www.example.org',
      'example',
      'https://',
      'http:/x',
      'https:///pfad',
      'https://exa mple.org',
      'https://example.org/ü',
      'https://example.org/%zz',
      '://x',
      'javascript',
    ],
  },
  phone: {
    valid: ['+49 89 233-00', '(089) 23300', '089/233 00', '110', '+4915112345678', '0049 89 233.00'],
    invalid: ['89', 'null acht neun', '+49 89 233 00 ext 5', '089+23300', '1234567890123456', '--', '()'],
  },
  iban: {
    // Examples of the registry's countries.
    valid: [
      'DE89370400440532013000',
      'DE89 3704 0044 0532 0130 00',
      'de89370400440532013000',
      'AT611904300234573201',
      'NO9386011117947',
      'MT84MALT011000012345MTLCAST001S',
      'GB29NWBK60161331926819',
      'RU0304452522540817810538091310419',
    ],
    invalid: [
      'DE88370400440532013000',
      'DE8937040044053201300',
      'DE893704004405320130000',
      'XX89370400440532013000',
      'DE',
      '89370400440532013000',
      'DE89-3704-0044-0532-0130-00',
      'DE8937040044053201300O',
    ],
  },
  bic: {
    valid: ['COBADEFFXXX', 'DEUTDEFF', 'deutdeff500', 'E097AEXX'],
    invalid: ['DEUTDEF', 'DEUTDEFF5', 'DEUT1EFF', 'DEUTDEFFXXXX', 'DEUT DEFF'],
  },
  'postal-code-de': { valid: ['80331', '01067', '99998'], invalid: ['8033', '803311', '00123', '8033a', 'D-80331'] },
  microchip: {
    valid: ['276098102345678', '276 098 102 345 678'],
    invalid: ['27609810234567', '2760981023456789', '27609810234567a', '276-098102345678', '276098102345678 '],
  },
  'din91379-a': {
    valid: [
      "Erika d'Alembert-Strauß",
      'Þóra Jónsdóttir',
      'Heydər Əliyev',
      'Thị Lương',
      'Nikolaĭ Vasilʹevich',
      'C̆M̂',
      'K͟hālid',
      'Ḳ̄',
      'ʿAgnon',
      'Ž̦',
      'M̂',
      'S̛̄',
      'C̨̆',
      'Zoë',
    ],
    invalid: [
      'Max1',
      'Max (Moritz)',
      'Νίκος',
      'Невский',
      '木村',
      'Q̂',
      'a̰',
      'K͟',
      '̂',
      'M̂̂',
      'Erika\n',
      '“Erika”',
      'ﬁ',
      '😀',
    ],
  },
  'din91379-b': {
    valid: ['Müller & Söhne GmbH', 'Straße 17/3 (Hof)', 'L̥̄ 100 €', '§ 21a', '®'],
    invalid: ['½', 'ACME™', 'a\nb', '–', 'Ω', 'a\u00a0b', 'k̆'],
  },
  'din91379-c': {
    valid: ['Zeile 1\nZeile 2\tund ½ ¤', 'a\u00a0b', 'M̂ 3'],
    invalid: ['„so“', '…', 'Ω', 'Ж', '\u00ad', '\u200b'],
  },
  'din91379-d': { valid: ['Εταιρεία Α.Ε.', 'Product™ ∞ ≤ ₂', '„so“'], invalid: ['Невский', 'a\nb', '–', '👍'] },
  'din91379-e': { valid: ['ОАО «Компания»\nй', 'Εταιρεία™', 'ѝ'], invalid: ['محمد', '你好', '–', 'Ы', 'ʼ'] },
};

describe('formats', () => {
  it('all have vectors, and only they', () => {
    expect(Object.keys(vectors)).toEqual(formats.map(({ name }) => name));
  });

  for (const { name, test } of formats) {
    const { valid = [], invalid = [] } = vectors[name] ?? {};
    it.each(valid)(`${name} takes %j`, (text) => {
      expect(test(text)).toBe(true);
    });
    it.each(invalid)(`${name} refuses %j`, (text) => {
      expect(test(text)).toBe(false);
    });
  }

  it('are those of the form language', () => {
    const known = schema.$defs.FieldSchema.properties.format.enum;
    expect(formats.map(({ name }) => name).sort()).toEqual([...known].sort());
  });

  it('are exported by the runtime as is<Name>', () => {
    const exported: Readonly<Record<string, unknown>> = runtime;
    for (const { name, test } of formats) {
      const helper = `is${name.replace(/(?:^|-)(\w)/gu, (_, letter: string) => letter.toUpperCase())}`;
      expect(exported[helper], helper).toBe(test);
    }
  });

  it('never throw and are quick on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.nat(50), (text, repeats) => {
        for (const { test } of formats) expect(typeof test(text.repeat(repeats))).toBe('boolean');
      }),
      { numRuns: 50 },
    );
  });
});

describe('DIN 91379', () => {
  const [a, b, c, d, e] = formats.slice(-5).map(({ test }) => test);

  it('takes what is written with separate marks like what is written with one character', () => {
    expect(a?.('Müller'.normalize('NFD'))).toBe(true);
    expect(a?.('Ḳ̄'.normalize('NFD'))).toBe(true);
  });

  it('nests: A in B in C in E, B in D in E', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 3 }), (text) => {
        if (a?.(text)) expect(b?.(text)).toBe(true);
        if (b?.(text)) expect([c?.(text), d?.(text)]).toEqual([true, true]);
        if (c?.(text) || d?.(text)) expect(e?.(text)).toBe(true);
      }),
    );
  });

  it('has as many single characters in each type as the standard', () => {
    const count = (test: ((text: string) => boolean) | undefined) => {
      let found = 0;
      for (let code = 1; code < 0x10000; code += 1) {
        const character = String.fromCharCode(code);
        // Characters that NFC replaces (Å of the unit) are not characters of the standard themselves.
        if (character.normalize('NFC') === character && test?.(character)) found += 1;
      }
      return found;
    };
    const latin = 500 + 18;
    expect([count(a), count(b), count(c), count(d), count(e)]).toEqual([
      latin,
      latin + 60,
      latin + 60 + 6 + 4,
      latin + 60 + 6 + 69 + 42,
      latin + 60 + 6 + 4 + 69 + 62 + 42,
    ]);
  });

  it('has the 149 sequences of the standard', () => {
    const marks = [
      '300',
      '301',
      '302',
      '304',
      '306',
      '307',
      '308',
      '30B',
      '30C',
      '30D',
      '310',
      '315',
      '31B 304',
      '31B',
      '323',
      '325 304',
      '325',
      '326',
      '327',
      '328 306',
      '331',
      '35F 48',
      '35F 68',
    ].map((codes) => String.fromCodePoint(...codes.split(' ').map((code) => Number.parseInt(code, 16))));
    let found = 0;
    for (let code = 0x20; code < 0x2000; code += 1) {
      const base = String.fromCharCode(code);
      for (const mark of marks) {
        const text = base + mark;
        if (text.normalize('NFC') === text && a?.(text)) found += 1;
      }
    }
    expect(found).toBe(149);
  });
});
