import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { documentSheet, elementSheet } from './index.ts';
import { type ColourName, edges, measures, themes } from './tokens.ts';

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((start) => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** Text on its ground: what the look puts on what. */
const textPairs: readonly (readonly [ColourName, readonly ColourName[]])[] = [
  ['text', ['page', 'surface', 'selected', 'danger-tint', 'success-tint', 'warning-tint', 'info-tint']],
  ['muted', ['page', 'surface', 'selected']],
  ['action', ['page', 'surface', 'selected', 'success-tint', 'info-tint']],
  ['hover', ['page', 'surface', 'selected']],
  ['visited', ['page', 'surface']],
  ['on-action', ['action', 'hover']],
  ['danger', ['page', 'danger-tint']],
  ['page', ['danger']],
  ['success', ['page', 'success-tint']],
  ['warning', ['page', 'warning-tint']],
  ['info', ['page', 'info-tint']],
  ['on-header', ['header']],
];

/** Edges of controls, bars of notices, and both rings of the focus on what they stand on. */
const edgePairs: readonly (readonly [ColourName, readonly ColourName[]])[] = [
  ['control-border', ['page', 'surface', 'selected']],
  ['field-bottom', ['page', 'surface']],
  ['action', ['page', 'surface', 'selected']],
  ['danger', ['page', 'danger-tint']],
  ['success', ['page', 'success-tint']],
  ['warning', ['page', 'warning-tint']],
  ['info', ['page', 'info-tint']],
  ['focus-outer', ['page', 'surface', 'focus-inner']],
];

const flat = (pairs: typeof textPairs) =>
  pairs.flatMap(([front, backs]) => backs.map((back) => [front, back] as const));

describe.each(Object.entries(themes))('%s', (_, theme) => {
  test.each(flat(textPairs))('%s on %s can be read', (front, back) => {
    expect(contrast(theme[front], theme[back])).toBeGreaterThanOrEqual(4.5);
  });
  test.each(flat(edgePairs))('%s on %s can be seen', (front, back) => {
    expect(contrast(theme[front], theme[back])).toBeGreaterThanOrEqual(3);
  });
  test('one of the two rings of the focus is seen on the button it is around', () => {
    const rings = [theme['focus-outer'], theme['focus-inner']].map((ring) => contrast(ring, theme.action));
    expect(Math.max(...rings)).toBeGreaterThanOrEqual(3);
  });
});

test('the contrast theme reaches 7 to 1 wherever there is text', () => {
  for (const [front, back] of flat(textPairs)) {
    expect(contrast(themes.contrast[front], themes.contrast[back]), `${front} on ${back}`).toBeGreaterThanOrEqual(7);
  }
});

/** Names in a table of docs/theming.md: the first cell of each row, set as code. */
const documented = (heading: string): string[] => {
  const page = readFileSync(new URL('../../../../docs/theming.md', import.meta.url), 'utf8');
  const section = page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  return [...section.matchAll(/^\| `([\w-]+)` +\|/gm)].map(([, name = '']) => name);
};

test('every token is documented with its values, and no other', () => {
  const page = readFileSync(new URL('../../../../docs/theming.md', import.meta.url), 'utf8');
  const own = [...Object.keys(themes.default), ...Object.keys(measures), ...Object.keys(edges.usual)];
  expect(documented('Tokens').sort()).toEqual(own.map((name) => `--schalter-${name}`).sort());
  for (const name of Object.keys(themes.default) as ColourName[]) {
    const row = page.split('\n').find((line) => line.startsWith(`| \`--schalter-${name}\``)) ?? '';
    const values = (['default', 'contrast', 'dark', 'city-blue'] as const).map((theme) => themes[theme][name]);
    expect(row.match(/#[0-9a-f]{6}/g), name).toEqual(values);
  }
});

test('every part is documented, and no other', () => {
  const folder = new URL('..', import.meta.url);
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'));
  const parts = sources.flatMap((source) => [...source.matchAll(/ part="([\w-]+)"/g)].map(([, name = '']) => name));
  expect(documented('Parts').sort()).toEqual([...new Set(parts)].sort());
});

test('styles know no left and right', () => {
  const physical =
    /(?:^|[\s;{])(?:(?:margin|padding|border)-(?:left|right)|left|right|float)\s*:|text-align:\s*(?:left|right)/;
  const fourValues = /(?:margin|padding): [^\s;]+ ([^\s;]+) [^\s;]+ ([^\s;]+)[;}]/g;
  expect(documentSheet + elementSheet).not.toMatch(physical);
  for (const [rule, right, left] of (documentSheet + elementSheet).matchAll(fourValues)) expect(right, rule).toBe(left);
});
