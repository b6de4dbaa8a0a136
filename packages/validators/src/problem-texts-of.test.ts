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
    const texts = problemTextsOf({ data }, ['de', 'en']);
    expect(Object.keys(texts)).toEqual(['de', 'en']);
    const formats = Object.keys(texts.de ?? {}).filter((code) => code.startsWith('format:'));
    expect(formats.sort()).toEqual(['format:date', 'format:iban']);
    expect(texts.en?.required).toBe(problemTexts.en.required);
    expect(texts.de?.format).toBe(problemTexts.de.format);
  });

  it('has of problems those that the form can have', () => {
    const codes = Object.keys(problemTextsOf({ data }, ['de']).de ?? {});
    expect(codes).toContain('required');
    expect(codes).toContain('another');
    expect(codes).toContain('failure:offline');
    for (const code of ['maxLength_other', 'pattern', 'enum', 'computed-differs', 'file-failed', 'login-required'])
      expect(codes).not.toContain(code);
    const more = {
      data: {
        type: 'object' as const,
        properties: {
          name: { type: 'string' as const, maxLength: 60 },
          summe: { type: 'integer' as const, value: '1 + 1' },
          nachweis: { type: 'object' as const, control: 'file' as const, maxBytes: 1000, properties: {} },
        },
      },
      services: { konto: { kind: 'identity' as const, level: 'low' as const } },
    };
    const all = Object.keys(problemTextsOf(more, ['de']).de ?? {});
    for (const code of [
      'maxLength_one',
      'maxLength_other',
      'computed-differs',
      'file-failed',
      'too-large',
      'login-required',
    ])
      expect(all).toContain(code);
    expect(all).not.toContain('hold-pending');
  });

  it('leaves out nothing when a form has everything', () => {
    const names = Object.keys(problemTexts.de).map((key) => key.replace(/_[a-z]+$/u, ''));
    const keywords = Object.fromEntries(
      [...names, 'oneOf', 'exclusive', 'items', 'value', 'format', 'control:file'].map((name) => [name, {}]),
    );
    const formats = names.filter((name) => name.startsWith('format:')).map((name) => ({ format: name.slice(7) }));
    const kinds = ['booking', 'identity', 'eid', 'payment', 'lookup', 'upload'] as const;
    const form = { data: { keywords, formats }, services: Object.fromEntries(kinds.map((kind) => [kind, { kind }])) };
    const texts = problemTextsOf(form as unknown as Parameters<typeof problemTextsOf>[0], ['de']);
    expect(Object.keys(texts.de ?? {})).toEqual(Object.keys(problemTexts.de));
  });

  it('has German for languages without texts of ours', () => {
    expect(Object.keys(problemTextsOf({ data }, ['fa', 'en']))).toEqual(['de', 'en']);
    expect(Object.keys(problemTextsOf({ data }, ['tr', 'uk', 'ar']))).toEqual(['tr', 'uk', 'ar']);
    expect(Object.keys(problemTextsOf({ data }, ['en']))).toEqual(['en']);
    expect(Object.keys(problemTextsOf({ data }, ['de', 'de-x-leicht']))).toEqual(['de', 'de-x-leicht']);
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
