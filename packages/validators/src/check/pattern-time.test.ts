import { describe, expect, it, vi } from 'vitest';
import { isLinear } from './pattern-time.ts';

vi.setConfig({ testTimeout: 120_000 });

describe('isLinear', () => {
  it.each([
    ['^(?:\\d{5})$', 'safe'],
    ['^(?:[a-z]+(?:-[a-z]+)*)$', 'safe'],
    ['^(?:a|b|cd)$', 'safe'],
    ['^(?:(a+)+b)$', 'slow'],
    ['^(?:(?:\\p{L}|\\p{Lu})+\\d)$', 'slow'],
    ['^(?:(?:a(?=a*)|a)+b)$', 'slow'],
    ['^(?:\\S+@\\S+\\.\\S+)$', 'slow'],
    // Ways to match double with every letter, and no analysis sees it.
    ['^(?:(?:(?<k>a)|\\k<k>)+b)$', 'undecided'],
    ['^(?:(a)\\1)$', 'undecided'],
    // No references: an escaped backslash, a class.
    ['^(?:\\\\1)$', 'safe'],
    ['^(?:[\\-1]{2,3})$', 'safe'],
  ])('%s is %s', async (source, verdict) => {
    expect(await isLinear(source)).toBe(verdict);
  });

  it('what takes longer than it may is undecided', async () => {
    expect(await isLinear('^(?:(?=.*\\d)(?=.*[a-z])[a-z\\d]{8,23})$', 1)).toBe('undecided');
  });
});
