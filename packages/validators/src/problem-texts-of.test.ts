import { readFileSync } from 'node:fs';
import type { FieldSchema } from '@schalter/definition';
import { describe, expect, it } from 'vitest';
import { problemTextsOf } from './problem-texts-of.ts';
import { problemTexts } from './texts.ts';

const data: FieldSchema = {
  type: 'object',
  properties: {
    iban: { type: 'string', format: 'iban' },
    tage: { type: 'array', items: { type: 'object', properties: { tag: { type: 'string', format: 'date' } } } },
  },
};

describe('problemTextsOf', () => {
  it('has the form’s languages, and of formats those that the form uses', () => {
    const texts = problemTextsOf(data, ['de', 'en']);
    expect(Object.keys(texts)).toEqual(['de', 'en']);
    const formats = Object.keys(texts.de ?? {}).filter((code) => code.startsWith('format:'));
    expect(formats.sort()).toEqual(['format:date', 'format:iban']);
    expect(texts.en?.required).toBe(problemTexts.en.required);
    expect(texts.de?.format).toBe(problemTexts.de.format);
  });

  it('has German for languages without texts of ours', () => {
    expect(Object.keys(problemTextsOf(data, ['fa', 'en']))).toEqual(['de', 'en']);
    expect(Object.keys(problemTextsOf(data, ['tr', 'uk', 'ar']))).toEqual(['tr', 'uk', 'ar']);
    expect(Object.keys(problemTextsOf(data, ['en']))).toEqual(['en']);
    expect(Object.keys(problemTextsOf(data, ['de', 'de-x-leicht']))).toEqual(['de', 'de-x-leicht']);
  });
});

describe('texts in Leichte Sprache', () => {
  const words = (text: string) => text.split(/\s+/u).filter((word) => word !== '').length;

  it('are short sentences without question marks, brackets and the subjunctive', () => {
    for (const [code, text] of Object.entries(problemTexts['de-x-leicht'])) {
      const plain = text.replace(/\{\{[^}]*\}\}/gu, 'X');
      for (const sentence of plain.split(/(?<=[.:]) /u))
        expect(words(sentence), `${code}: ${sentence}`).toBeLessThan(13);
      expect(plain, code).not.toMatch(/[?!;()]|\b(?:würde|könnte|hätte|wäre|bitte)\b/iu);
    }
  });

  it('stand in a file with German quotation marks like the others', () => {
    const file = readFileSync(new URL('./locales/de-x-leicht.json', import.meta.url), 'utf8');
    expect(file.match(/„/gu)?.length).toBe(file.match(/“/gu)?.length);
  });
});
