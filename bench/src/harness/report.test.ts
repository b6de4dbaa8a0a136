import { describe, expect, test } from 'vitest';
import { misses, row } from './result.ts';
import { withSection } from './section.ts';
import { number, table } from './table.ts';

describe('a row', () => {
  const figure = { metric: 'start', n: 2000, unit: 'ms', ours: 30 };

  test('keeps to its bar, or misses it', () => {
    expect(row({ ...figure, bar: { atMost: 30 } }).ok).toBe(true);
    expect(row({ ...figure, bar: { atMost: 29 } }).ok).toBe(false);
    expect(row({ ...figure, bar: { atLeast: 31 } }).ok).toBe(false);
    expect(row(figure).ok).toBe(null);
  });

  test('that could not be measured misses its bar', () => {
    expect(row({ ...figure, ours: Number.NaN, bar: { atMost: 30 } }).ok).toBe(false);
    expect(row({ ...figure, ours: Number.NaN, bar: { atLeast: 30 } }).ok).toBe(false);
  });

  test('is among the misses only if it misses', () => {
    const missed = row({ ...figure, bar: { atMost: 1 } });
    expect(misses([row(figure), missed, row({ ...figure, bar: { atMost: 100 } })])).toEqual([missed]);
  });
});

describe('the table', () => {
  test('has a column per peer, gaps where one has no such thing, and says who fails', () => {
    const text = table([
      row({
        metric: 'answer',
        n: 2000,
        unit: 'ms',
        ours: 0.01234,
        peers: { a: 7.751, b: null },
        bar: { atMost: 0.02 },
      }),
      row({ metric: 'size', n: null, unit: 'kB', ours: 36, bar: { atMost: 28 } }),
    ]);
    expect(text.split('\n').map((line) => line.replace(/ +/g, ' '))).toEqual([
      '| metric | n | ours | bar | | a | b |',
      '|--------|-------|-----------|-----------|--------|------|-------|',
      '| answer | 2,000 | 0.0123 ms | ≤ 0.02 ms | ok | 7.75 | fails |',
      '| size | | 36 kB | ≤ 28 kB | missed | – | – |',
    ]);
  });

  test('writes three digits that say something', () => {
    expect([0.004567, 1.5, 3629.4, Number.NaN].map(number)).toEqual(['0.00457', '1.5', '3,630', '–']);
  });
});

describe('the section of a page', () => {
  const page = '# Benchmarks\n\n<!-- bench:a -->\nold\n<!-- /bench:a -->\n\nText.\n';

  test('is replaced, and nothing else', () => {
    expect(withSection(page, 'a', 'new')).toBe(page.replace('old', 'new'));
  });

  test('is appended when the page has none', () => {
    expect(withSection(page, 'b', 'new')).toBe(`${page}\n<!-- bench:b -->\nnew\n<!-- /bench:b -->\n`);
  });
});
