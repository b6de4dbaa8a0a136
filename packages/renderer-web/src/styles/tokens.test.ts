import { describe, expect, test } from 'vitest';
import { type ColourName, themes } from './tokens.ts';

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

const textPairs: [ColourName, ColourName][] = [
  ['text', 'page'],
  ['text', 'surface'],
  ['muted', 'page'],
  ['muted', 'surface'],
  ['action', 'page'],
  ['on-action', 'action'],
  ['on-action', 'hover'],
  ['visited', 'page'],
  ['danger', 'page'],
  ['danger', 'danger-tint'],
  ['page', 'danger'],
  ['text', 'success-tint'],
  ['text', 'warning-tint'],
  ['text', 'info-tint'],
  ['text', 'selected'],
  ['on-header', 'header'],
  ['warning', 'page'],
];

/** Edges of fields and of the focus ring. */
const edgePairs: [ColourName, ColourName][] = [
  ['control-border', 'page'],
  ['field-bottom', 'page'],
  ['focus-outer', 'page'],
];

describe.each(Object.entries(themes))('%s', (_, theme) => {
  test.each(textPairs)('%s on %s can be read', (front, back) => {
    expect(contrast(theme[front], theme[back])).toBeGreaterThanOrEqual(4.5);
  });
  test.each(edgePairs)('%s on %s can be seen', (front, back) => {
    expect(contrast(theme[front], theme[back])).toBeGreaterThanOrEqual(3);
  });
});
