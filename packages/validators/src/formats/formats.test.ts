import schema from '@schalter/definition/form.schema.json' with { type: 'json' };
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { requiredHelper } from '../constraints/helpers.ts';
import { runtimeModule } from '../keywords/runtime-function.ts';
import { formatGroups } from './format.ts';
import { formats } from './index.ts';

const formatModule = `${runtimeModule}/formats`;

// Many runs of generated values, and analysis of patterns: slow where others work on the same machine.
vi.setConfig({ testTimeout: 120_000 });

describe('formats', () => {
  for (const { name, test, valid, invalid } of formats) {
    it.each(valid)(`${name} takes %j`, (text) => {
      expect(test(text)).toBe(true);
    });
    it.each(invalid)(`${name} refuses %j`, (text) => {
      expect(test(text)).toBe(false);
    });
  }

  it('are told apart by what they refuse, and explained in both languages', () => {
    for (const { name, invalid, hint, title, source } of formats) {
      expect(invalid.length, name).toBeGreaterThanOrEqual(4);
      for (const text of [hint.de, hint.en, source]) expect(text, name).not.toBe('');
      for (const text of [hint.de, hint.en]) expect(text, name).toMatch(/^[A-ZÄÖÜ].*[.]$/u);
      for (const text of [title.de, title.en]) expect(text, name).not.toBe('');
    }
  });

  it('stand in the order of their groups', () => {
    const places = formats.map(({ group }) => formatGroups.indexOf(group));
    expect(places).toEqual(places.toSorted((left, right) => left - right));
  });

  it('have their test alone in the module of their name, for pages', async () => {
    for (const { name, test } of formats) {
      const module: Readonly<Record<string, unknown>> = await import(
        /* @vite-ignore */ new URL(`./${name}.ts`, import.meta.url).href
      );
      expect(Object.values(module), name).toEqual([test]);
    }
  });

  it('are those of the form language', () => {
    const known = schema.$defs.FieldSchema.properties.format.enum;
    expect(formats.map(({ name }) => name).sort()).toEqual([...known].sort());
  });

  it('are called is<Name>, as scripts for pages name them', () => {
    for (const { name, test } of formats) expect(test.name, name).toBe(requiredHelper(formatModule, name).name);
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
