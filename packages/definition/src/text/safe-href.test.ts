import { expect, it } from 'vitest';
import { isSafeHref } from './safe-href.ts';

it.each([
  'https://example.org/a?b#c',
  'HTTP://example.org',
  'mailto:amt@example.org',
  'tel:+49891234',
  '/impressum',
  'seite.html',
  '?a=b:c',
  '#a:b',
  './a:b',
  '',
])('lets %j pass', (href) => {
  expect(isSafeHref(href)).toBe(true);
});

it.each([
  'javascript:alert(1)',
  ' JavaScript:alert(1)',
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  'blob:x',
  '//example.org',
  '/\\example.org',
  '\\\\example.org',
  '/\t/example.org',
])('refuses %j', (href) => {
  expect(isSafeHref(href)).toBe(false);
});
