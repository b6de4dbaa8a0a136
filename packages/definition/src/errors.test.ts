import { describe, expect, it } from 'vitest';
import { errorMessage, errorTable, SchalterError } from './errors.ts';

describe('the table of errors', () => {
  it.each(Object.entries(errorTable))('%s is a sentence under a stable code', (code, sentence) => {
    expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(sentence).toMatch(/^[A-Z"{].*[.?!}]$/s);
  });

  it('puts parameters in, also those that look like patterns', () => {
    expect(errorMessage('json-syntax', { detail: '$& {detail}' })).toBe('The file is not valid JSON: $& {detail}.');
    expect(errorMessage('json-syntax')).toContain('{detail}');
    const error = new SchalterError('json-syntax', { detail: 'x' }, { at: 'form.json' });
    expect([error.code, error.at, error.message]).toEqual([
      'json-syntax',
      'form.json',
      'The file is not valid JSON: x.',
    ]);
  });
});
