import { expect, it } from 'vitest';
import { parsePlain } from './interpolation.ts';
import { plainProblems } from './markdown.ts';

it.each([
  ['Ihre Hunde', ['Ihre Hunde']],
  ['Chip von {{ item.name }}!', ['Chip von ', { expression: 'item.name' }, '!']],
  ['{{a}}{{b}}', [{ expression: 'a' }, { expression: 'b' }]],
  ['{{}}', [{ expression: '' }]],
  ['So: \\{{name}}', ['So: {{name}}']],
  ['', []],
])('reads %j', (text, parts) => {
  expect(parsePlain(text)).toEqual(parts);
  expect(plainProblems(text)).toEqual([]);
});

it('keeps what does not end and reports it', () => {
  expect(parsePlain('Hallo {{name}')).toEqual(['Hallo {{name}']);
  expect(plainProblems('Hallo {{name}')).toEqual([{ code: 'interpolation-open', params: {} }]);
});
